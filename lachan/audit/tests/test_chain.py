"""A journal in which a changed or removed row shows."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import transaction

from lachan.audit.models import Entry
from lachan.audit.operations import AlreadyDone, Subject, SystemActor, broken_links, claim, record

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 5, 6, 5, 0, tzinfo=UTC)


def write(act="tip.receive", **more):
    with transaction.atomic():
        return record(act, Subject("tip", uuid4(), "TB-2024-0001"), actor=SystemActor(), at=NOON, **more)


def test_an_untouched_chain_is_whole():
    for act in ("tip.receive", "tip.classify", "people.reveal"):
        write(act, reason="Thụ lý", details={"on": "2024-05-06"})
    assert broken_links() == []


def test_an_edited_entry_shows():
    write()
    edited = write("people.reveal")
    write()
    Entry.objects.filter(pk=edited.pk).update(act="tip.classify")
    assert broken_links() == [edited.pk]


def test_a_removed_entry_shows_at_the_one_after_it():
    write()
    gone = write()
    after = write()
    Entry.objects.filter(pk=gone.pk).delete()
    assert broken_links() == [after.pk]


def test_a_token_is_claimed_once():
    token = uuid4()
    with transaction.atomic():
        claim(token)
    entry = write(token=token)
    with pytest.raises(AlreadyDone) as done, transaction.atomic():
        claim(token)
    assert done.value.entry == entry


def test_an_entry_is_written_only_within_a_transaction(transactional_db):
    with pytest.raises(RuntimeError, match="transaction"):
        record("tip.receive", Subject("tip", None, ""), actor=SystemActor(), at=NOON)
