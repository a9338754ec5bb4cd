import copy
import pickle
from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import FieldError, ImproperlyConfigured, ValidationError
from django.db import connection, models, transaction
from django.db.migrations.writer import MigrationWriter
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext, isolate_apps

from lachan.foundation.errors import Refused
from lachan.foundation.fields import SealedTextField
from lachan.foundation.sealed import MASK, Sealed
from lachan.foundation.sealing import SealBroken, rotate_keyset
from lachan.foundation.tests.sealed_rows import SealedRow

NAME = "Trần Thị Ví Dụ"
DETACHED = "through its instance"


@pytest.fixture(scope="session")
def table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(SealedRow)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(SealedRow)


@pytest.fixture
def row(table, db, keyset):
    return SealedRow.objects.create(name=NAME)


@pytest.fixture
def known_by_name(monkeypatch):
    """Copies, pickles and serializers find a model by its name in the registry; there for one test only."""
    monkeypatch.setitem(apps.get_app_config("foundation").models, "sealedrow", SealedRow)


def stored_bytes(row, column="name"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {SealedRow._meta.db_table} WHERE id = %s", [row.pk])
        value = cursor.fetchone()[0]
    return value if value is None else bytes(value)


def test_an_assigned_text_opens_before_and_after_saving(table, db, keyset):
    row = SealedRow(name=NAME)
    assert row.name.open() == NAME
    row.save()
    assert row.name.open() == NAME
    assert SealedRow.objects.get().name.open() == NAME


def test_the_database_holds_no_plain_text(row):
    assert NAME.encode() not in stored_bytes(row)
    assert len(stored_bytes(row)) > len(NAME.encode())


def test_text_is_composed_when_it_is_assigned(table, db, keyset):
    assert SealedRow(name="e\u0302\u0301").name.open() == "ế"


@pytest.mark.parametrize("make", [lambda row: SealedRow(name=NAME), lambda row: row, lambda row: SealedRow.objects.get()])
def test_no_way_of_printing_shows_the_text(row, make):
    value = make(row).name
    page = Template("{{ value }} {{ value|default:'-' }} {{ value|upper }}").render(Context({"value": value}))
    shown = [str(value), repr(value), f"{value}", f"{value!r}", "%s" % value, page, repr(vars(make(row)))]  # noqa: UP031
    assert not [text for text in shown if "Ví" in text or "VÍ" in text]
    assert str(value) == MASK


@pytest.mark.parametrize("empty", [None, ""])
def test_empty_is_known_without_keys(table, db, settings, empty):
    row = SealedRow.objects.create(name=empty, address=empty)
    loaded = SealedRow.objects.get(pk=row.pk)
    assert loaded.name.is_empty
    assert not loaded.name
    assert str(loaded.name) == loaded.name.open() == ""
    assert stored_bytes(row) == b""
    assert stored_bytes(row, "address") is None
    assert SealedRow.objects.filter(address__isnull=True).exists()
    assert SealedRow.objects.filter(name=b"").exists()


def test_a_saved_instance_keeps_no_plain_text(row):
    assert row.__dict__["name"]._waiting == ""


def test_saving_without_keys_is_refused_and_nothing_is_saved(table, db, keyset):
    keyset.unlink()
    with pytest.raises(SealBroken), transaction.atomic():
        SealedRow.objects.create(name=NAME)
    assert not SealedRow.objects.exists()


def test_a_seal_copied_to_another_row_does_not_open(row):
    other = SealedRow.objects.create(name="Khác")
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {SealedRow._meta.db_table} SET name = (SELECT name FROM {SealedRow._meta.db_table} WHERE id = %s)", [row.pk]
        )
    assert SealedRow.objects.get(pk=row.pk).name.open() == NAME
    with pytest.raises(SealBroken):
        SealedRow.objects.get(pk=other.pk).name.open()


def test_a_seal_copied_to_another_column_does_not_open(row):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {SealedRow._meta.db_table} SET address = name")
    with pytest.raises(SealBroken):
        SealedRow.objects.get().address.open()


def test_assigning_the_sealed_value_of_another_row_or_column_fails_at_once(row):
    other = SealedRow.objects.create(name="Khác")
    with pytest.raises(TypeError, match="another row"):
        other.name = row.name
    with pytest.raises(TypeError, match="another row"):
        SealedRow(name=row.name)
    with pytest.raises(TypeError, match="another row"):
        row.address = row.name


@pytest.mark.parametrize("value", [7, b"abc", ["a"], date(2024, 1, 1)])
def test_only_text_can_be_assigned(value):
    with pytest.raises(TypeError, match="takes a str"):
        SealedRow(name=value)


def test_many_rows_are_sealed_each_with_its_own_uid(table, db, keyset):
    SealedRow.objects.bulk_create([SealedRow(name=f"Người {number}") for number in range(3)])
    rows = list(SealedRow.objects.order_by("pk"))
    assert [row.name.open() for row in rows] == ["Người 0", "Người 1", "Người 2"]
    for row in rows:
        row.name = row.name.open() + " mới"
    SealedRow.objects.bulk_update(rows, ["name"])
    assert [row.name.open() for row in SealedRow.objects.order_by("pk")] == ["Người 0 mới", "Người 1 mới", "Người 2 mới"]


def test_a_deferred_text_is_loaded_when_it_is_asked_for(row):
    assert SealedRow.objects.only("remark").get().name.open() == NAME
    assert SealedRow.objects.only("name").get().name.open() == NAME
    assert SealedRow.objects.defer("name").get().name.open() == NAME


def test_saving_a_row_whose_text_was_not_loaded_leaves_the_text(row):
    light = SealedRow.objects.defer("name").get()
    light.remark = "đã xem"
    with CaptureQueriesContext(
        connection,
    ) as queries:
        light.save()
    assert "name" not in queries.captured_queries[-1]["sql"].split("WHERE")[0]
    assert SealedRow.objects.get().name.open() == NAME


def test_refreshing_brings_back_what_is_stored(row):
    changed = SealedRow.objects.get()
    changed.name = "Tên mới"
    changed.save(update_fields=["name"])
    row.refresh_from_db()
    assert row.name.open() == "Tên mới"
    row.name = "chưa lưu"
    row.refresh_from_db(fields=["name"])
    assert row.name.open() == "Tên mới"
    row.save()
    assert SealedRow.objects.get().name.open() == "Tên mới"


def test_values_carry_sealed_texts_that_open_only_through_a_row(row):
    value = SealedRow.objects.values_list("name", flat=True).get()
    assert (str(value), value.is_empty) == (MASK, False)
    with pytest.raises(TypeError, match=DETACHED):
        value.open()


def test_a_text_is_neither_searched_nor_updated_by_value(row):
    with pytest.raises(TypeError, match="never compared"):
        SealedRow.objects.filter(name=NAME).exists()
    with pytest.raises(TypeError, match="never compared"):
        SealedRow.objects.update(name=NAME)
    with pytest.raises(FieldError):
        SealedRow.objects.filter(name__contains=NAME)


def test_copies_keep_the_value_and_hide_it(row, known_by_name):
    waiting = SealedRow(name=NAME)
    for twin in (copy.copy(row), copy.deepcopy(row), copy.deepcopy(waiting)):
        assert twin.name.open() == NAME
        assert NAME not in repr(vars(twin))
    assert copy.deepcopy(row.name).open() == NAME


def test_a_pickle_holds_ciphertext_only(row, known_by_name):
    assert NAME.encode() not in pickle.dumps(row)
    assert pickle.loads(pickle.dumps(row)).name.open() == NAME
    carried = pickle.loads(pickle.dumps(row.name))
    assert str(carried) == MASK
    with pytest.raises(TypeError, match=DETACHED):
        carried.open()


@pytest.mark.parametrize("thing", [SealedRow(name=NAME), SealedRow(name=NAME).name], ids=["row", "value"])
def test_a_text_that_waits_to_be_sealed_cannot_be_pickled(thing):
    with pytest.raises(TypeError, match="save the row first"):
        pickle.dumps(thing)


@pytest.mark.parametrize("form", ["json", "python", "xml"])
def test_serializers_write_ciphertext_that_reads_back_for_the_same_row(row, form, known_by_name):
    for written in (row, SealedRow(name=NAME, uid=row.uid)):
        output = serializers.serialize(form, [written])
        assert NAME not in str(output)
        assert ascii(NAME)[1:-1] not in str(output)
        (read,) = serializers.deserialize(form, output)
        assert read.object.name.open() == NAME


@pytest.mark.parametrize("stored", ["sealed:###", NAME, ""])
def test_a_serialised_value_that_was_never_written_is_refused(stored):
    with pytest.raises(ValidationError):
        SealedRow._meta.get_field("name").to_python(stored)


def test_cleaning_a_row_asks_for_what_may_not_be_blank(row):
    row.full_clean()
    SealedRow(name=NAME).full_clean(validate_unique=False)
    with pytest.raises(ValidationError) as refused:
        SealedRow(name="").full_clean(validate_unique=False)
    assert set(refused.value.error_dict) == {"name"}


def test_rotated_keys_open_old_rows_and_seal_new_ones(row, keyset):
    rotate_keyset(keyset)
    assert SealedRow.objects.get().name.open() == NAME
    other = SealedRow.objects.create(name="Khác")
    assert SealedRow.objects.get(pk=other.pk).name.open() == "Khác"


def test_a_refused_text_leaves_nothing_behind(table, db, keyset):
    with pytest.raises(Refused), transaction.atomic():
        SealedRow.objects.create(name="a\ud800")
    assert not SealedRow.objects.exists()


def test_a_migration_writes_the_field_back():
    field = SealedRow._meta.get_field("address")
    name, path, args, kwargs = field.deconstruct()
    assert (name, path, args, kwargs) == ("address", "lachan.foundation.fields.SealedTextField", [], {"blank": True, "null": True})
    assert MigrationWriter.serialize(field)[0] == "lachan.foundation.fields.SealedTextField(blank=True, null=True)"


@isolate_apps("lachan.foundation")
@pytest.mark.parametrize("uid", [None, models.CharField(max_length=36)], ids=["none", "text"])
def test_a_model_without_a_uid_cannot_be_declared(uid):
    body = {"name": SealedTextField(), "__module__": __name__, "Meta": type("Meta", (), {"app_label": "foundation"})}
    with pytest.raises(ImproperlyConfigured, match="needs `uid"):
        type("Bare", (models.Model,), body | ({"uid": uid} if uid else {}))


@isolate_apps("lachan.foundation")
def test_an_abstract_model_may_leave_the_uid_to_its_children(keyset):
    class Named(models.Model):
        name = SealedTextField()

        class Meta:
            abstract = True
            app_label = "foundation"

    class Child(Named):
        uid = models.UUIDField(primary_key=True, default=uuid4)

        class Meta:
            app_label = "foundation"

    child = Child(name=NAME)
    assert child.name.open() == NAME
    assert Child._meta.get_field("name").context_of(child) == f"foundation.Child|name|{child.uid}"


@isolate_apps("lachan.foundation")
def test_a_default_text_is_reported_by_the_checks():
    class WithDefault(models.Model):
        uid = models.UUIDField(default=uuid4)
        name = SealedTextField(default=b"x")

        class Meta:
            app_label = "foundation"

    assert [found.id for found in WithDefault._meta.get_field("name").check()] == ["foundation.E001"]


def test_a_row_without_a_uid_is_a_mistake_of_the_program(keyset):
    with pytest.raises(ImproperlyConfigured, match="no uid"):
        Sealed(waiting="x", field=SealedRow._meta.get_field("name"), instance=SealedRow(uid=None)).sealed_bytes()
