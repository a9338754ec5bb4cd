from tests.courses import present  # noqa: F401
