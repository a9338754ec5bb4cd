"""Preparing one installation: its folder, keys, tables, areas and static files. Each step does only what is missing."""

import argparse
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lachan.foundation import sealing
from lachan.foundation.errors import Refused
from lachan.organisations.models import Area
from lachan.organisations.operations import load_areas


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`setup` has no arguments: everything that differs between places comes from the environment."""


def run(args: argparse.Namespace) -> int:
    """Everything that is missing, and the register of areas brought to the state of this version's files."""
    _lay()
    loaded = load_areas()
    print(f"Danh mục địa bàn: {loaded.areas} đơn vị hành chính, {loaded.successions} lần kế thừa.")
    print(f"Đã chuẩn bị xong tại {settings.HOME} (ready).")
    return 0


def prepare() -> None:
    """Bring the installation to where it can serve. Quick when nothing is missing. Raises Refused when the folder cannot be written.

    A demonstration loads the few areas that it needs itself.
    """
    _lay()
    if not settings.IS_DEMO and not Area.objects.exists():
        print("Nạp danh mục đơn vị hành chính (loading areas) …", flush=True)
        load_areas()


def _lay() -> None:
    _create_home()
    _create_secret_key()
    sealing.ensure_keyset()
    if _has_unapplied_migrations():
        print("Tạo, cập nhật cơ sở dữ liệu (migrating the database) …", flush=True)
        call_command("migrate", verbosity=0, interactive=False)
    if _static_is_stale():
        call_command("collectstatic", verbosity=0, interactive=False)


def _create_home() -> None:
    try:
        settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        message = f"Không tạo được thư mục {settings.HOME}: {error.strerror}. Đặt LACHAN_HOME vào nơi ghi được."
        raise Refused(message, code="home-not-writable") from error


def _create_secret_key() -> None:
    """The key that signs sessions, unless it comes from the environment. This process keeps the throw-away key it started with."""
    file = settings.HOME / "secret-key"
    if file.exists() or os.environ.get("LACHAN_SECRET_KEY"):
        return
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(secrets.token_urlsafe(64) + "\n")


def _has_unapplied_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _static_is_stale() -> bool:
    """Whether some source file is newer than what was collected. With plain static files nothing is collected."""
    if settings.WHITENOISE_USE_FINDERS:
        return False
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return True
    collected_at = manifest.stat().st_mtime
    return any(source.stat().st_mtime > collected_at for source in _static_sources())


def _static_sources() -> Iterator[Path]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield Path(storage.path(path))
