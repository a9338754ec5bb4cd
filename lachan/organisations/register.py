"""The data files of the register, parsed and checked; nothing here touches the database."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
from dataclasses import dataclass, replace
from importlib.resources import files

from lachan.foundation.sources import Mark

LEGACY_END = datetime.date(2025, 7, 1)
LEGACY_SOURCE = "Danh mục GSO đến 30/6/2025 (vietnamadminunits 1.0.4); không rõ ngày bắt đầu"
SOURCE_OF_2025 = "Quyết định 19/2025/QĐ-TTg, danh mục từ 01/7/2025 (vietnamadminunits 1.0.4)"
LINK_SOURCE = "Bảng chuyển đổi từ 01/7/2025 (vietnamadminunits 1.0.4)"


@dataclass(frozen=True)
class AreaRow:
    """One area as a file states it; `parent` is a ref or ""."""

    ref: str
    code: str
    level: str
    type_name: str
    name: str
    parent: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    source: str
    mark: Mark


@dataclass(frozen=True)
class LinkRow:
    """One succession between two refs."""

    predecessor: str
    successor: str
    extent: str
    on: datetime.date
    source: str
    mark: Mark


@dataclass(frozen=True)
class TitleRow:
    """What the area `ref` was called up to `valid_to`."""

    ref: str
    code: str
    type_name: str
    name: str
    valid_from: datetime.date | None
    valid_to: datetime.date
    source: str
    mark: Mark


@dataclass(frozen=True)
class GapRow:
    """What the register is known not to know of `area` ("*": everywhere) in a period; an empty text says "checked, complete"."""

    area: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    text: str
    source: str
    mark: Mark


@dataclass(frozen=True)
class Register:
    areas: dict[str, AreaRow]
    links: list[LinkRow]
    titles: list[TitleRow]


def read_base() -> Register:
    """The lists before and since 1 July 2025 with their links, without the hand-kept changes."""
    areas = {row["ref"]: _base_area(row) for row in _packed("areas.csv.gz")}
    links = [
        LinkRow(row["predecessor"], row["successor"], row["extent"], LEGACY_END, LINK_SOURCE, Mark.SECONDARY)
        for row in _packed("successions.csv.gz")
    ]
    return Register(areas, links, [])


def read_register() -> Register:
    """The base with the hand-kept changes of 2024 and 2026 laid over it."""
    register = read_base()
    for row in _plain("changes_2024_dong_nai.csv"):
        _lay_2024(register, row)
    for row in _plain("changes_2026.csv"):
        _lay_title(register, row)
    return register


def read_gaps() -> list[GapRow]:
    return [
        GapRow(row["area"], _day(row["valid_from"]), _day(row["valid_to"]), row["text"], row["source"], Mark(row["mark"]))
        for row in _plain("known_gaps.csv")
    ]


def family(register: Register, provinces: set[str]) -> Register:
    """The part of the register that concerns the given province codes: each with all provinces that it was made of or became part of.

    So {"75"} is old Đồng Nai, old Bình Phước and new Đồng Nai: without Bình Phước the predecessors of the new communes would be incomplete.
    """
    wanted = {ref for ref, row in register.areas.items() if row.level == "province" and row.code in provinces}
    wanted |= {link.successor for link in register.links if link.predecessor in wanted}
    wanted |= {link.predecessor for link in register.links if link.successor in wanted}
    areas = {ref: row for ref, row in register.areas.items() if root_of(register.areas, ref) in wanted}
    return Register(
        areas,
        [link for link in register.links if link.predecessor in areas and link.successor in areas],
        [title for title in register.titles if title.ref in areas],
    )


def path_of(areas: dict[str, AreaRow], ref: str) -> str:
    """Refs from the province down, joined by "/"."""
    parent = areas[ref].parent
    return f"{path_of(areas, parent)}/{ref}" if parent else ref


def root_of(areas: dict[str, AreaRow], ref: str) -> str:
    while areas[ref].parent:
        ref = areas[ref].parent
    return ref


def _base_area(row: dict[str, str]) -> AreaRow:
    if row["ref"].endswith("-2025"):
        return AreaRow(**row, valid_from=LEGACY_END, valid_to=None, source=SOURCE_OF_2025, mark=Mark.VERIFIED)
    return AreaRow(**row, valid_from=None, valid_to=LEGACY_END, source=LEGACY_SOURCE, mark=Mark.VERIFIED)


def _lay_2024(register: Register, row: dict[str, str]) -> None:
    on, source, mark = datetime.date.fromisoformat(row["on"]), row["source"], Mark(row["mark"])
    if row["kind"] == "area":
        named = (row["ref"], row["code"], "commune", row["type_name"], row["name"], row["parent"])
        register.areas[row["ref"]] = AreaRow(*named, valid_from=None, valid_to=on, source=source, mark=mark)
    if row["kind"] == "title":
        register.titles.append(TitleRow(row["ref"], row["code"], row["type_name"], row["name"], None, on, source, mark))
    else:
        register.links.append(LinkRow(row["ref"], row["successor"], row["extent"], on, source, mark))


def _lay_title(register: Register, row: dict[str, str]) -> None:
    """The area goes on under a new title; the one of the base becomes a former title."""
    old, on = register.areas[row["ref"]], datetime.date.fromisoformat(row["on"])
    former = TitleRow(old.ref, old.code, old.type_name, old.name, old.valid_from, on, row["source"], Mark(row["mark"]))
    register.titles.append(former)
    register.areas[old.ref] = replace(old, type_name=row["type_name"], name=row["name"])


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _packed(name: str) -> list[dict[str, str]]:
    return _rows(gzip.decompress((files(__package__) / "data" / name).read_bytes()).decode())


def _plain(name: str) -> list[dict[str, str]]:
    return _rows((files(__package__) / "data" / name).read_text(encoding="utf-8"))


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))
