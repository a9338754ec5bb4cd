"""Acts on the register: loading the areas, and founding, ending, seating and linking units. Each is one transaction.

Every act by a person is audited; loading the data files is not, since it only repeats what the files of this version say.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lachan.audit.operations import Actor, Subject, record
from lachan.foundation.errors import Conflict, Refused
from lachan.foundation.sources import Mark
from lachan.foundation.text import nfc

from .models import Area, AreaSuccession, Extent, FormerTitle, Membership, ReportingLine, Unit, UnitSuccession
from .naming import agency_key, name_key
from .register import AreaRow, LinkRow, Register, TitleRow, family, path_of, read_register

BATCH = 900


@dataclass(frozen=True)
class LoadedAreas:
    """How many rows the load wrote or found unchanged."""

    areas: int
    successions: int
    former_titles: int


@transaction.atomic
def load_areas(provinces: set[str] | None = None) -> LoadedAreas:
    """Bring the register of areas to the state of the data files; running it again changes nothing.

    `provinces`: two-digit codes. Only these are loaded, with all provinces that they were made of or became part of; None loads all.
    Rows keep their keys, so what refers to an area keeps referring to it. Rows that the files do not hold are left alone.
    """
    register = read_register()
    if provinces is not None:
        register = family(register, provinces)
    keys = _load_areas(register)
    _load_links(register.links, keys)
    _load_titles(register.titles, keys)
    return LoadedAreas(len(register.areas), len(register.links), len(register.titles))


def _load_areas(register: Register) -> dict[str, int]:
    """Level by level, since a row needs the key of its parent. Returns ref → key."""
    updated = ["code", "level", "type_name", "name", "search_name", "parent", "path", "valid_from", "valid_to", "source", "mark"]
    keys: dict[str, int] = {}
    for level in Area.Level.values:
        rows = [_area(row, path_of(register.areas, row.ref), keys) for row in register.areas.values() if row.level == level]
        Area.objects.bulk_create(rows, BATCH, update_conflicts=True, unique_fields=["ref"], update_fields=updated)
        keys |= dict(Area.objects.filter(level=level).values_list("ref", "pk"))
    return keys


def _area(row: AreaRow, path: str, keys: dict[str, int]) -> Area:
    return Area(
        ref=row.ref,
        code=row.code,
        level=row.level,
        type_name=row.type_name,
        name=row.name,
        search_name=name_key(row.name),
        parent_id=keys[row.parent] if row.parent else None,
        path=path,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=row.source,
        mark=row.mark,
    )


def _load_links(links: list[LinkRow], keys: dict[str, int]) -> None:
    rows = [
        AreaSuccession(
            predecessor_id=keys[link.predecessor],
            successor_id=keys[link.successor],
            on=link.on,
            extent=link.extent,
            share=None if link.extent == Extent.PART else Decimal(1),
            is_default=link.extent != Extent.PART,
            source=link.source,
            mark=link.mark,
        )
        for link in links
    ]
    AreaSuccession.objects.bulk_create(
        rows,
        BATCH,
        update_conflicts=True,
        unique_fields=["predecessor", "successor", "on"],
        update_fields=["extent", "share", "is_default", "source", "mark"],
    )


def _load_titles(titles: list[TitleRow], keys: dict[str, int]) -> None:
    rows = [
        FormerTitle(
            area_id=keys[title.ref],
            code=title.code,
            type_name=title.type_name,
            name=title.name,
            search_name=name_key(title.name),
            valid_from=title.valid_from,
            valid_to=title.valid_to,
            source=title.source,
            mark=title.mark,
        )
        for title in titles
    ]
    FormerTitle.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["area", "valid_to"],
        update_fields=["code", "type_name", "name", "search_name", "valid_from", "source", "mark"],
    )


@transaction.atomic
def create_unit(
    *,
    code: str,
    name: str,
    function: str,
    level: str,
    short_name: str = "",
    area: Area | None = None,
    superior: Unit | None = None,
    valid_from: datetime.date | None = None,
    valid_to: datetime.date | None = None,
    aliases: Iterable[str] = (),
    source: str = "",
    mark: Mark = Mark.UNCONFIRMED,
    is_demo: bool = False,
    actor: Actor,
    at: datetime.datetime,
) -> Unit:
    """Enter a unit. `short_name` is what papers of its own place call it ("Công an thành phố"); empty means the name itself.

    Raises Conflict when the code is taken, Refused (with `field`) when a value cannot be.
    """
    name, short_name = " ".join(nfc(name).split()), " ".join(nfc(short_name).split())
    _check_unit(code=code, name=name, function=function, level=level, area=area, valid_from=valid_from, valid_to=valid_to)
    unit = Unit.objects.create(
        code=code,
        name=name,
        short_name=short_name or name,
        search_name=agency_key(name),
        function=function,
        level=level,
        area=area,
        superior=superior,
        valid_from=valid_from,
        valid_to=valid_to,
        aliases=[nfc(alias) for alias in aliases],
        source=source,
        mark=mark,
        is_demo=is_demo,
    )
    record("unit.create", _subject(unit), actor=actor, at=at)
    return unit


def _subject(unit: Unit) -> Subject:
    return Subject(kind="unit", uid=None, label=unit.code)


def _check_unit(
    *,
    code: str,
    name: str,
    function: str,
    level: str,
    area: Area | None,
    valid_from: datetime.date | None,
    valid_to: datetime.date | None,
) -> None:
    if not code or slugify(code) != code:
        raise Refused(_("Mã đơn vị chỉ gồm chữ thường không dấu, số và dấu gạch nối: “%s”.") % code, code="bad_code", field="code")
    if Unit.objects.filter(code=code).exists():
        raise Conflict(_("Đã có đơn vị mang mã “%s”.") % code, code="code_taken", field="code")
    if not name:
        raise Refused(_("Đơn vị chưa có tên."), code="no_name", field="name")
    if function not in Unit.Function.values:
        raise Refused(_("Không có lĩnh vực “%s”.") % function, code="bad_function", field="function")
    if level not in Unit.Level.values:
        raise Refused(_("Không có cấp “%s”.") % level, code="bad_level", field="level")
    if level != Unit.Level.CENTRAL and area is None:
        raise Refused(_("Đơn vị địa phương “%s” phải có địa bàn.") % name, code="no_area", field="area")
    _check_period(valid_from=valid_from, valid_to=valid_to)


def _check_period(*, valid_from: datetime.date | None, valid_to: datetime.date | None) -> None:
    if valid_from and valid_to and valid_to <= valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), code="bad_period", field="valid_to")


@transaction.atomic
def end_unit(unit: Unit, *, on: datetime.date, actor: Actor, at: datetime.datetime) -> Unit:
    """The unit is gone from `on` (the first day without it)."""
    _check_period(valid_from=unit.valid_from, valid_to=on)
    unit.valid_to = on
    unit.save(update_fields=["valid_to"])
    record("unit.end", _subject(unit), actor=actor, at=at, details={"on": on.isoformat()})
    return unit


@transaction.atomic
def seat_member(
    committee: Unit,
    member: Unit,
    *,
    role: str = Membership.Role.MEMBER,
    valid_from: datetime.date | None = None,
    valid_to: datetime.date | None = None,
    actor: Actor,
    at: datetime.datetime,
) -> Membership:
    """Give `member` a seat in `committee`; a seat that exists is returned as it is. Refused when the unit is no committee."""
    if committee.function != Unit.Function.STEERING_COMMITTEE:
        raise Refused(_("“%s” không phải là ban chỉ đạo.") % committee.name, code="not_a_committee", field="committee")
    _check_period(valid_from=valid_from, valid_to=valid_to)
    seat, is_new = Membership.objects.get_or_create(
        committee=committee, member=member, role=role, valid_from=valid_from, defaults={"valid_to": valid_to}
    )
    if is_new:
        record("unit.seat", _subject(committee), actor=actor, at=at, details={"member": member.code, "role": str(role)})
    return seat


@transaction.atomic
def open_reporting_line(
    unit: Unit,
    recipient: Unit,
    *,
    regime: str,
    via: Unit | None = None,
    valid_from: datetime.date | None = None,
    valid_to: datetime.date | None = None,
    actor: Actor,
    at: datetime.datetime,
) -> ReportingLine:
    """`unit` reports to `recipient` under `regime`, the paper going through `via`; a line that exists is returned as it is."""
    if unit == recipient:
        raise Refused(_("“%s” không thể báo cáo cho chính mình.") % unit.name, code="reports_to_itself", field="recipient")
    _check_period(valid_from=valid_from, valid_to=valid_to)
    line, is_new = ReportingLine.objects.get_or_create(
        unit=unit, recipient=recipient, regime=regime, valid_from=valid_from, defaults={"via": via, "valid_to": valid_to}
    )
    if is_new:
        record("unit.report_to", _subject(unit), actor=actor, at=at, details={"recipient": recipient.code, "regime": regime})
    return line


@transaction.atomic
def link_units(
    predecessor: Unit,
    successor: Unit,
    *,
    on: datetime.date,
    extent: str,
    functions: Iterable[str] = (),
    is_default: bool = False,
    source: str = "",
    mark: Mark = Mark.UNCONFIRMED,
    actor: Actor,
    at: datetime.datetime,
) -> UnitSuccession:
    """State that `successor` took over from `predecessor` on a day; `functions` in words when only some. An existing link is returned.

    Refused when the successor is the same unit or is itself gone by that day.
    """
    if predecessor == successor:
        raise Refused(_("“%s” không thể kế thừa chính mình.") % successor.name, code="succeeds_itself", field="successor")
    if successor.valid_to is not None and successor.valid_to <= on:
        raise Refused(_("“%s” không còn vào ngày đó nên không thể kế thừa.") % successor.name, code="successor_gone", field="successor")
    link, is_new = UnitSuccession.objects.get_or_create(
        predecessor=predecessor,
        successor=successor,
        on=on,
        defaults={"extent": extent, "functions": list(functions), "is_default": is_default, "source": source, "mark": mark},
    )
    if is_new:
        record("unit.succeed", _subject(predecessor), actor=actor, at=at, details={"successor": successor.code, "on": on.isoformat()})
    return link
