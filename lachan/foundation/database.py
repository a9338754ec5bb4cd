"""Locks that hold until the transaction ends, the same on both databases."""

from hashlib import blake2b

from django.db import connection


def serialise(name: str) -> None:
    """Let one transaction at a time pass this point for `name`; the others wait until it commits or is rolled back.

    PostgreSQL takes an advisory lock. SQLite has one writer in all (transactions begin IMMEDIATE), so nothing is left to do.
    Must be called inside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("serialise() must be called inside a transaction")
    if connection.vendor == "postgresql":
        key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
