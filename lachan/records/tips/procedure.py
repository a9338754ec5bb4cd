"""How a tip is handled under the Criminal Procedure Code of 2015, in force since 01/01/2018."""

from datetime import date

from lachan.foundation.sources import Mark, Source
from lachan.foundation.terms import Term
from lachan.procedures.model import EXTENSION_FIELDS, Extension, FactSpec, Field, Limit, Procedure, State, Step, Variant

RECEIVE = Source("BLTTHS 2015", "Điều 145", Mark.VERIFIED)
PROCEDURE = Source("BLTTHS 2015", "Điều 146", Mark.VERIFIED)
RESOLVE = Source("BLTTHS 2015", "Điều 147", Mark.VERIFIED)
SUSPEND = Source("BLTTHS 2015", "Điều 148", Mark.UNCONFIRMED)
RESUME = Source("BLTTHS 2015", "Điều 149", Mark.UNCONFIRMED)
FORWARD = Source("TTLT 01/2017/TTLT-BCA-BQP-BTC-BNN-VKSTC", "", Mark.VERIFIED)
CLASSIFY = Source("TTLT 01/2017/TTLT-BCA-BQP-BTC-BNN-VKSTC", "", Mark.UNCONFIRMED)
# Clause 3 speaks of 3 days; the sentence could not be read to its end.
INFORM = Source("TTLT 01/2017/TTLT-BCA-BQP-BTC-BNN-VKSTC", "Điều 14", Mark.UNCONFIRMED)
# From when the body counts to which a tip was transferred is read differently in practice; we count from its acceptance.
RESOLVE_TRANSFERRED = Source("BLTTHS 2015", "Điều 147", Mark.INFERRED)

KINDS = (
    ("denunciation", "Tố giác về tội phạm"),
    ("report", "Tin báo về tội phạm"),
    ("petition", "Kiến nghị khởi tố"),
)
CHANNELS = (
    ("in_person", "Trực tiếp"),
    ("letter", "Đơn thư"),
    ("phone", "Điện thoại"),
    ("hotline_111", "Tổng đài 111"),
    ("public_page", "Trang tiếp nhận công khai"),
    ("message", "Tin nhắn"),
    ("agency", "Cơ quan khác chuyển"),
    ("media", "Báo chí, truyền thông"),
    ("online", "Phát hiện trên không gian mạng"),
)
RECEIVERS = frozenset({"police", "procuracy", "border_guard", "peoples_committee", "womens_union", "labour", "health", "military"})
BODIES = ("police:district", "police:province", "border_guard")
INVESTIGATORS = frozenset(BODIES)
PROCURACY = frozenset({"procuracy"})

RECEIVED, CLASSIFIED, VERIFYING, EXTENDED, SUSPENDED = "received", "classified", "verifying", "extended", "suspended"
PROSECUTED, NOT_PROSECUTED, TRANSFERRED = "prosecuted", "not_prosecuted", "transferred"
RUNNING = frozenset({RECEIVED, CLASSIFIED, VERIFYING, EXTENDED})
VERIFIED = frozenset({VERIFYING, EXTENDED})
EARLY = frozenset({RECEIVED, CLASSIFIED})

TIP_2018 = Procedure(
    kind="tip",
    label="Giải quyết tố giác, tin báo về tội phạm, kiến nghị khởi tố",
    law="Bộ luật Tố tụng hình sự 2015",
    valid_from=date(2018, 1, 1),
    valid_to=None,
    stages=("Tiếp nhận", "Phân loại", "Xác minh", "Quyết định", "Thông báo"),
    states=(
        State(RECEIVED, "Đã tiếp nhận", 0),
        State(CLASSIFIED, "Đã phân loại", 1),
        State(VERIFYING, "Đang xác minh", 2),
        State(EXTENDED, "Đã kéo dài thời hạn", 2),
        State(SUSPENDED, "Tạm đình chỉ", 2),
        State(PROSECUTED, "Đã khởi tố vụ án", 3),
        State(NOT_PROSECUTED, "Không khởi tố vụ án", 3),
        State(TRANSFERRED, "Đã chuyển theo thẩm quyền", 3),
        State("closed", "Đã thông báo kết quả", 4, is_final=True),
    ),
    steps=(
        Step(
            "receive",
            "Tiếp nhận",
            "Đã tiếp nhận",
            RECEIVE,
            by=RECEIVERS,
            by_exception=frozenset({"court"}),
            to=RECEIVED,
            is_opening=True,
            facts=(FactSpec("tips.received"),),
            note="Không được từ chối tiếp nhận.",
        ),
        Step(
            "classify",
            "Phân loại",
            "Đã phân loại",
            CLASSIFY,
            by=frozenset({"police", "procuracy", "border_guard"}),
            states=frozenset({RECEIVED}),
            tolerated=frozenset({EXTENDED}),
            once=True,
            to=CLASSIFIED,
            fields=(
                Field(
                    "outcome",
                    "Kết quả phân loại",
                    "choice",
                    is_required=True,
                    choices=(("crime_signs", "Có dấu hiệu tội phạm mua bán người"), ("unclear", "Chưa rõ, phải xác minh")),
                ),
            ),
            facts=(FactSpec("tips.classified"), FactSpec("tips.classified_of_received", dated_by="receive")),
        ),
        Step(
            "forward",
            "Chuyển Cơ quan điều tra",
            "Đã chuyển Cơ quan điều tra",
            FORWARD,
            by=RECEIVERS,
            states=frozenset({RECEIVED, CLASSIFIED}),
            tolerated=VERIFIED,
            fields=(Field("to_unit", "Cơ quan điều tra nhận", "unit", is_required=True, functions=BODIES),),
            hands_over="to_unit",
        ),
        Step(
            "notify_procuracy",
            "Thông báo Viện kiểm sát",
            "Đã thông báo Viện kiểm sát",
            PROCEDURE,
            by=INVESTIGATORS,
            states=RUNNING,
            tolerated=frozenset({SUSPENDED, PROSECUTED, NOT_PROSECUTED, TRANSFERRED}),
            fields=(Field("procuracy", "Viện kiểm sát", "unit", is_required=True, functions=("procuracy",)),),
            involves="procuracy",
        ),
        Step(
            "assign",
            "Phân công xác minh",
            "Đã phân công, đang xác minh",
            PROCEDURE,
            by=INVESTIGATORS,
            states=frozenset({CLASSIFIED}),
            tolerated=frozenset({EXTENDED}),
            to=VERIFYING,
            needs_decision=True,
            facts=(FactSpec("tips.verified"),),
        ),
        Step(
            "extend",
            "Kéo dài thời hạn",
            "Đã kéo dài thời hạn",
            RESOLVE,
            by=INVESTIGATORS,
            states=frozenset({VERIFYING}),
            tolerated=EARLY | {EXTENDED},
            to=EXTENDED,
            fields=(Field("reason", "Lý do kéo dài", is_required=True), *EXTENSION_FIELDS),
            note="Không quá 02 tháng; đề nghị trước khi hết hạn ít nhất 05 ngày.",
        ),
        Step(
            "extend_by_procuracy",
            "Viện kiểm sát gia hạn",
            "Viện kiểm sát đã gia hạn",
            RESOLVE,
            by=PROCURACY,
            states=VERIFIED,
            tolerated=EARLY,
            to=EXTENDED,
            needs_decision=True,
            fields=EXTENSION_FIELDS,
            note="Một lần, không quá 02 tháng; đề nghị trước khi hết hạn ít nhất 05 ngày.",
        ),
        Step(
            "suspend",
            "Tạm đình chỉ",
            "Đã tạm đình chỉ",
            SUSPEND,
            by=INVESTIGATORS,
            by_exception=PROCURACY,
            states=VERIFIED,
            tolerated=EARLY,
            to=SUSPENDED,
            needs_decision=True,
            fields=(
                Field(
                    "ground",
                    "Căn cứ",
                    "choice",
                    is_required=True,
                    choices=(
                        ("expert_opinion", "Chờ giám định, định giá, tương trợ tư pháp"),
                        ("documents", "Chờ tài liệu đã yêu cầu"),
                        ("force_majeure", "Bất khả kháng"),
                    ),
                ),
            ),
            facts=(FactSpec("tips.suspended", repeats=True),),
        ),
        Step(
            "resume",
            "Phục hồi giải quyết",
            "Đã phục hồi",
            RESUME,
            by=INVESTIGATORS,
            by_exception=PROCURACY,
            states=frozenset({SUSPENDED}),
            to=VERIFYING,
            needs_decision=True,
            facts=(FactSpec("tips.resumed", repeats=True),),
        ),
        Step(
            "transfer",
            "Chuyển theo thẩm quyền",
            "Đã chuyển theo thẩm quyền",
            PROCEDURE,
            by=INVESTIGATORS,
            by_exception=PROCURACY,
            states=frozenset({CLASSIFIED, VERIFYING, EXTENDED}),
            tolerated=frozenset({RECEIVED}),
            to=TRANSFERRED,
            needs_decision=True,
            fields=(Field("to_unit", "Cơ quan nhận", "unit", is_required=True, functions=BODIES),),
            involves="to_unit",
            facts=(FactSpec("tips.resolved"), FactSpec("tips.transferred")),
        ),
        Step(
            "accept_transfer",
            "Tiếp nhận tin được chuyển",
            "Đã tiếp nhận tin được chuyển",
            RESOLVE_TRANSFERRED,
            by=INVESTIGATORS,
            states=frozenset({TRANSFERRED}),
            to=CLASSIFIED,
            takes_over=True,
            note="Thời hạn giải quyết của cơ quan nhận tính từ ngày tiếp nhận.",
        ),
        Step(
            "decide_prosecute",
            "Khởi tố vụ án",
            "Đã quyết định khởi tố vụ án",
            RESOLVE,
            by=INVESTIGATORS,
            by_exception=PROCURACY,
            states=VERIFIED,
            tolerated=EARLY,
            to=PROSECUTED,
            needs_decision=True,
            fields=(
                Field(
                    "offence",
                    "Tội danh",
                    "choice",
                    is_required=True,
                    choices=(
                        ("150", "Điều 150: Tội mua bán người"),
                        ("151", "Điều 151: Tội mua bán người dưới 16 tuổi"),
                        ("152", "Điều 152: Tội đánh tráo người dưới 01 tuổi"),
                        ("153", "Điều 153: Tội chiếm đoạt người dưới 16 tuổi"),
                        ("154", "Điều 154: Tội mua bán, chiếm đoạt mô hoặc bộ phận cơ thể người"),
                    ),
                ),
            ),
            facts=(FactSpec("tips.resolved"), FactSpec("tips.prosecuted")),
        ),
        Step(
            "decide_not_prosecute",
            "Không khởi tố vụ án",
            "Đã quyết định không khởi tố vụ án",
            RESOLVE,
            by=INVESTIGATORS,
            by_exception=PROCURACY,
            states=VERIFIED,
            tolerated=EARLY,
            to=NOT_PROSECUTED,
            needs_decision=True,
            facts=(FactSpec("tips.resolved"), FactSpec("tips.not_prosecuted")),
        ),
        Step(
            "inform",
            "Thông báo người cung cấp tin",
            "Đã thông báo kết quả",
            INFORM,
            by=INVESTIGATORS,
            by_exception=PROCURACY,
            states=frozenset({PROSECUTED, NOT_PROSECUTED, TRANSFERRED}),
            to="closed",
        ),
    ),
    limits=(
        Limit(
            "tip.forward",
            "Chuyển Cơ quan điều tra",
            FORWARD,
            starts=frozenset({"receive"}),
            ends=frozenset({"forward"}),
            variants=(Variant(Term(hours=48), {"remote": "yes"}), Variant(Term(hours=24))),
            applies={"received_by": "commune_police"},
            note="24 giờ; xã vùng sâu, vùng xa, hải đảo 48 giờ.",
        ),
        Limit(
            "tip.classify",
            "Phân loại",
            CLASSIFY,
            starts=frozenset({"receive"}),
            ends=frozenset({"classify"}),
            variants=(Variant(Term(hours=24)),),
        ),
        Limit(
            "tip.notify_procuracy",
            "Thông báo Viện kiểm sát",
            PROCEDURE,
            starts=frozenset({"receive"}),
            ends=frozenset({"notify_procuracy"}),
            variants=(Variant(Term(days=3)),),
        ),
        Limit(
            "tip.resolve",
            "Giải quyết tin",
            RESOLVE,
            starts=frozenset({"receive", "accept_transfer"}),
            ends=frozenset({"decide_prosecute", "decide_not_prosecute", "transfer"}),
            variants=(Variant(Term(days=20), {"step": "accept_transfer"}, RESOLVE_TRANSFERRED), Variant(Term(days=20))),
            extensions=(
                Extension(step="extend", variants=(Variant(Term(months=2)),), counts_from="reading", latest_days_before=5),
                Extension(step="extend_by_procuracy", variants=(Variant(Term(months=2)),), latest_days_before=5, follows="extend"),
            ),
            stops=frozenset({"suspend"}),
            resumes=frozenset({"resume"}),
            resumed_variants=(Variant(Term(months=1), source=RESUME),),
            note="20 ngày; phức tạp hoặc nhiều địa điểm: không quá 02 tháng; tính từ đâu là cách hiểu được chọn.",
        ),
        Limit(
            "tip.inform",
            "Thông báo người cung cấp tin",
            INFORM,
            starts=frozenset({"decide_prosecute", "decide_not_prosecute"}),
            ends=frozenset({"inform"}),
            variants=(Variant(Term(days=3)),),
            note="3 ngày kể từ ngày có kết quả giải quyết; chờ xác nhận.",
        ),
    ),
)
