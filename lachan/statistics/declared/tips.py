"""Figures on tips. The rates follow the programme of 2021-2025 and the city's plans of 2024; how a rate is formed is our reading."""

from lachan.foundation.sources import Mark, Source
from lachan.statistics.model import Indicator, Measure, Ratio, Term, Window

LAW = Source("BLTTHS 2015", "Điều 145-147", Mark.VERIFIED)
OUR_READING = Source("Chương trình phòng, chống mua bán người 2021-2025 (QĐ 193/QĐ-TTg), cách tính dự kiến", "", Mark.INFERRED)

RECEIVED = Measure(
    "tips.received",
    "Tin tiếp nhận trong kỳ",
    "tin",
    (Term("tips.received"),),
    "Số tố giác, tin báo, kiến nghị khởi tố tiếp nhận trong kỳ.",
    LAW,
)
CARRIED_OVER = Measure(
    "tips.carried_over",
    "Tin kỳ trước chuyển sang",
    "tin",
    (
        Term("tips.received", Window.BEFORE),
        Term("tips.resolved", Window.BEFORE, -1),
        Term("tips.suspended", Window.BEFORE, -1),
        Term("tips.resumed", Window.BEFORE),
    ),
    "Số tin đã tiếp nhận trước kỳ, đến đầu kỳ chưa giải quyết và không tạm đình chỉ.",
    OUR_READING,
)
TO_RESOLVE = Measure(
    "tips.to_resolve",
    "Tin phải giải quyết trong kỳ",
    "tin",
    (*CARRIED_OVER.terms, Term("tips.received"), Term("tips.resumed")),
    "Số tin kỳ trước chuyển sang cộng số tiếp nhận mới và số phục hồi trong kỳ.",
    OUR_READING,
)
CLASSIFIED = Measure("tips.classified", "Tin đã phân loại", "tin", (Term("tips.classified"),), "Số tin được phân loại trong kỳ.", LAW)
CLASSIFIED_OF_RECEIVED = Measure(
    "tips.classified_of_received",
    "Tin tiếp nhận trong kỳ đã phân loại",
    "tin",
    (Term("tips.classified_of_received"),),
    "Trong số tin tiếp nhận trong kỳ, số đã được phân loại đến thời điểm tính.",
    LAW,
)
VERIFIED = Measure(
    "tips.verified", "Tin đã phân công xác minh", "tin", (Term("tips.verified"),), "Số tin được phân công xác minh trong kỳ.", LAW
)
RESOLVED = Measure(
    "tips.resolved",
    "Tin đã giải quyết",
    "tin",
    (Term("tips.resolved"),),
    "Số tin có quyết định khởi tố, không khởi tố hoặc đã chuyển theo thẩm quyền trong kỳ.",
    LAW,
)
PROSECUTED = Measure(
    "tips.prosecuted", "Tin dẫn đến khởi tố", "tin", (Term("tips.prosecuted"),), "Số tin có quyết định khởi tố vụ án trong kỳ.", LAW
)
NOT_PROSECUTED = Measure(
    "tips.not_prosecuted",
    "Tin không khởi tố",
    "tin",
    (Term("tips.not_prosecuted"),),
    "Số tin có quyết định không khởi tố vụ án trong kỳ.",
    LAW,
)
SUSPENDED = Measure(
    "tips.suspended", "Tin tạm đình chỉ", "tin", (Term("tips.suspended"),), "Số tin có quyết định tạm đình chỉ trong kỳ.", LAW
)
PENDING = Measure(
    "tips.pending",
    "Tin đang giải quyết cuối kỳ",
    "tin",
    (
        Term("tips.received", Window.UNTIL),
        Term("tips.resolved", Window.UNTIL, -1),
        Term("tips.suspended", Window.UNTIL, -1),
        Term("tips.resumed", Window.UNTIL),
    ),
    "Số tin đã tiếp nhận đến cuối kỳ mà chưa giải quyết và không tạm đình chỉ.",
    OUR_READING,
)
BY_KIND = tuple(
    Measure(
        f"tips.received.{kind}",
        label,
        "tin",
        (Term("tips.received", where={"tip_kind": (kind,)}),),
        f"Số {label[:1].lower()}{label[1:]} tiếp nhận trong kỳ.",
        LAW,
    )
    for kind, label in (("denunciation", "Tố giác về tội phạm"), ("report", "Tin báo về tội phạm"), ("petition", "Kiến nghị khởi tố"))
)

CLASSIFIED_RATE = Ratio(
    "tips.classified_rate",
    "Tin được tiếp nhận, phân loại",
    CLASSIFIED_OF_RECEIVED,
    RECEIVED,
    "Số tin tiếp nhận trong kỳ đã phân loại, chia cho số tin tiếp nhận trong kỳ.",
    OUR_READING,
)
RESOLVED_RATE = Ratio(
    "tips.resolved_rate",
    "Tỷ lệ giải quyết tin",
    RESOLVED,
    TO_RESOLVE,
    "Số tin đã giải quyết trong kỳ, chia cho số phải giải quyết (kỳ trước chuyển sang, tiếp nhận mới, phục hồi).",
    OUR_READING,
)

INDICATORS: tuple[Indicator, ...] = (
    RECEIVED,
    CARRIED_OVER,
    TO_RESOLVE,
    CLASSIFIED,
    CLASSIFIED_OF_RECEIVED,
    VERIFIED,
    RESOLVED,
    PROSECUTED,
    NOT_PROSECUTED,
    SUSPENDED,
    PENDING,
    *BY_KIND,
    CLASSIFIED_RATE,
    RESOLVED_RATE,
)
