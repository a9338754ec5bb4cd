"""Acts on a report: who may, what is kept, what is said to the second of two writers."""

from uuid import uuid4

import pytest

from lachan.audit.models import Entry
from lachan.audit.operations import AlreadyDone
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.ledger.queries import position_at
from lachan.program.models import Plan
from lachan.reporting.heads import Head, usual_head
from lachan.reporting.models import Narrative, Report
from lachan.reporting.operations import change_head, refresh_figures, start_report, write_narrative
from lachan.reporting.queries import last_narratives
from lachan.reporting.tests.conftest import NOW, entry
from tests.people import moment
from tests.test_spine import a_tip

LATER = moment("2024-06-08 08:00")


def test_a_report_begins_at_the_position_of_the_ledger_and_in_the_journal(report, place):
    assert (report.position, report.known_at) == (position_at(), NOW)
    assert (report.unit, report.figures_of) == (place.city_police, place.committee)
    noted = Entry.objects.get(act="report.start")
    assert (noted.subject_uid, noted.details["position"]) == (report.uid, report.position)


@pytest.mark.parametrize("who", ["an", "dung", "khanh"])
def test_an_account_without_the_act_begins_no_report(place, who):
    with pytest.raises(NotAllowed):
        start_report(entry(place), actor=getattr(place, who), now=NOW)
    assert not Report.objects.exists()


def test_figures_of_a_unit_out_of_reach_are_not_taken(place):
    with pytest.raises(NotAllowed):
        start_report(entry(place, figures_of=place.procuracy), actor=place.binh, now=NOW)


@pytest.mark.parametrize(("changes", "field"), [({"outline_code": "no-such"}, "outline"), ({"subject": "  "}, "subject")])
def test_an_entry_that_cannot_be_is_refused_at_its_field(place, changes, field):
    with pytest.raises(Refused) as refused:
        start_report(entry(place, **changes), actor=place.binh, now=NOW)
    assert refused.value.field == field


def test_a_plan_that_is_not_followed_is_refused(place, plan):
    Plan.objects.update(status=Plan.Status.SUPERSEDED)
    plan.refresh_from_db()
    with pytest.raises(Refused, match="chưa đưa vào theo dõi"):
        start_report(entry(place, plan=plan), actor=place.binh, now=NOW)


def test_a_form_sent_twice_is_one_report(place):
    token = uuid4()
    made = start_report(entry(place), actor=place.binh, now=NOW, token=token)
    with pytest.raises(AlreadyDone) as done:
        start_report(entry(place), actor=place.binh, now=NOW, token=token)
    assert done.value.entry.subject_uid == made.uid
    assert Report.objects.count() == 1


def test_taking_new_figures_notes_from_where_to_where(report, place):
    before = report.position
    a_tip(place, at="2024-06-07 10:00")
    again = refresh_figures(report, actor=place.binh, now=LATER, revision=0)
    assert (again.position, again.known_at, again.revision) == (position_at(), LATER, 1)
    assert Entry.objects.get(act="report.refresh_figures").details == {"from": before, "to": again.position}
    with pytest.raises(Conflict, match="đã được sửa"):
        refresh_figures(report, actor=place.binh, now=LATER, revision=0)


def test_every_version_of_a_text_stays(report, place):
    write_narrative(report, "direction", "Bản một.", actor=place.binh, now=NOW, seen=0)
    write_narrative(report, "direction", "Bản hai.", actor=place.binh, now=LATER, seen=1)
    assert [each.text for each in Narrative.objects.all()] == ["Bản một.", "Bản hai."]
    assert last_narratives(report)["direction"].text == "Bản hai."


def test_the_second_of_two_writers_of_a_section_is_told_and_loses_nothing(report, place):
    write_narrative(report, "direction", "Bản của người trước.", actor=place.binh, now=NOW, seen=0)
    with pytest.raises(Conflict, match="Trần Ví Bình đã lưu mục này lúc 09:12 07/06/2024"):
        write_narrative(report, "direction", "Bản của người sau.", actor=place.binh, now=LATER, seen=0)
    write_narrative(report, "prevention", "Mục khác.", actor=place.binh, now=LATER, seen=0)
    assert Narrative.objects.count() == 2


@pytest.mark.parametrize("section", ["I", "no-such"])
def test_nothing_is_written_where_the_outline_has_no_text(report, place, section):
    with pytest.raises(NotAllowed):
        write_narrative(report, section, "x", actor=place.binh, now=NOW)


def test_a_text_beyond_measure_is_refused_with_both_lengths(report, place):
    with pytest.raises(Refused, match="tối đa 20000 ký tự, đang có 20001"):
        write_narrative(report, "direction", "a" * 20001, actor=place.binh, now=NOW)


def test_a_neighbour_neither_writes_nor_takes_figures(report, place):
    for do in (
        lambda: write_narrative(report, "direction", "x", actor=place.an, now=NOW),
        lambda: refresh_figures(report, actor=place.dung, now=NOW),
        lambda: change_head(report, usual_head(place.city_police, None), subject="x", actor=place.chi, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            do()


def test_the_head_is_changed_and_the_journal_says_which_fields(report, place):
    head = Head(**{name: getattr(report, name) for name in Head.__dataclass_fields__} | {"signer_name": "Thượng tá Người Bịa"})
    change_head(report, head, subject=report.subject, actor=place.binh, now=LATER, revision=report.revision)
    report.refresh_from_db()
    assert report.signer_name == "Thượng tá Người Bịa"
    assert Entry.objects.get(act="report.change_head").details == {"fields": ["signer_name"]}


def test_a_head_without_symbol_is_refused(report, place):
    head = Head(**{name: getattr(report, name) for name in Head.__dataclass_fields__} | {"number_symbol": " "})
    with pytest.raises(Refused, match="Nhập ký hiệu") as refused:
        change_head(report, head, subject=report.subject, actor=place.binh, now=LATER)
    assert refused.value.field == "number_symbol"
