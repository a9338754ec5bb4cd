"""The command `lachan`: what an administrator, a script or a scorer calls without the browser.

Each subcommand is a module with `add_arguments(parser)` and `run(args)`, loaded only when it is called, so that reading a plan needs
neither a database nor Django. A refusal is printed to standard error in Vietnamese and ends with status 2.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from lachan.foundation.errors import Refused

REFUSED = 2


@dataclass(frozen=True)
class Command:
    """A subcommand and the module that carries it out; `is_pure` needs no Django."""

    module: str
    help: str
    is_pure: bool = False


COMMANDS = {
    "plan": Command("lachan.config.plan_command", "đọc một kế hoạch thành JSON hoặc văn bản (read a signed plan)", is_pure=True),
    "clocks": Command("lachan.config.clocks_command", "tính thời hạn của một chuỗi bước (compute legal terms)", is_pure=True),
    "figure": Command("lachan.statistics.commands", "tính một chỉ tiêu thống kê (compute a figure)"),
    "ledger": Command("lachan.procedures.commands", "đối chiếu sổ cái với hồ sơ (check the ledger against the records)"),
    "setup": Command("lachan.config.installation", "chuẩn bị nơi cài đặt (prepare this installation)"),
    "demo": Command("lachan.config.demo_command", "nạp dữ liệu minh họa vào nơi trống (seed the invented demonstration)"),
    "serve": Command("lachan.config.server", "chạy máy chủ (run the server)"),
}
MANAGE = "manage"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    name = arguments[0] if arguments else "--help"
    if name == MANAGE:
        return _manage(arguments)
    if name not in COMMANDS:
        print(_overview(), file=sys.stdout if name in {"-h", "--help", "help"} else sys.stderr)
        return 0 if name in {"-h", "--help", "help"} else REFUSED
    try:
        return _run(name, arguments[1:])
    except Refused as refused:
        print(refused.message, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader of a pipe (`| head`) went away; without this Python complains once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(name: str, arguments: Sequence[str]) -> int:
    command = COMMANDS[name]
    if not command.is_pure:
        _set_up_django(name)
    module = import_module(command.module)
    parser = argparse.ArgumentParser(prog=f"lachan {name}", description=command.help)
    module.add_arguments(parser)
    args = parser.parse_args(arguments)
    if command.is_pure:
        return module.run(args) or 0
    from django.db import OperationalError, ProgrammingError  # only here: `plan read` runs without Django

    try:
        status = module.run(args) or 0
        sys.stdout.flush()
    except (OperationalError, ProgrammingError) as error:
        detail = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise Refused(f"Không dùng được cơ sở dữ liệu ({detail}). Kiểm tra DATABASE_URL, rồi chạy: lachan setup") from error
    return status


def _set_up_django(name: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lachan.config.settings")
    if name == "demo":
        os.environ["LACHAN_DEMO"] = "1"
    import django  # only here: `plan read` runs without Django

    django.setup()


def _manage(arguments: Sequence[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lachan.config.settings")
    from django.core.management import execute_from_command_line  # only here: `plan read` runs without Django

    execute_from_command_line(["lachan manage", *arguments[1:]])
    return 0


def _overview() -> str:
    lines = ["Cách dùng: lachan LỆNH [tham số] (lachan LỆNH --help để xem tham số)", ""]
    lines += [f"  {name:<8} {command.help}" for name, command in COMMANDS.items()]
    lines.append(f"  {MANAGE:<8} lệnh của Django (Django's own commands)")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
