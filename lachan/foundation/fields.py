"""Model fields that seal what identifies a person."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Any

from django.core import checks
from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured, ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import class_prepared
from django.utils.translation import gettext_lazy as _

from lachan.foundation.sealed import Sealed, waiting_text

_SERIALISED = "sealed:"


class _SealedAttribute(DeferredAttribute):
    """The attribute on instances. The instance keeps an unbound value; reading binds it to the instance, its row."""

    field: "SealedTextField"

    def __get__(self, instance, cls=None):
        stored = super().__get__(instance, cls)
        return stored if instance is None else stored.bound_to(self.field, instance)

    def __set__(self, instance, value) -> None:
        row = instance.__dict__
        # Django's refresh hands over the value of another object of the same row; everything else would be a seal that never opens.
        if isinstance(value, Sealed) and value.is_sealed_elsewhere(self.field, row.get(instance._meta.pk.attname)):
            raise TypeError(f"{self.field.name}: a text sealed in another row or column; open it there and assign the text")
        row[self.field.attname] = self.field.as_sealed(value)


class SealedTextField(models.BinaryField):
    """A text sealed in its row; the model must have a `uid` (UUIDField, default uuid4) that never changes.

    Assign a `str` (None and "" are empty) and save: it is sealed then, bound to "model label|field name|uid". Reading gives a `Sealed`.
    The column holds b"" when empty, so that emptiness can be asked without keys; NULL only with null=True. Renaming the model or the
    field changes the context: open and seal again in a migration. Searching and `update()` with a text are refused; keep a blind index.
    """

    description = _("Văn bản niêm phong")
    descriptor_class = _SealedAttribute

    def contribute_to_class(self, cls, name, private_only=False) -> None:
        super().contribute_to_class(cls, name, private_only)
        if not cls._meta.abstract and cls.__module__ != "__fake__":  # a model in the middle of its migrations may get its uid later
            class_prepared.connect(self._require_uid, sender=cls)

    def _require_uid(self, *, sender, **kwargs) -> None:
        try:
            is_uuid = isinstance(sender._meta.get_field("uid"), models.UUIDField)
        except FieldDoesNotExist:
            is_uuid = False
        if not is_uuid:
            raise ImproperlyConfigured(f"{sender._meta.label}.{self.name} is sealed: the model needs `uid = UUIDField(default=uuid4)`")

    def check(self, **kwargs) -> list[checks.CheckMessage]:
        found = super().check(**kwargs)
        if self.has_default():
            found.append(checks.Error("A sealed text has no default.", obj=self, id="foundation.E001"))
        return found

    def context_of(self, instance: models.Model) -> str:
        """Where the value is stored. Raises ImproperlyConfigured when the row has no uid."""
        uid = getattr(instance, "uid", None)
        if not uid:
            raise ImproperlyConfigured(f"{self.model._meta.label}.{self.name} is sealed, and this row has no uid")
        return f"{self.model._meta.label}|{self.name}|{uid}"

    def as_sealed(self, value: Any) -> Sealed:
        """The unbound value of what was assigned: a text, another sealed value, or nothing."""
        if isinstance(value, Sealed):
            return value.unbound()
        if isinstance(value, str):
            return waiting_text(value)
        if value is None or value == b"":
            return Sealed()
        raise TypeError(f"{self.name} takes a str or None, not {type(value).__name__}")

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed:
        """Seal what waits, once; from here on the instance holds no plain text either."""
        stored = Sealed(getattr(model_instance, self.attname).sealed_bytes())
        model_instance.__dict__[self.attname] = stored
        return stored

    def from_db_value(self, value, expression, connection) -> Sealed:
        return Sealed(b"" if value is None else bytes(value))

    def get_db_prep_value(self, value, connection, prepared=False):
        if isinstance(value, str) or (isinstance(value, bytes) and value):
            raise TypeError(
                f"{self.name} is sealed in its row: it is set on an instance and saved, never compared or updated in bulk by value"
            )
        stored = value.sealed_bytes() if isinstance(value, Sealed) else value
        return super().get_db_prep_value(stored or (None if self.null else b""), connection, prepared)

    def get_lookup(self, lookup_name: str):
        return super().get_lookup(lookup_name) if lookup_name in {"exact", "isnull"} else None

    def validate(self, value, model_instance) -> None:
        if value.is_empty and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def value_to_string(self, obj: models.Model) -> str:
        """Ciphertext for Django's serializers: only the same keys open it again, in a row with the same uid."""
        return _SERIALISED + b64encode(getattr(obj, self.attname).sealed_bytes()).decode("ascii")

    def to_python(self, value):
        if not isinstance(value, str):
            return value
        try:
            return (
                Sealed(b64decode(value.removeprefix(_SERIALISED), validate=True)) if value.startswith(_SERIALISED) else self._unreadable()
            )
        except NotBase64:
            return self._unreadable()

    def _unreadable(self):
        raise ValidationError(_("Giá trị niêm phong không đọc được."), code="sealed-form")
