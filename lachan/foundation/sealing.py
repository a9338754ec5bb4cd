"""Sealing: what identifies a person is stored so that the database alone, or a copied row, reveals nothing.

Texts are sealed with AES-256-GCM (Tink). A seal is bound to its context, the place where it is stored ("table|column|uid"): moved to
another row or column it does not open. The keys live in one file apart from the database, named by the setting `LACHAN_KEYSET`: a keyset
for sealing, which rotates, and one for blind indexes, which does not, because every stored index would have to be computed anew.
Without the file the rest of the system works, and sealed texts stay locked.
"""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tink
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from tink import aead, json_proto_keyset_format, prf, secret_key_access

from lachan.foundation.errors import Refused
from lachan.foundation.text import fold

aead.register()
prf.register()


class SealBroken(Refused):
    """A sealed text cannot be opened: the keys are away (`keyset-missing`) or it is not what was sealed here (`seal-broken`)."""


@dataclass(frozen=True)
class _Keys:
    seal: aead.Aead
    index: prf.PrfSet

    def __repr__(self) -> str:
        return "<keys>"


@sensitive_variables("text")
def seal(text: str, *, context: str) -> bytes:
    """The sealed bytes of a text; twice the same text gives different bytes. Raises SealBroken when the keys are away."""
    try:
        plain = text.encode()
    except UnicodeEncodeError:  # it carries the whole text, so it is not chained
        raise Refused(_("Văn bản có ký tự hỏng, không lưu được. Nhập lại đoạn đó."), code="text-broken") from None
    return _keys().seal.encrypt(plain, context.encode())


@sensitive_variables()
def unseal(blob: bytes, *, context: str) -> str:
    """The text that was sealed in this context. Raises SealBroken when keys are away, or bytes or context are not those of the sealing."""
    keys = _keys()
    try:
        return keys.seal.decrypt(bytes(blob), context.encode()).decode()
    except tink.TinkError as error:
        message = _(
            "Dữ liệu đã niêm phong không mở được: nội dung đã bị thay đổi hoặc chuyển từ hồ sơ khác sang. Báo người quản trị hệ thống."
        )
        raise SealBroken(message, code="seal-broken") from error


@sensitive_variables()
def blind_index(value: str, *, context: str) -> str:
    """64 hex digits by which equal values (in the search form) can be found without storing them; differs by context ("people.number").

    For exact values only: whoever holds the keys can try out all values of a small set. Raises SealBroken when the keys are away.
    """
    return _keys().index.primary().compute(f"{context}\x00{fold(value)}".encode(), 32).hex()


def is_unlocked() -> bool:
    """Whether the keys are there; if not, identities show as locked."""
    try:
        _keys()
    except SealBroken:
        return False
    return True


def create_keyset(path: Path) -> None:
    """Make new keys in a file that only its owner can read. Raises Refused when there is a file already: it may hold the only keys."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    keysets = {"seal": _new_keyset(aead.aead_key_templates.AES256_GCM), "index": _new_keyset(prf.prf_key_templates.HMAC_SHA256)}
    with _written_beside(path, keysets) as draft:
        try:
            os.link(draft, path)
        except FileExistsError as error:
            message = _("Đã có tệp khóa tại %(path)s; không ghi đè.") % {"path": path}
            raise Refused(message, code="keyset-exists") from error


def ensure_keyset() -> bool:
    """Create the keys of this installation unless they exist; whether they were created. For the setup command, never while serving."""
    path = Path(settings.LACHAN_KEYSET)
    if path.exists():
        _keys()
        return False
    create_keyset(path)
    return True


def rotate_keyset(path: Path) -> None:
    """From now on seal with a new key; what older keys sealed still opens. Raises SealBroken when the file cannot be read."""
    keysets = _read(path)
    _opened(keysets)
    used = {key["keyId"] for key in keysets["seal"]["key"]}
    added = _new_keyset(aead.aead_key_templates.AES256_GCM)
    while added["primaryKeyId"] in used:
        added = _new_keyset(aead.aead_key_templates.AES256_GCM)
    keysets["seal"] = {"primaryKeyId": added["primaryKeyId"], "key": [*keysets["seal"]["key"], *added["key"]]}
    with _written_beside(path, keysets) as draft:
        os.replace(draft, path)


def _keys() -> _Keys:
    path = Path(settings.LACHAN_KEYSET)
    try:
        state = path.stat()
    except OSError as error:
        raise _locked() from error
    return _load(path, state.st_mtime_ns, state.st_ino)


@lru_cache(maxsize=4)
def _load(path: Path, changed: int, inode: int) -> _Keys:
    """The keys of one state of the file; `changed` and `inode` make a rotated or replaced file another entry."""
    return _opened(_read(path))


def _opened(keysets: dict) -> _Keys:
    try:
        return _Keys(seal=_handle(keysets["seal"]).primitive(aead.Aead), index=_handle(keysets["index"]).primitive(prf.PrfSet))
    except tink.TinkError as error:
        raise _locked() from error


def _read(path: Path) -> dict:
    try:
        keysets = json.loads(path.read_text())
        if keysets["seal"]["key"] and keysets["index"]["key"]:
            return keysets
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _locked() from error
    raise _locked()


def _locked() -> SealBroken:
    message = _("Dữ liệu đang khóa: không đọc được tệp khóa của hệ thống. Báo người quản trị mở khóa rồi làm lại.")
    return SealBroken(message, code="keyset-missing", status=503)


def _handle(keyset: dict) -> tink.KeysetHandle:
    return json_proto_keyset_format.parse(json.dumps(keyset), secret_key_access.TOKEN)


def _new_keyset(template) -> dict:
    return json.loads(json_proto_keyset_format.serialize(tink.new_keyset_handle(template), secret_key_access.TOKEN))


@contextmanager
def _written_beside(path: Path, keysets: dict) -> Iterator[Path]:
    """A finished file beside `path`, so that the keys appear under their name at once or not at all, and outlive a power cut."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(keysets, file)
            file.flush()
            os.fsync(file.fileno())
        yield draft
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    finally:
        draft.unlink(missing_ok=True)
