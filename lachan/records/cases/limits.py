"""The legal terms of a criminal case under the Criminal Procedure Code of 2015: investigation, prosecution, trial, appeal."""

from lachan.foundation.sources import Source
from lachan.foundation.terms import Term
from lachan.procedures.model import Extension, Limit, Variant
from lachan.records.cases.law_2015 import (
    APPEAL,
    FURTHER,
    INVESTIGATE,
    PREPARE_AGAIN,
    PROSECUTE,
    PROSECUTE_AGAIN,
    RETURNED,
    SUPREME_PROCURACY,
    TRY,
)


def _by_severity(
    less: Term | None, serious: Term | None, very: Term | None, especially: Term, source: Source | None = None
) -> tuple[Variant, ...]:
    """The term of each class of crime; None where the law gives it none."""
    terms = (("less_serious", less), ("serious", serious), ("very_serious", very), ("especially_serious", especially))
    return tuple(Variant(term, {"severity": severity}, source) for severity, term in terms if term)


def _longer_investigation(*variants: Variant, by: frozenset[str] = frozenset(), source: Source | None = None) -> Extension:
    """Of an investigation that began with the opening of the case; `source` where the row is for resumed ones."""
    return Extension(
        step="extend_investigation",
        variants=variants,
        latest_days_before=10,
        by=by,
        runs=frozenset({"open"}),
        after_resumption=source is not None,
        source=source,
    )


TWO, THREE, FOUR = Term(months=2), Term(months=3), Term(months=4)
PROSECUTION = (Term(days=20), Term(days=20), Term(days=30), Term(days=30))
PREPARATION = (Term(days=30), Term(days=45), Term(months=2), Term(months=3))

LIMITS_2018: tuple[Limit, ...] = (
    Limit(
        "case.investigate",
        "Điều tra",
        INVESTIGATE,
        starts=frozenset({"open", "return_to_investigation", "return_by_court"}),
        ends=frozenset({"conclude", "discontinue", "discontinue_prosecution", "indict"}),
        variants=(
            Variant(Term(months=1), {"step": "return_by_court"}, FURTHER),
            Variant(Term(months=1), {"step": "return_to_investigation", "from": RETURNED}, FURTHER),
            Variant(TWO, {"step": "return_to_investigation"}, FURTHER),
            *_by_severity(TWO, THREE, FOUR, FOUR),
        ),
        extensions=(
            _longer_investigation(*_by_severity(TWO, THREE, FOUR, FOUR)),
            _longer_investigation(*_by_severity(None, TWO, FOUR, FOUR)),
            _longer_investigation(*_by_severity(None, None, None, FOUR)),
            _longer_investigation(*_by_severity(None, None, None, FOUR), by=SUPREME_PROCURACY),
            _longer_investigation(*_by_severity(Term(months=1), TWO, TWO, THREE), source=FURTHER),
        ),
        stops=frozenset({"suspend"}),
        resumes=frozenset({"resume"}),
        resumed_variants=_by_severity(TWO, TWO, THREE, THREE, FURTHER),
        note="Tính từ ngày khởi tố vụ án, theo khoản nặng nhất đã khởi tố; điều tra bổ sung tính từ ngày trả hồ sơ.",
    ),
    Limit(
        "case.prosecute",
        "Quyết định truy tố",
        PROSECUTE,
        starts=frozenset({"send_to_procuracy"}),
        ends=frozenset({"indict", "return_to_investigation", "discontinue_prosecution"}),
        variants=_by_severity(*PROSECUTION),
        extensions=(
            Extension(step="extend_prosecution", variants=_by_severity(Term(days=10), Term(days=10), Term(days=15), Term(days=30))),
        ),
        stops=frozenset({"suspend"}),
        resumes=frozenset({"resume"}),
        resumed_variants=_by_severity(*PROSECUTION, PROSECUTE_AGAIN),
    ),
    Limit(
        "case.prepare_trial",
        "Chuẩn bị xét xử",
        TRY,
        starts=frozenset({"accept_at_court"}),
        ends=frozenset({"set_for_trial", "return_by_court", "discontinue_trial"}),
        variants=(Variant(Term(days=15), {"after.return_by_court": "yes"}), *_by_severity(*PREPARATION)),
        extensions=(
            Extension(step="extend_trial_preparation", variants=_by_severity(Term(days=15), Term(days=15), Term(days=30), Term(days=30))),
        ),
        stops=frozenset({"suspend"}),
        resumes=frozenset({"resume"}),
        resumed_variants=_by_severity(*PREPARATION, PREPARE_AGAIN),
    ),
    Limit(
        "case.open_trial",
        "Mở phiên tòa",
        TRY,
        starts=frozenset({"set_for_trial"}),
        ends=frozenset({"try", "return_by_court"}),
        variants=(Variant(Term(days=30), {"given.obstacle": "yes"}), Variant(Term(days=15))),
        note="15 ngày; có trở ngại khách quan 30 ngày.",
    ),
    Limit(
        "case.appeal",
        "Kháng cáo",
        APPEAL,
        starts=frozenset({"try"}),
        ends=frozenset({"appeal"}),
        variants=(Variant(Term(days=15)),),
        is_right=True,
    ),
)
