"""What every page of a plan in force prints at its head."""

from typing import Any

from lachan.access.requests import SignedInRequest
from lachan.foundation import clock
from lachan.organisations.queries import standing_agency
from lachan.program.models import Duty, Plan
from lachan.program.queries import may_do, register_gaps


def head_of(request: SignedInRequest, plan: Plan, *, tab: str) -> dict[str, Any]:
    """What every page of a plan prints at its head."""
    today = clock.today()
    issued_on = plan.document.issued_on or today
    return {
        "plan": plan,
        "document": plan.document,
        "tab": tab,
        "now": clock.now(),
        "standing": standing_agency(plan.committee, on=issued_on),
        "later": plan.superseded_by.first(),
        "gaps": register_gaps(plan, on=today),
        "may_oversee": may_do(plan, "duty.oversee", actor=request.user, on=today),
        "sees_duties": request.user.may("duty.view"),
        "own_left": Duty.objects.owed().filter(demand__plan=plan, unit=request.user.unit, is_before_issue=False).count(),
    }
