"""`lachan demo`: fill an empty place with the demonstration, without serving it."""

import argparse

from lachan.config.installation import prepare
from lachan.demo.accounts import describe_accounts
from lachan.demo.seed import ensure_demo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`demo` has no arguments."""


def run(args: argparse.Namespace) -> int:
    """Prints the accounts. Raises Refused where there is anything that the demonstration did not write."""
    prepare()
    print("Đã nạp dữ liệu minh họa (seeded)." if ensure_demo() else "Dữ liệu minh họa đã có, giữ nguyên (kept as it is).")
    print(describe_accounts())
    return 0
