"""Acts on a draft: handing in a plan; accepting, correcting, dropping, taking up again and adding items; giving it up.

Who: an account that holds the act for the committee itself or for its standing agency; others are told that there is no such plan.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lachan.access.models import Account
from lachan.access.policy import require
from lachan.audit import operations as audit
from lachan.documents.operations import DocumentEntry, digest_of, register_document
from lachan.documents.queries import documents_numbered, documents_of_file
from lachan.documents.reading import read_file_apart
from lachan.foundation.errors import Conflict, NotAllowed, Refused
from lachan.foundation.numerals import format_date
from lachan.organisations.models import Unit
from lachan.program.corrections import checked
from lachan.program.drafting import day_of, items_of
from lachan.program.models import Correction, DraftItem, Plan
from lachan.program.querysets import committees_served_by
from lachan.program.reader.draft import DocumentFields
from lachan.program.reader.read import read_plan

State = DraftItem.State


class FileKnown(Conflict):
    """The very same file was handed in before: `plan` is what it became."""

    def __init__(self, plan: Plan):
        message = _("Tệp này đã được nộp ngày %(day)s: %(plan)s. Mở kế hoạch đã có, không cần nộp lại.")
        super().__init__(
            message % {"day": format_date(plan.document.registered_at.astimezone().date()), "plan": plan}, code="file-known", field="file"
        )
        self.plan = plan


def upload_plan(
    data: bytes, name: str, *, committee: Unit, actor: Account, now: datetime, token: UUID | None = None, encoding: str | None = None
) -> Plan:
    """Read a signed plan and keep it as a draft; nothing of it counts before it is confirmed.

    `encoding`: the officer's word that the file was typed before Unicode ("tcvn3", "vni", "windows-1258").
    Who: the act `program.upload` for the committee. Raises NotAllowed; Refused when the file cannot be read (OldEncoding when it only needs
    that word); FileKnown when the committee was handed the same bytes before; audit.AlreadyDone when the form with `token` was carried out
    before.
    """
    require_committee(actor, "program.upload", committee, on=now.date())
    _refuse_known(data, committee)
    read = read_file_apart(data, name, encoding=encoding)
    draft = read_plan(read.text)
    items = items_of(draft, committee=committee, today=now.date())
    with transaction.atomic():
        audit.claim(token)
        _refuse_known(data, committee)
        entry = _entry(draft.document, committee)
        same = documents_numbered(entry.number, issued_on=entry.issued_on, issuing_body=entry.issuing_body)
        twin = same.exclude(plan__status=Plan.Status.DISCARDED).first()
        # The places of the items are counted in the reader's lines, so these are what is kept.
        document = register_document(entry, replace(read, text="\n".join(draft.lines)), data=data, name=name, actor=actor, now=now)
        plan = Plan.objects.create(document=document, committee=committee, period_start=entry.period_start, period_end=entry.period_end)
        if twin is not None:
            items.append(_twin_item(twin, ordinal=len(items) + 1))
        for item in items:
            item.plan = plan
        DraftItem.objects.bulk_create(items)
        audit.record("program.upload", plan.as_subject(), actor=actor, at=now, details={"items": len(items)}, token=token)
    return plan


@transaction.atomic
def accept_item(item: DraftItem, *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None) -> DraftItem:
    """State that an item is right as it stands.

    Raises NotAllowed; Conflict when somebody else was first or the plan is confirmed; Refused for an item that is empty and must not be.
    """
    if item.is_blank:
        raise Refused(_("Mục này còn trống. Bấm Sửa và điền theo bản giấy."), code="item-empty")
    return _move(item, State.ACCEPTED, "program.accept", actor=actor, now=now, revision=revision, token=token)


@transaction.atomic
def drop_item(item: DraftItem, *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None) -> DraftItem:
    """Leave an item out of the programme; it stays readable. Raises as `accept_item`."""
    if item.kind == DraftItem.Kind.FIELD and item.data.get("field") != "based_on":
        raise Refused(_("Mục này của văn bản không bỏ được; sửa lại nếu đọc sai."), code="field-needed")
    return _move(item, State.DROPPED, "program.drop", actor=actor, now=now, revision=revision, token=token)


@transaction.atomic
def reopen_item(item: DraftItem, *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None) -> DraftItem:
    """Take an item up again; corrections made so far stay. Raises as `accept_item`."""
    return _move(item, State.OPEN, "program.reopen", actor=actor, now=now, revision=revision, token=token)


@transaction.atomic
def correct_item(
    item: DraftItem, data: dict[str, Any], *, actor: Account, now: datetime, revision: int | None = None, token: UUID | None = None
) -> DraftItem:
    """Enter what the paper really says (only the changed keys need be given). What was read stays beside it, with who changed it and when.

    Raises as `accept_item`; Refused with `field` when a value cannot be.
    """
    audit.claim(token)
    item = _locked_item(item, actor, now, revision)
    before = item.current
    after = checked(item, data)
    changed = sorted(key for key in after if _said(after[key]) != _said(before.get(key)))
    if changed:
        Correction.objects.create(item=item, before=before, after=after, by=actor, at=now)
    return _kept(item, State.CORRECTED if changed else State.ACCEPTED, "program.correct", actor, now, token, {"changed": changed})


@transaction.atomic
def accept_sure(plan: Plan, *, kind: str = "", actor: Account, now: datetime, token: UUID | None = None) -> int:
    """Accept every open item without a doubt (of one kind, or of all). Returns how many. Raises NotAllowed, Conflict."""
    audit.claim(token)
    plan = locked_draft(plan, actor, "program.review", now)
    sure = [item for item in plan.items.filter(state=State.OPEN, **({"kind": kind} if kind else {})) if not item.is_doubtful]
    for item in sure:
        item.state = State.ACCEPTED
        item.revision += 1
    DraftItem.objects.bulk_update(sure, ["state", "revision"])
    audit.record("program.accept_sure", plan.as_subject(), actor=actor, at=now, details={"items": len(sure)}, token=token)
    return len(sure)


# What an item that a person adds begins with: the keys that the reader would have filled.
BLANK: dict[str, dict[str, Any]] = {
    DraftItem.Kind.TARGET: dict.fromkeys(
        (
            "indicator",
            "op_strict",
            "value",
            "value_to",
            "per",
            "due",
            "due_basis",
            "denominator",
            "recurrence",
            "change",
            "baseline",
            "section",
        )
    )
    | {"op": "=", "unit": "%", "indicator_code": ""},
    DraftItem.Kind.TASK: {
        "text": "",
        "section": "",
        "lead": [],
        "coordinating": [],
        "requested": [],
        "others": [],
        "kind": "",
        "due": None,
    },
    DraftItem.Kind.DEADLINE: dict.fromkeys(("before", "date", "start_date", "end_date", "recurrence", "what", "to", "via", "section"))
    | {"kind": "date", "demand": "report", "from_whom": [], "is_from_inherited": False, "is_before": True},
}


@transaction.atomic
def add_item(plan: Plan, kind: str, *, actor: Account, now: datetime, token: UUID | None = None) -> DraftItem:
    """Begin an item that the reader missed; it is empty, in doubt, and counts once `correct_item` has filled it.

    Raises NotAllowed, Conflict; Refused for a kind that cannot be added; audit.AlreadyDone (its details name the item).
    """
    audit.claim(token)
    plan = locked_draft(plan, actor, "program.review", now)
    if kind not in BLANK:
        raise Refused(_("Chỉ thêm được chỉ tiêu, nhiệm vụ hoặc thời hạn."), code="kind-not-addable")
    ordinal = (plan.items.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    doubts = [_("Mục do người rà soát thêm, chưa có trong phần đọc được. Điền theo bản giấy.")]
    item = DraftItem.objects.create(
        plan=plan, kind=kind, ordinal=ordinal, data=BLANK[kind] | {"is_added": True}, confidence=0, doubts=doubts
    )
    details = {"item": ordinal, "kind": kind}
    audit.record("program.add", plan.as_subject(), actor=actor, at=now, details=details, token=token)
    return item


@transaction.atomic
def discard_plan(plan: Plan, *, actor: Account, now: datetime, token: UUID | None = None) -> Plan:
    """Give up a draft (the wrong file, the wrong committee). It leaves the lists; its file may be handed in again.

    Raises NotAllowed; Conflict when the plan is no longer a draft.
    """
    audit.claim(token)
    plan = locked_draft(plan, actor, "program.review", now)
    plan.status = Plan.Status.DISCARDED
    plan.save(update_fields=["status"])
    audit.record("program.discard", plan.as_subject(), actor=actor, at=now, token=token)
    return plan


def require_committee(actor: Account, act: str, committee: Unit, *, on: date) -> None:
    """Raise NotAllowed unless the actor may do `act` for the committee on the day."""
    require(actor, act)
    if not committees_served_by(actor, act, on=on).filter(pk=committee.pk).exists():
        raise NotAllowed(_("Đơn vị của đồng chí không phải cơ quan thường trực của ban chỉ đạo này."), code="not-this-committee")


def locked_draft(plan: Plan, actor: Account, act: str, now: datetime) -> Plan:
    """The plan, locked until commit. Raises NotAllowed; Conflict when it is no longer a draft."""
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    require_committee(actor, act, plan.committee, on=now.date())
    if plan.status != Plan.Status.DRAFT:
        raise Conflict(_("Kế hoạch này đã được đưa vào theo dõi. Tải lại trang để xem."), code="already-confirmed")
    return plan


def _refuse_known(data: bytes, committee: Unit) -> None:
    known = documents_of_file(digest_of(data)).filter(plan__committee=committee)
    document = known.exclude(plan__status=Plan.Status.DISCARDED).first()
    if document is not None:
        raise FileKnown(document.plan)


def _entry(fields: DocumentFields, committee: Unit) -> DocumentEntry:
    period, signer = fields.period, fields.signer
    start, end = (day_of(period.start), day_of(period.end)) if period else (None, None)
    is_period = bool(start and end and start <= end)
    return DocumentEntry(
        kind=fields.type or "Kế hoạch",
        number=fields.number or "",
        title=fields.title or "",
        issuing_body=fields.issuing_body or "",
        issuer=committee,
        place=fields.place or "",
        issued_on=day_of(fields.date),
        signer_name=(signer.name if signer else "") or "",
        signer_title=(signer.title if signer else "") or "",
        period_start=start if is_period else None,
        period_end=end if is_period else None,
    )


def _twin_item(twin: Any, *, ordinal: int) -> DraftItem:
    message = _("Đã có %(label)s cùng số, ngày và cơ quan ban hành, nộp ngày %(day)s. Đưa bản này vào theo dõi sẽ thay bản đó.") % {
        "label": twin.label,
        "day": format_date(twin.registered_at.astimezone().date()),
    }
    return DraftItem(
        kind=DraftItem.Kind.FLAG, ordinal=ordinal, data={"code": "same-number", "message": message}, confidence=0.5, doubts=[message]
    )


def _said(value: Any) -> Any:
    """An empty field says the same as one that was never filled."""
    return None if value == "" else value


def _move(item: DraftItem, state: str, act: str, *, actor: Account, now: datetime, revision: int | None, token: UUID | None) -> DraftItem:
    audit.claim(token)
    return _kept(_locked_item(item, actor, now, revision), state, act, actor, now, token, {})


def _locked_item(item: DraftItem, actor: Account, now: datetime, revision: int | None) -> DraftItem:
    locked_draft(item.plan, actor, "program.review", now)
    item = DraftItem.objects.select_for_update().get(pk=item.pk)
    if revision is not None and item.revision != revision:
        raise Conflict(_("Mục %(number)d vừa được người khác duyệt hoặc sửa. Xem lại rồi làm tiếp.") % {"number": item.ordinal})
    return item


def _kept(item: DraftItem, state: str, act: str, actor: Account, now: datetime, token: UUID | None, details: dict[str, Any]) -> DraftItem:
    item.state = state
    item.revision += 1
    item.save(update_fields=["state", "revision"])
    audit.record(act, item.plan.as_subject(), actor=actor, at=now, details={"item": item.ordinal, "kind": item.kind} | details, token=token)
    return item
