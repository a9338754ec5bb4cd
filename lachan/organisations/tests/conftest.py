import datetime

import pytest

from lachan.audit.operations import SystemActor
from lachan.organisations import operations
from lachan.organisations.models import Area


@pytest.fixture(scope="session")
def by():
    """Who acts in these tests, and when."""
    return {"actor": SystemActor(), "at": datetime.datetime(2024, 1, 2, 8, 0, tzinfo=datetime.UTC)}


@pytest.fixture(scope="module")
def dong_nai(django_db_setup, django_db_blocker):
    """The areas of Đồng Nai (old, new, and old Bình Phước), loaded once for a module; what a test writes besides is rolled back."""
    with django_db_blocker.unblock():
        operations.load_areas({"75"})
        yield
        for level in reversed(Area.Level.values):
            Area.objects.filter(level=level).delete()


@pytest.fixture
def area(dong_nai, db):
    """Fetch an area by its reference."""
    return lambda ref: Area.objects.select_related("parent__parent").get(ref=ref)
