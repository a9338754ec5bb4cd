"""The register of documents: what was issued by whom, where its file is, and which documents it rests on or replaces."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from lachan.access.models import Account
from lachan.audit.operations import Subject
from lachan.organisations.models import Unit


class DocumentManager(models.Manager["Document"]):
    """Rows come without the file and its text: they are megabytes and only one page at a time needs them."""

    def get_queryset(self) -> models.QuerySet["Document"]:
        return super().get_queryset().defer("content", "text")


class Document(models.Model):
    """One document as issued. Names and numbers stay as written; `issuer` is the unit of the register that they mean.

    `text` is the text that was read out of `content` (NFC); every place in it is a line from 1 and characters in that line.
    """

    class Status(models.TextChoices):
        UNCHECKED = "unchecked", _("chưa rà soát")
        IN_FORCE = "in_force", _("còn hiệu lực")
        REPLACED = "replaced", _("đã được thay thế")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(_("loại văn bản"), max_length=40)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    title = models.TextField(_("trích yếu"), blank=True)
    issuing_body = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    issuer = models.ForeignKey(
        Unit, verbose_name=_("cơ quan ban hành trong danh mục"), null=True, on_delete=models.PROTECT, related_name="documents_issued"
    )
    place = models.CharField(_("nơi ban hành"), max_length=80, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    signer_name = models.CharField(_("người ký"), max_length=120, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=200, blank=True)
    period_start = models.DateField(_("kỳ thực hiện từ ngày"), null=True)
    period_end = models.DateField(_("đến hết ngày"), null=True)
    status = models.CharField(_("tình trạng"), max_length=12, choices=Status, default=Status.UNCHECKED)
    file_name = models.CharField(_("tên tệp"), max_length=200)
    file_format = models.CharField(_("định dạng"), max_length=8)
    file_size = models.PositiveIntegerField(_("dung lượng"))
    sha256 = models.CharField(max_length=64, db_index=True)
    content = models.BinaryField()
    text = models.TextField()
    reading_notes = models.JSONField(default=list)
    registered_at = models.DateTimeField(_("vào sổ lúc"))
    registered_by = models.ForeignKey(Account, verbose_name=_("người vào sổ"), on_delete=models.PROTECT, related_name="+")

    objects = DocumentManager()

    class Meta:
        ordering = ["-issued_on", "-id"]
        indexes = [models.Index(fields=["number", "issued_on"], name="document_number")]
        constraints = [
            models.CheckConstraint(
                name="document_period_in_order",
                condition=models.Q(period_start__isnull=True)
                | models.Q(period_end__isnull=True)
                | models.Q(period_end__gte=models.F("period_start")),
            )
        ]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        """What lists call it: "Kế hoạch 04/KH-BCĐ", or the file's name while no number is known."""
        return f"{self.kind} {self.number}".strip() if self.number else self.file_name

    def as_subject(self) -> Subject:
        return Subject("document", self.uid, self.label[:200])


class DocumentLink(models.Model):
    """A document names another one. What is written is kept; `to_document` is set when that one is in the register."""

    class Relation(models.TextChoices):
        BASED_ON = "based_on", _("căn cứ")
        CARRIES_OUT = "carries_out", _("thực hiện")
        REPLACES = "replaces", _("thay thế")
        ANNEXED_TO = "annexed_to", _("ban hành kèm theo")

    from_document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="links")
    to_document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="linked_from")
    relation = models.CharField(_("quan hệ"), max_length=12, choices=Relation)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    title = models.TextField(_("tên văn bản"), blank=True)
    line = models.PositiveIntegerField(_("dòng"), null=True)

    class Meta:
        ordering = ["from_document", "id"]

    def __str__(self):
        return f"{self.from_document} {self.get_relation_display()} {self.number or self.title}"
