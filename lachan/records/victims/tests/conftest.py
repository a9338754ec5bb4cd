from lachan.procedures.tests.fixtures import present  # noqa: F401
