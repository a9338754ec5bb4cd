"""How a criminal case runs under the Criminal Procedure Code of 2015: investigation, prosecution, trial at first instance, final judgment."""

from datetime import date

from lachan.foundation.sources import Mark, Source
from lachan.foundation.terms import Term
from lachan.procedures.model import EXTENSION_FIELDS, Extension, FactSpec, Field, Limit, Procedure, State, Step, Variant
from lachan.records.cases.offences import CLAUSES, TITLES

OPEN = Source("BLTTHS 2015", "Điều 153, 154", Mark.UNCONFIRMED)
CHARGE = Source("BLTTHS 2015", "Điều 179", Mark.UNCONFIRMED)
INVESTIGATE = Source("BLTTHS 2015", "Điều 172", Mark.VERIFIED)
SUSPEND = Source("BLTTHS 2015", "Điều 229, 247, 281", Mark.UNCONFIRMED)
CONCLUDE = Source("BLTTHS 2015", "Điều 232, 233", Mark.UNCONFIRMED)
PROSECUTE = Source("BLTTHS 2015", "Điều 240", Mark.VERIFIED)
TRY = Source("BLTTHS 2015", "Điều 277", Mark.VERIFIED)
APPEAL = Source("BLTTHS 2015", "Điều 333", Mark.UNCONFIRMED)
FURTHER = Source("BLTTHS 2015", "Điều 174", Mark.UNCONFIRMED)
PROSECUTE_AGAIN = Source("BLTTHS 2015", "Điều 249", Mark.UNCONFIRMED)
PREPARE_AGAIN = Source("BLTTHS 2015", "Điều 283", Mark.UNCONFIRMED)

BODIES = ("police:district", "police:province", "border_guard")
INVESTIGATORS = frozenset(BODIES)
PROCURACY, COURT = frozenset({"procuracy"}), frozenset({"court"})
SUPREME_PROCURACY = frozenset({"procuracy:central"})

INVESTIGATING, SUSPENDED, CONCLUDED, PROSECUTING = "investigating", "suspended", "concluded", "prosecuting"
INDICTED, PREPARING, SET, TRIED, APPEALED = "indicted", "preparing_trial", "set_for_trial", "tried", "appealed"
PROSECUTION_SUSPENDED, TRIAL_SUSPENDED, RETURNED = "prosecution_suspended", "trial_suspended", "returned_by_court"
APPEAL_DECIDED = "appeal_decided"


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

CASE_2018 = Procedure(
    kind="case",
    label="Điều tra, truy tố, xét xử vụ án",
    law="Bộ luật Tố tụng hình sự 2015",
    valid_from=date(2018, 1, 1),
    valid_to=None,
    stages=("Điều tra", "Truy tố", "Xét xử sơ thẩm", "Kết thúc"),
    states=(
        State(INVESTIGATING, "Đang điều tra", 0),
        State(SUSPENDED, "Tạm đình chỉ điều tra", 0),
        State(PROSECUTION_SUSPENDED, "Viện kiểm sát tạm đình chỉ", 1),
        State(TRIAL_SUSPENDED, "Tòa án tạm đình chỉ", 2),
        State(CONCLUDED, "Đã kết luận điều tra", 0),
        State(PROSECUTING, "Viện kiểm sát đang xem xét truy tố", 1),
        State(RETURNED, "Tòa án đã trả hồ sơ", 1),
        State(INDICTED, "Đã truy tố", 1),
        State(PREPARING, "Tòa án đang chuẩn bị xét xử", 2),
        State(SET, "Đã đưa ra xét xử", 2),
        State(TRIED, "Đã xét xử sơ thẩm", 2),
        State(APPEALED, "Có kháng cáo, kháng nghị", 2),
        State(APPEAL_DECIDED, "Đã xét xử phúc thẩm", 3, is_final=True),
        State("final", "Bản án có hiệu lực", 3, is_final=True),
        State("discontinued", "Đình chỉ", 3, is_final=True),
    ),
    steps=(
        Step(
            "open",
            "Khởi tố vụ án",
            "Đã khởi tố vụ án",
            OPEN,
            by=INVESTIGATORS,
            to=INVESTIGATING,
            is_opening=True,
            needs_decision=True,
            facts=(FactSpec("cases.opened"),),
        ),
        Step(
            "charge",
            "Khởi tố bị can",
            "Đã khởi tố bị can",
            CHARGE,
            by=INVESTIGATORS,
            states=frozenset({INVESTIGATING}),
            needs_decision=True,
            fields=(
                Field("accused", "Bị can", "party", is_required=True),
                Field("clause", "Điều, khoản", "choice", is_required=True, choices=tuple((c.code, c.label) for c in CLAUSES.values())),
            ),
            facts=(
                FactSpec("accused.charged", subject="accused", dimensions=("clause",)),
                FactSpec("cases.cleared"),
                FactSpec("cases.cleared_of_opened", dated_by="open"),
            ),
        ),
        Step(
            "notify_procuracy",
            "Gửi quyết định cho Viện kiểm sát",
            "Đã gửi Viện kiểm sát",
            OPEN,
            by=INVESTIGATORS,
            states=frozenset({INVESTIGATING}),
            fields=(Field("procuracy", "Viện kiểm sát", "unit", is_required=True, functions=("procuracy",)),),
            involves="procuracy",
        ),
        Step(
            "extend_investigation",
            "Gia hạn điều tra",
            "Đã gia hạn điều tra",
            INVESTIGATE,
            by=PROCURACY,
            states=frozenset({INVESTIGATING}),
            needs_decision=True,
            fields=EXTENSION_FIELDS,
            note="Cơ quan điều tra đề nghị trước khi hết hạn ít nhất 10 ngày.",
        ),
        Step(
            "suspend",
            "Tạm đình chỉ",
            "Đã tạm đình chỉ",
            SUSPEND,
            by=INVESTIGATORS | PROCURACY | COURT,
            states=frozenset({INVESTIGATING, PROSECUTING, PREPARING}),
            to=SUSPENDED,
            paths={PROSECUTING: PROSECUTION_SUSPENDED, PREPARING: TRIAL_SUSPENDED},
            needs_decision=True,
            facts=(FactSpec("cases.suspended", repeats=True),),
        ),
        Step(
            "resume",
            "Phục hồi",
            "Đã phục hồi",
            Source("BLTTHS 2015", "Điều 235, 249, 283", Mark.UNCONFIRMED),
            by=INVESTIGATORS | PROCURACY | COURT,
            states=frozenset({SUSPENDED, PROSECUTION_SUSPENDED, TRIAL_SUSPENDED}),
            to=INVESTIGATING,
            paths={PROSECUTION_SUSPENDED: PROSECUTING, TRIAL_SUSPENDED: PREPARING},
            needs_decision=True,
            facts=(FactSpec("cases.resumed", repeats=True),),
        ),
        Step(
            "discontinue",
            "Đình chỉ điều tra",
            "Đã đình chỉ điều tra",
            Source("BLTTHS 2015", "Điều 230", Mark.UNCONFIRMED),
            by=INVESTIGATORS,
            states=frozenset({INVESTIGATING}),
            to="discontinued",
            needs_decision=True,
            facts=(FactSpec("cases.discontinued"),),
        ),
        Step(
            "discontinue_prosecution",
            "Đình chỉ vụ án",
            "Viện kiểm sát đã đình chỉ vụ án",
            Source("BLTTHS 2015", "Điều 248", Mark.UNCONFIRMED),
            by=PROCURACY,
            states=frozenset({PROSECUTING, RETURNED}),
            to="discontinued",
            needs_decision=True,
            facts=(FactSpec("cases.discontinued"), FactSpec("cases.discontinued_at_procuracy")),
        ),
        Step(
            "discontinue_trial",
            "Đình chỉ vụ án",
            "Tòa án đã đình chỉ vụ án",
            Source("BLTTHS 2015", "Điều 282", Mark.UNCONFIRMED),
            by=COURT,
            states=frozenset({PREPARING}),
            to="discontinued",
            needs_decision=True,
            facts=(FactSpec("cases.discontinued"), FactSpec("cases.discontinued_at_court")),
        ),
        Step(
            "conclude",
            "Kết luận điều tra, đề nghị truy tố",
            "Đã kết luận điều tra",
            CONCLUDE,
            by=INVESTIGATORS,
            states=frozenset({INVESTIGATING}),
            tolerated=frozenset({RETURNED}),
            to=CONCLUDED,
            needs_decision=True,
            facts=(FactSpec("cases.concluded", repeats=True),),
        ),
        Step(
            "send_to_procuracy",
            "Chuyển hồ sơ sang Viện kiểm sát",
            "Đã chuyển hồ sơ sang Viện kiểm sát",
            CONCLUDE,
            by=INVESTIGATORS,
            states=frozenset({CONCLUDED}),
            to=PROSECUTING,
            fields=(Field("procuracy", "Viện kiểm sát nhận", "unit", is_required=True, functions=("procuracy",)),),
            hands_over="procuracy",
            facts=(FactSpec("cases.sent_to_procuracy", repeats=True),),
        ),
        Step(
            "extend_prosecution",
            "Gia hạn quyết định truy tố",
            "Đã gia hạn quyết định truy tố",
            PROSECUTE,
            by=PROCURACY,
            states=frozenset({PROSECUTING}),
            needs_decision=True,
            fields=EXTENSION_FIELDS,
        ),
        Step(
            "return_to_investigation",
            "Trả hồ sơ điều tra bổ sung",
            "Viện kiểm sát đã trả hồ sơ",
            PROSECUTE,
            by=PROCURACY,
            states=frozenset({PROSECUTING, RETURNED}),
            to=INVESTIGATING,
            needs_decision=True,
            fields=(Field("investigator", "Cơ quan điều tra", "unit", is_required=True, functions=BODIES),),
            hands_over="investigator",
            facts=(FactSpec("cases.returned_to_investigation", repeats=True),),
        ),
        Step(
            "indict",
            "Truy tố bằng cáo trạng",
            "Đã truy tố",
            PROSECUTE,
            by=PROCURACY,
            states=frozenset({PROSECUTING, RETURNED}),
            to=INDICTED,
            needs_decision=True,
            fields=(Field("court", "Tòa án", "unit", is_required=True, functions=("court",)),),
            hands_over="court",
            facts=(FactSpec("cases.indicted", repeats=True),),
        ),
        Step(
            "accept_at_court",
            "Tòa án thụ lý",
            "Tòa án đã thụ lý",
            TRY,
            by=COURT,
            states=frozenset({INDICTED}),
            to=PREPARING,
            needs_decision=True,
            facts=(FactSpec("cases.accepted_at_court", repeats=True),),
        ),
        Step(
            "extend_trial_preparation",
            "Gia hạn chuẩn bị xét xử",
            "Đã gia hạn chuẩn bị xét xử",
            TRY,
            by=COURT,
            states=frozenset({PREPARING}),
            needs_decision=True,
            fields=EXTENSION_FIELDS,
        ),
        Step(
            "return_by_court",
            "Tòa án trả hồ sơ",
            "Tòa án đã trả hồ sơ",
            TRY,
            by=COURT,
            states=frozenset({PREPARING, SET}),
            to=RETURNED,
            needs_decision=True,
            fields=(Field("procuracy", "Viện kiểm sát", "unit", is_required=True, functions=("procuracy",)),),
            hands_over="procuracy",
            facts=(FactSpec("cases.returned_by_court", repeats=True),),
        ),
        Step(
            "set_for_trial",
            "Quyết định đưa vụ án ra xét xử",
            "Đã quyết định đưa ra xét xử",
            TRY,
            by=COURT,
            states=frozenset({PREPARING}),
            to=SET,
            needs_decision=True,
            fields=(Field("obstacle", "Có lý do chính đáng, mở phiên tòa trong 30 ngày", "yes_no"),),
        ),
        Step(
            "try",
            "Xét xử sơ thẩm",
            "Đã xét xử sơ thẩm",
            TRY,
            by=COURT,
            states=frozenset({SET}),
            to=TRIED,
            needs_decision=True,
            fields=(Field("defendants_sentenced", "Số bị cáo bị tuyên phạt", "number"),),
            facts=(FactSpec("cases.tried"),),
        ),
        Step(
            "appeal",
            "Kháng cáo, kháng nghị",
            "Có kháng cáo, kháng nghị",
            APPEAL,
            by=COURT | PROCURACY,
            states=frozenset({TRIED}),
            tolerated=frozenset({APPEALED}),
            to=APPEALED,
        ),
        Step(
            "appeal_result",
            "Kết quả phúc thẩm",
            "Đã có kết quả phúc thẩm",
            APPEAL,
            by=COURT,
            states=frozenset({APPEALED}),
            to=APPEAL_DECIDED,
            needs_decision=True,
            facts=(FactSpec("cases.final"),),
        ),
        Step(
            "final",
            "Bản án có hiệu lực pháp luật",
            "Bản án đã có hiệu lực",
            APPEAL,
            by=COURT,
            states=frozenset({TRIED}),
            tolerated=frozenset({APPEAL_DECIDED}),
            waits_for="case.appeal",
            to="final",
            facts=(FactSpec("cases.final"),),
        ),
    ),
    limits=(
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
                Extension(
                    step="extend_trial_preparation", variants=_by_severity(Term(days=15), Term(days=15), Term(days=30), Term(days=30))
                ),
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
    ),
)

OFFENCES = tuple(TITLES.items())
