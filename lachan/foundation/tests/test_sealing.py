import stat
import unicodedata

import pytest

from lachan.foundation.errors import Refused
from lachan.foundation.sealing import SealBroken, blind_index, create_keyset, ensure_keyset, is_unlocked, rotate_keyset, seal, unseal

HERE = "people.Person|name|5d0c8ee4"
TEXT = "Nguyễn Thị Ví Dụ"


def test_what_is_sealed_opens_in_its_context(keyset):
    assert unseal(seal(TEXT, context=HERE), context=HERE) == TEXT
    assert unseal(seal("", context=HERE), context=HERE) == ""


def test_the_sealed_bytes_hide_the_text_and_differ_each_time(keyset):
    first, second = seal(TEXT, context=HERE), seal(TEXT, context=HERE)
    assert first != second
    assert all(TEXT.encode(encoding) not in first for encoding in ("utf-8", "utf-16-le"))


@pytest.mark.parametrize("elsewhere", ["people.Person|name|other", "people.Person|address|5d0c8ee4", ""])
def test_a_seal_moved_to_another_place_does_not_open(keyset, elsewhere):
    with pytest.raises(SealBroken) as refused:
        unseal(seal(TEXT, context=HERE), context=elsewhere)
    assert refused.value.code == "seal-broken"
    assert TEXT not in refused.value.message


@pytest.mark.parametrize("place", [0, 4, 5, 20, -1])
def test_a_changed_byte_does_not_open(keyset, place):
    blob = bytearray(seal(TEXT, context=HERE))
    blob[place] ^= 1
    with pytest.raises(SealBroken):
        unseal(bytes(blob), context=HERE)


@pytest.mark.parametrize("blob", [b"", b"x", b"\x00" * 64])
def test_bytes_that_were_never_sealed_do_not_open(keyset, blob):
    with pytest.raises(SealBroken):
        unseal(blob, context=HERE)


def test_without_the_keys_everything_stays_locked(keyset):
    blob = seal(TEXT, context=HERE)
    assert is_unlocked()
    keyset.unlink()
    assert not is_unlocked()
    for attempt in (lambda: unseal(blob, context=HERE), lambda: seal(TEXT, context=HERE), lambda: blind_index("1", context="x")):
        with pytest.raises(SealBroken, match="đang khóa") as refused:
            attempt()
        assert (refused.value.code, refused.value.status) == ("keyset-missing", 503)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"seal": {"key": [1]}, "index": {"key": [1]}}', "\x00"])
def test_a_damaged_key_file_locks_and_is_not_overwritten(keyset, content):
    keyset.write_text(content)
    assert not is_unlocked()
    with pytest.raises(SealBroken):
        ensure_keyset()
    with pytest.raises(SealBroken):
        rotate_keyset(keyset)
    assert keyset.read_text() == content


def test_a_key_file_is_for_its_owner_alone_and_nothing_else_is_left_beside_it(keyset):
    assert stat.S_IMODE(keyset.stat().st_mode) == 0o600
    rotate_keyset(keyset)
    assert stat.S_IMODE(keyset.stat().st_mode) == 0o600
    assert [file.name for file in keyset.parent.iterdir()] == ["keyset.json"]


def test_new_keys_never_overwrite_old_ones(keyset):
    before = keyset.read_bytes()
    with pytest.raises(Refused, match="không ghi đè"):
        create_keyset(keyset)
    assert keyset.read_bytes() == before
    assert [file.name for file in keyset.parent.iterdir()] == ["keyset.json"]


def test_setup_makes_keys_once(tmp_path, settings):
    settings.LACHAN_KEYSET = tmp_path / "keyset.json"
    assert ensure_keyset()
    before = settings.LACHAN_KEYSET.read_bytes()
    assert not ensure_keyset()
    assert settings.LACHAN_KEYSET.read_bytes() == before


def test_after_rotation_old_seals_open_and_new_ones_use_the_new_key(keyset):
    old = seal(TEXT, context=HERE)
    index = blind_index("001090000001", context="people.number")
    rotate_keyset(keyset)
    new = seal(TEXT, context=HERE)
    assert unseal(old, context=HERE) == unseal(new, context=HERE) == TEXT
    assert old[:5] != new[:5]  # the prefix names the key
    assert blind_index("001090000001", context="people.number") == index


def test_seals_of_another_installation_do_not_open(keyset, tmp_path, settings):
    blob = seal(TEXT, context=HERE)
    settings.LACHAN_KEYSET = tmp_path / "other.json"
    create_keyset(settings.LACHAN_KEYSET)
    with pytest.raises(SealBroken):
        unseal(blob, context=HERE)


def test_a_blind_index_is_the_same_for_every_way_of_typing_a_value(keyset):
    index = blind_index("Nguyễn  Văn Mẫu", context="people.name")
    assert len(index) == 64
    assert set(index) <= set("0123456789abcdef")
    assert blind_index(unicodedata.normalize("NFD", "nguyễn văn mẫu "), context="people.name") == index


def test_a_blind_index_differs_by_value_context_and_keys(keyset, tmp_path, settings):
    found = {blind_index("1", context="a"), blind_index("2", context="a"), blind_index("1", context="b")}
    settings.LACHAN_KEYSET = tmp_path / "other.json"
    create_keyset(settings.LACHAN_KEYSET)
    assert len(found | {blind_index("1", context="a")}) == 4


def test_a_broken_character_is_refused(keyset):
    with pytest.raises(Refused) as refused:
        seal("a\ud800", context=HERE)
    assert refused.value.code == "text-broken"
