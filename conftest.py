"""What every test may ask for."""

import pytest

from lachan.foundation import sealing


def pytest_addoption(parser):
    parser.addoption("--pictures", default="", help="folder for pictures of the pages that the browser journeys pass")


@pytest.fixture(scope="session")
def keyset(tmp_path_factory):
    """One keyset of sealed fields for the whole run."""
    path = tmp_path_factory.mktemp("keys") / "keyset.json"
    sealing.create_keyset(path)
    return path


@pytest.fixture(autouse=True)
def _keys(keyset, settings):
    settings.LACHAN_KEYSET = keyset


@pytest.fixture
def place(db):
    """The invented place of `tests.people`."""
    from tests.people import make_place

    return make_place()
