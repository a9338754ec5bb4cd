"""`lachan ledger check`: does what is kept still say what the steps say?"""

import argparse
import dataclasses
import json
import sys

from lachan.procedures.check import Checked, check

DIFFERENT = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", choices=["check"], help="check: tính lại mọi sự kiện từ hồ sơ và so với sổ (derive again and compare)")
    parser.add_argument("--json", action="store_true", help="in JSON (print JSON)")


def run(args: argparse.Namespace) -> int:
    """0 when nothing differs, 1 when something does; each difference is a line on standard error (or an entry of the JSON)."""
    checked = check()
    if args.json:
        print(json.dumps(dataclasses.asdict(checked), ensure_ascii=False, indent=2))
    else:
        _print(checked)
    return DIFFERENT if checked.differences else 0


def _print(checked: Checked) -> None:
    for each in checked.differences:
        print(f"{each.part}\t{each.subject}\t{each.text}", file=sys.stderr)
    outcome = f"{len(checked.differences)} chỗ khác nhau." if checked.differences else "không có khác biệt."
    print(f"Đã tính lại {checked.records} hồ sơ, {checked.facts} sự kiện: {outcome}")
