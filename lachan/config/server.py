"""`lachan serve`: prepare what is missing, fill a demonstration, then hand over to gunicorn on this machine's own address."""

import argparse
import os
import socket
import sys

from django.conf import settings
from django.db import connections

from lachan.config.installation import prepare
from lachan.demo.accounts import describe_accounts
from lachan.demo.seed import ensure_demo
from lachan.foundation.errors import Refused

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
SQLITE_WORKERS = 2  # one writer at a time: more workers only wait for each other


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or DEFAULT_PORT), help="cổng nghe trên 127.0.0.1")


def run(args: argparse.Namespace) -> int:
    """Never returns: this process becomes the server. Raises Refused when the port is taken or the demonstration cannot be laid here."""
    _check_port(args.port)
    prepare()
    if settings.IS_DEMO:
        ensure_demo()
    connections.close_all()
    print(f"\nLá Chắn: http://{HOST}:{args.port}/   (Ctrl+C để dừng / to stop)")
    if settings.IS_DEMO:
        print(describe_accounts())
    sys.stdout.flush()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:lachan.config.gunicorn_settings"]
    os.execv(sys.executable, [*command, "--bind", f"{HOST}:{args.port}", "--workers", str(_workers())])


def _workers() -> int:
    return SQLITE_WORKERS if settings.IS_SQLITE else 2 * (os.cpu_count() or 1) + 1


def _check_port(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            message = f"Cổng {port} đang bận hoặc không dùng được. Chọn cổng khác: PORT={DEFAULT_PORT + 80} make run"
            raise Refused(message, code="port-taken") from error
