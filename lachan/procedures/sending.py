"""A form that was sent: carried out once, or shown again with everything typed and what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.forms import Form
from django.http import QueryDict

from lachan.audit.models import Entry
from lachan.audit.operations import AlreadyDone
from lachan.foundation.errors import Conflict, NotAllowed, Refused


@dataclass(frozen=True)
class Sending:
    """What became of a form. `made` when it was carried out now, `earlier` when an earlier sending did it; else `status` of the answer."""

    made: Any = None
    earlier: Entry | None = None
    conflict: Conflict | None = None
    status: int = 422

    @property
    def is_done(self) -> bool:
        return self.made is not None or self.earlier is not None


def carry_out(
    form: Form, act: Callable[[dict[str, Any]], Any], *, revision: int | None = None, renamed: Mapping[str, str] | None = None
) -> Sending:
    """Let `act` do what the form asks, given its cleaned data; refusals go to the form's fields.

    `revision`: the record's present one; after a conflict the form speaks of it, for by then the person has been told. `renamed` maps
    the operation's field names to the form's. NotAllowed passes through: it is answered as "not found".
    """
    if not form.is_valid():
        return Sending()
    try:
        made = act(form.cleaned_data)
    except AlreadyDone as done:
        return Sending(earlier=done.entry)
    except Conflict as conflict:
        if revision is not None:
            form.data = cast(QueryDict, form.data).copy()
            form.data["revision"] = str(revision)
        return Sending(conflict=conflict, status=conflict.status)
    except NotAllowed:
        raise
    except Refused as refused:
        name = (renamed or {}).get(refused.field or "", refused.field)
        form.add_error(name if name in form.fields else None, refused.message)
        return Sending(status=refused.status)
    return Sending(made=True if made is None else made)
