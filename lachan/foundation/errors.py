"""Refusals: what a person asked for and the rules do not allow, said in words that the person can act on."""


class Refused(Exception):
    """The rules do not allow what was asked. Nothing may have been saved when it is raised.

    `message` says in Vietnamese what is wrong and how to mend it; it may be a lazy translation and is read as `str` when shown.
    `code` is a stable slug for tests, programs and audits; `field` names the form field concerned, or is None for the whole;
    `status` is the HTTP status of the answer.
    """

    status = 422

    def __init__(self, message: object, *, code: str = "refused", field: str | None = None, status: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.field = field
        if status is not None:
            self.status = status

    @property
    def message(self) -> str:
        return str(self.args[0])

    def __str__(self) -> str:
        return self.message


class NotAllowed(Refused):
    """The person has no right to it. Outside it looks as if it did not exist, so that nobody learns what is there by asking."""

    status = 404


class Conflict(Refused):
    """Somebody else changed it first, or it is already so."""

    status = 409
