import pytest

from lachan.foundation.sealing import create_keyset


@pytest.fixture
def keyset(tmp_path, settings):
    """Keys of this test alone."""
    settings.LACHAN_KEYSET = tmp_path / "keys" / "keyset.json"
    create_keyset(settings.LACHAN_KEYSET)
    return settings.LACHAN_KEYSET
