"""Roles as data: each is a set of acts. Changing what an office may do is a change of this table, nowhere else."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    code: str
    label: str | Promise
    acts: frozenset[str]


def _role(code: str, label: Promise, acts: str) -> tuple[str, Role]:
    return code, Role(code, label, frozenset(acts.split()))


ROLES: dict[str, Role] = dict(
    [
        _role(
            "duty_officer",
            _("Cán bộ trực ban, thụ lý"),
            "tip.view tip.take tip.receive victim.view victim.take victim.receive case.view case.take "
            "people.reveal statistics.view statistics.records duty.view duty.fulfil",
        ),
        _role(
            "standing_officer",
            _("Cán bộ cơ quan thường trực"),
            "tip.view tip.take tip.receive victim.view victim.take victim.receive case.view case.take step.withdraw people.reveal "
            "program.view program.upload program.review program.confirm duty.view duty.fulfil duty.oversee "
            "statistics.view statistics.records report.view report.compose audit.view",
        ),
        _role(
            "commander",
            _("Chỉ huy"),
            "tip.view tip.take victim.view victim.take case.view case.take step.withdraw people.reveal program.view "
            "duty.view duty.oversee statistics.view statistics.records report.view audit.view",
        ),
        _role(
            "procurator",
            _("Kiểm sát viên"),
            "tip.view tip.take case.view case.take step.withdraw statistics.view statistics.records program.view duty.view duty.fulfil",
        ),
        _role(
            "court_officer", _("Cán bộ Tòa án"), "case.view case.take statistics.view statistics.records program.view duty.view duty.fulfil"
        ),
        _role(
            "support_officer",
            _("Cán bộ hỗ trợ nạn nhân"),
            "victim.view victim.take victim.receive people.reveal statistics.view statistics.records program.view duty.view duty.fulfil",
        ),
        _role(
            "commune_clerk",
            _("Cán bộ phường, xã"),
            "victim.view victim.receive victim.take program.view duty.view duty.fulfil statistics.view",
        ),
        _role("member_clerk", _("Cán bộ cơ quan thành viên"), "program.view duty.view duty.fulfil statistics.view"),
    ]
)
