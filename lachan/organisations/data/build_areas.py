"""Makes `areas.csv.gz` and `successions.csv.gz` from the csv files of vietnamadminunits 1.0.4.

    python build_areas.py FOLDER

FOLDER holds `gso_legacy_district_2025-07-18.csv`, `gso_legacy_ward_2025-07-18.csv`, `communes_2025.csv` and
`convert_legacy_2025_simple.csv`. Needs nothing but Python; the output is the same, byte for byte, for the same input.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import unicodedata
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
AREA_COLUMNS = ["ref", "code", "level", "type_name", "name", "parent"]
TYPE_NAMES = ["Tỉnh", "Thành phố", "Thị xã", "Quận", "Huyện", "Phường", "Thị trấn", "Xã", "Đặc khu"]
SUCCESSION_COLUMNS = ["predecessor", "successor", "extent"]


def read(file: Path) -> list[dict[str, str]]:
    """Rows of one csv file, every text NFC and without doubled or outer spaces (some names end in one)."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [{key: clean(value) for key, value in row.items()} for row in csv.DictReader(lines)]


def clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def padded(code: str, digits: int) -> str:
    """Codes lost their leading zeros, and became "1.0", where a spreadsheet had read them."""
    return str(int(float(code))).zfill(digits)


def type_and_name(full: str) -> tuple[str, str]:
    """ "Thị Trấn Ái Tử" is ("Thị trấn", "Ái Tử"). The written name decides: in 7 rows the type column contradicts it (SOURCES.md)."""
    for type_name in TYPE_NAMES:
        if full.casefold().startswith(type_name.casefold() + " "):
            return type_name, full[len(type_name) + 1 :]
    raise ValueError(f"{full!r} begins with no known type")


def province_row(code: str, full: str, suffix: str) -> list[str]:
    return [f"p{code}{suffix}", code, "province", *type_and_name(full), ""]


def legacy_areas(districts: list[dict[str, str]], communes: list[dict[str, str]]) -> list[list[str]]:
    """63 provinces, 696 districts and 10,035 communes of the last day of the three-level system."""
    provinces = {row["Mã TP"]: row["Tỉnh / Thành Phố"] for row in districts}
    rows = [province_row(code, full, "") for code, full in sorted(provinces.items())]
    for row in districts:
        rows.append([f"d{row['Mã']}", row["Mã"], "district", *type_and_name(row["Tên"]), f"p{row['Mã TP']}"])
    for row in communes:
        rows.append([f"c{row['Mã']}", row["Mã"], "commune", *type_and_name(row["Tên"]), f"d{row['Mã QH']}"])
    return rows


def areas_of_2025(communes: list[dict[str, str]]) -> list[list[str]]:
    """34 provinces and 3,321 communes since 1 July 2025."""
    provinces = {padded(row["provinceCode"], 2): row["province"] for row in communes}
    rows = [province_row(code, full, "-2025") for code, full in sorted(provinces.items())]
    for row in communes:
        code, province = padded(row["wardCode"], 5), padded(row["provinceCode"], 2)
        rows.append([f"c{code}-2025", code, "commune", *type_and_name(row["ward"]), f"p{province}-2025"])
    return rows


def commune_successions(links: list[dict[str, str]]) -> list[list[str]]:
    """One row per link. Five island districts had no communes: there the district itself is the predecessor."""
    rows = []
    for link in links:
        old = f"c{padded(link['wardCode'], 5)}" if link["wardCode"] else f"d{padded(link['districtCode'], 3)}"
        rows.append([old, f"c{padded(link['newWardCode'], 5)}-2025", extent_of(link)])
    return rows


def extent_of(link: dict[str, str]) -> str:
    if link["isDividedWard"] == "True":
        return "part"
    return "whole" if link["isMergedWard"] == "True" else "unchanged"


def province_successions(links: list[dict[str, str]]) -> list[list[str]]:
    """63 rows: every old province lies wholly in one new province; 11 of them are that province, unchanged."""
    pairs = sorted({(padded(link["provinceCode"], 2), padded(link["newProvinceCode"], 2)) for link in links})
    sources = Counter(new for _, new in pairs)
    return [[f"p{old}", f"p{new}-2025", "unchanged" if sources[new] == 1 else "whole"] for old, new in pairs]


def write(file: Path, columns: list[str], rows: list[list[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    file.write_bytes(gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0))


def main(folder: Path) -> None:
    districts = read(folder / "gso_legacy_district_2025-07-18.csv")
    old_communes = read(folder / "gso_legacy_ward_2025-07-18.csv")
    new_communes = read(folder / "communes_2025.csv")
    links = read(folder / "convert_legacy_2025_simple.csv")
    areas = legacy_areas(districts, old_communes) + areas_of_2025(new_communes)
    successions = province_successions(links) + commune_successions(links)
    refs = {row[0] for row in areas}
    unknown = {ref for row in successions for ref in row[:2]} - refs
    if len(refs) != len(areas) or unknown:
        raise ValueError(f"{len(areas) - len(refs)} doubled refs, unknown refs {sorted(unknown)}")
    write(HERE / "areas.csv.gz", AREA_COLUMNS, areas)
    write(HERE / "successions.csv.gz", SUCCESSION_COLUMNS, successions)
    sys.stdout.write(f"{len(areas)} areas, {len(successions)} successions\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
