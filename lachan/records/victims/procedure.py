"""How a possible victim is received, verified, determined and supported: the law of 2011 until 30/06/2025, that of 2024 since."""

from dataclasses import dataclass, replace
from datetime import date

from lachan.foundation.sources import Mark, Source
from lachan.foundation.terms import Term
from lachan.procedures.model import EXTENSION_FIELDS, Extension, FactSpec, Field, Limit, Procedure, State, Step, Variant

ROUTES = (
    ("self_report", "Tự đến khai báo"),
    ("rescued_domestic", "Được giải cứu trong nước"),
    ("rescued_abroad", "Được giải cứu ở nước ngoài"),
    ("returned", "Từ nước ngoài trở về"),
    ("foreigner", "Người nước ngoài bị mua bán tại Việt Nam"),
)
REPORTED, RECEIVED, CHECKED, VERIFYING, EXTENDED = "reported", "received", "checked", "verifying", "extended"
VICTIM, NOT_VICTIM = "victim", "not_victim"
RESCUERS = frozenset({"police", "border_guard", "military"})


@dataclass(frozen=True)
class Law:
    """In what the two laws differ: who receives and supports, who verifies, the regimes, and how well each rule is known."""

    name: str
    reports: Source
    checks: Source
    verifies: Source
    certifies: Source
    supports: Source
    receivers: frozenset[str]
    verifiers: frozenset[str]
    regimes: tuple[tuple[str, str], ...]


LAW_2011 = Law(
    name="Luật Phòng, chống mua bán người 66/2011/QH12",
    reports=Source("TTLT 01/2014/TTLT-BCA-BQP-BLĐTBXH-BNG", "", Mark.VERIFIED),
    checks=Source("Luật 66/2011/QH12", "Điều 24", Mark.VERIFIED),
    verifies=Source("Luật 66/2011/QH12", "Điều 24", Mark.UNCONFIRMED),
    certifies=Source("Luật 66/2011/QH12", "Điều 28", Mark.VERIFIED),
    supports=Source("Luật 66/2011/QH12", "Điều 32", Mark.VERIFIED),
    receivers=frozenset({"labour", "health"}),  # labour offices until 28/02/2025, health offices after them
    verifiers=frozenset({"police:district", "police:province", "border_guard"}),
    regimes=(
        ("essential_needs", "Nhu cầu thiết yếu và chi phí đi lại"),
        ("medical", "Hỗ trợ y tế"),
        ("psychological", "Hỗ trợ tâm lý"),
        ("legal_aid", "Trợ giúp pháp lý"),
        ("education", "Học văn hóa, học nghề"),
        ("allowance", "Trợ cấp khó khăn ban đầu, vay vốn"),
    ),
)
LAW_2024 = Law(
    name="Luật Phòng, chống mua bán người 53/2024/QH15",
    reports=Source("Luật 53/2024/QH15 (sửa đổi bởi Luật 86/2025/QH15)", "Điều 27", Mark.VERIFIED),
    checks=Source("Luật 53/2024/QH15 (sửa đổi bởi Luật 86/2025/QH15)", "Điều 27", Mark.VERIFIED),
    verifies=Source("Luật 53/2024/QH15", "Điều 27", Mark.UNCONFIRMED),
    certifies=Source("Luật 53/2024/QH15", "Điều 33", Mark.INFERRED),
    supports=Source("Luật 53/2024/QH15", "Điều 37", Mark.VERIFIED),
    receivers=frozenset({"health"}),
    verifiers=frozenset({"police:province", "border_guard"}),
    regimes=(
        ("essential_needs", "Nhu cầu thiết yếu"),
        ("medical", "Y tế"),
        ("interpreting", "Phiên dịch"),
        ("legal_support", "Hỗ trợ pháp luật"),
        ("legal_aid", "Trợ giúp pháp lý"),
        ("travel", "Chi phí đi lại"),
        ("psychological", "Tâm lý"),
        ("schooling", "Học văn hóa"),
        ("vocational", "Học nghề, tư vấn việc làm"),
        ("allowance", "Trợ cấp khó khăn ban đầu, vay vốn"),
    ),
)


def _steps(law: Law) -> tuple[Step, ...]:
    support_functions = law.receivers | {"womens_union", "justice", "peoples_committee", "other"}
    return (
        Step(
            "report",
            "Ghi nhận khai báo",
            "Đã ghi nhận khai báo",
            law.reports,
            by=RESCUERS | law.receivers | {"peoples_committee", "womens_union"},
            to=REPORTED,
            is_opening=True,
            facts=(FactSpec("victims.reported"),),
        ),
        Step(
            "notify",
            "Thông báo cơ quan tiếp nhận",
            "Đã thông báo cơ quan tiếp nhận",
            law.reports,
            by=RESCUERS | {"peoples_committee", "womens_union"},
            states=frozenset({REPORTED}),
            tolerated=frozenset({RECEIVED}),
            fields=(Field("to_unit", "Cơ quan tiếp nhận", "unit", is_required=True, functions=tuple(sorted(law.receivers))),),
            hands_over="to_unit",
            note="Phải thông báo ngay.",
        ),
        Step(
            "receive",
            "Tiếp nhận, hỗ trợ ban đầu",
            "Đã tiếp nhận",
            law.checks,
            by=law.receivers | RESCUERS,
            states=frozenset({REPORTED}),
            tolerated=frozenset({""}),
            to=RECEIVED,
            facts=(FactSpec("victims.received"),),
        ),
        Step(
            "initial_check",
            "Xác minh ban đầu",
            "Đã xác minh ban đầu",
            law.checks,
            by=law.receivers | RESCUERS,
            states=frozenset({RECEIVED}),
            to=CHECKED,
            fields=(
                Field(
                    "papers",
                    "Giấy tờ chứng nhận nạn nhân",
                    "choice",
                    is_required=True,
                    choices=(("yes", "Đã có giấy tờ"), ("no", "Chưa có, phải xác minh")),
                ),
            ),
            facts=(FactSpec("victims.verified_of_received", dated_by="receive"),),
        ),
        Step(
            "request_verification",
            "Đề nghị Công an xác minh",
            "Đã đề nghị xác minh",
            law.verifies,
            by=law.receivers | RESCUERS,
            states=frozenset({CHECKED}),
            tolerated=frozenset({RECEIVED}),
            to=VERIFYING,
            fields=(
                Field(
                    "to_unit",
                    "Cơ quan xác minh",
                    "unit",
                    is_required=True,
                    functions=("police:district", "police:province", "border_guard"),
                ),
            ),
            involves="to_unit",
        ),
        Step(
            "extend_verification",
            "Kéo dài xác minh",
            "Đã kéo dài xác minh",
            law.verifies,
            by=law.verifiers,
            states=frozenset({VERIFYING}),
            tolerated=frozenset({EXTENDED}),
            to=EXTENDED,
            fields=(Field("reason", "Lý do kéo dài", is_required=True), *EXTENSION_FIELDS),
        ),
        Step(
            "determine_victim",
            "Xác định là nạn nhân",
            "Đã xác định là nạn nhân",
            law.certifies,
            by=law.verifiers,
            states=frozenset({CHECKED, VERIFYING, EXTENDED}),
            tolerated=frozenset({RECEIVED}),
            to=VICTIM,
            needs_decision=True,
            facts=(
                FactSpec("victims.determined"),
                FactSpec("victims.identified"),
                FactSpec("victims.determined_of_received", dated_by="receive"),
            ),
        ),
        Step(
            "determine_not_victim",
            "Kết luận không phải nạn nhân",
            "Đã kết luận không phải nạn nhân",
            law.certifies,
            by=law.verifiers,
            states=frozenset({CHECKED, VERIFYING, EXTENDED}),
            tolerated=frozenset({RECEIVED}),
            to=NOT_VICTIM,
            needs_decision=True,
            facts=(
                FactSpec("victims.determined"),
                FactSpec("victims.not_identified"),
                FactSpec("victims.determined_of_received", dated_by="receive"),
            ),
        ),
        Step(
            "certify",
            "Cấp giấy xác nhận nạn nhân",
            "Đã cấp giấy xác nhận",
            law.certifies,
            by=law.verifiers,
            states=frozenset({VICTIM}),
            needs_decision=True,
            facts=(FactSpec("victims.certified"),),
        ),
        Step(
            "support",
            "Ghi nhận hỗ trợ",
            "Đã hỗ trợ",
            law.supports,
            by=support_functions | RESCUERS,
            states=frozenset({RECEIVED, CHECKED, VERIFYING, EXTENDED, VICTIM}),
            tolerated=frozenset({REPORTED}),
            fields=(
                Field("regime", "Chế độ hỗ trợ", "choice", is_required=True, choices=law.regimes),
                Field("provider", "Đơn vị cung cấp", "unit"),
            ),
            involves="provider",
            facts=(
                FactSpec("victims.supported", dimensions=("regime",), repeats=True),
                FactSpec("victims.supported_persons"),
            ),
        ),
        Step(
            "close",
            "Kết thúc hồ sơ",
            "Đã kết thúc hồ sơ",
            law.supports,
            by=law.receivers | law.verifiers,
            states=frozenset({VICTIM, NOT_VICTIM}),
            tolerated=frozenset({REPORTED, RECEIVED, CHECKED, VERIFYING, EXTENDED}),
            to="closed",
        ),
    )


def _procedure(law: Law, valid_from: date, valid_to: date | None) -> Procedure:
    return Procedure(
        kind="victim",
        label="Tiếp nhận, xác minh, xác định và hỗ trợ nạn nhân",
        law=law.name,
        valid_from=valid_from,
        valid_to=valid_to,
        stages=("Khai báo", "Tiếp nhận", "Xác minh ban đầu", "Xác minh", "Xác định", "Kết thúc"),
        states=(
            State(REPORTED, "Đã ghi nhận khai báo", 0),
            State(RECEIVED, "Đã tiếp nhận", 1),
            State(CHECKED, "Đã xác minh ban đầu", 2),
            State(VERIFYING, "Đang xác minh", 3),
            State(EXTENDED, "Đã kéo dài thời hạn", 3),
            State(VICTIM, "Là nạn nhân", 4),
            State(NOT_VICTIM, "Không phải nạn nhân", 4),
            State("closed", "Đã kết thúc", 5, is_final=True),
        ),
        steps=_steps(law),
        limits=(
            Limit(
                "victim.notify",
                "Thông báo cơ quan tiếp nhận",
                law.reports,
                starts=frozenset({"report"}),
                ends=frozenset({"notify", "receive"}),
                variants=(Variant(Term(at_once=True)),),
                note="Luật ghi “ngay”, không ghi số giờ; đọc là trong ngày.",
            ),
            Limit(
                "victim.initial_check",
                "Xác minh ban đầu",
                law.checks,
                starts=frozenset({"receive"}),
                ends=frozenset({"initial_check"}),
                variants=(
                    Variant(Term(days=3), {"route": "|self_report"}),
                    Variant(Term(days=3), source=replace(law.checks, mark=Mark.INFERRED)),
                ),
                note="3 ngày ghi cho người tự đến khai báo; với người được giải cứu, trở về thì suy ra từ đó.",
            ),
            Limit(
                "victim.verify",
                "Xác minh và trả lời",
                law.verifies,
                starts=frozenset({"request_verification"}),
                ends=frozenset({"determine_victim", "determine_not_victim", "close"}),
                variants=(Variant(Term(days=20)),),
                extensions=(Extension(step="extend_verification", variants=(Variant(Term(months=2)),), counts_from="start"),),
                note="20 ngày; phức tạp không quá 02 tháng kể từ ngày đề nghị.",
            ),
        ),
    )


# The transition rule (Điều 63 of the law of 2024) keeps the earlier regime for persons identified before 01/07/2025.
VICTIM_2011 = _procedure(LAW_2011, date(2012, 1, 1), date(2025, 7, 1))
VICTIM_2024 = _procedure(LAW_2024, date(2025, 7, 1), None)
