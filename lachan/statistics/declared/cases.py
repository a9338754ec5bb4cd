"""Figures on cases and the accused."""

from lachan.foundation.sources import Mark, Source
from lachan.statistics.model import Indicator, Measure, Ratio, Term, Window

COUNTING = Source("Hệ thống chỉ tiêu thống kê: số vụ án, số bị can đã khởi tố, truy tố", "", Mark.VERIFIED)
OUR_READING = Source("Chương trình phòng, chống mua bán người 2021-2025 (QĐ 193/QĐ-TTg), cách tính dự kiến", "", Mark.INFERRED)


def _count(code: str, label: str, definition: str, unit: str = "vụ") -> Measure:
    return Measure(code, label, unit, (Term(code),), definition, COUNTING)


OPENED = _count("cases.opened", "Vụ án khởi tố", "Số vụ án có quyết định khởi tố trong kỳ.")
CHARGED = _count("accused.charged", "Bị can khởi tố", "Số bị can có quyết định khởi tố trong kỳ.", "bị can")
CLEARED_OF_OPENED = Measure(
    "cases.cleared_of_opened",
    "Vụ án khởi tố trong kỳ đã làm rõ",
    "vụ",
    (Term("cases.cleared_of_opened"),),
    "Trong số vụ án khởi tố trong kỳ, số đã khởi tố ít nhất một bị can đến thời điểm tính.",
    OUR_READING,
)
CONCLUDED = _count("cases.concluded", "Vụ án kết luận điều tra", "Số lượt vụ án có kết luận điều tra đề nghị truy tố trong kỳ.")
SENT = _count(
    "cases.sent_to_procuracy", "Vụ án chuyển Viện kiểm sát", "Số lượt vụ án chuyển hồ sơ sang Viện kiểm sát đề nghị truy tố trong kỳ."
)
INDICTED = _count("cases.indicted", "Vụ án truy tố", "Số lượt vụ án Viện kiểm sát truy tố trong kỳ.")
ACCEPTED = _count("cases.accepted_at_court", "Vụ án Tòa án thụ lý", "Số lượt vụ án Tòa án thụ lý sơ thẩm trong kỳ.")
TRIED = _count("cases.tried", "Vụ án xét xử sơ thẩm", "Số vụ án đã xét xử sơ thẩm trong kỳ.")
FINAL = _count("cases.final", "Vụ án có bản án hiệu lực", "Số vụ án có bản án có hiệu lực pháp luật trong kỳ.")
SUSPENDED = _count("cases.suspended", "Vụ án tạm đình chỉ điều tra", "Số lượt vụ án tạm đình chỉ điều tra trong kỳ.")
DISCONTINUED = _count("cases.discontinued", "Vụ án đình chỉ", "Số vụ án đình chỉ trong kỳ.")

TO_INDICT = Measure(
    "cases.to_indict",
    "Vụ án Viện kiểm sát phải giải quyết",
    "vụ",
    (
        Term("cases.sent_to_procuracy", Window.UNTIL),
        Term("cases.returned_by_court", Window.UNTIL),
        Term("cases.indicted", Window.BEFORE, -1),
        Term("cases.returned_to_investigation", Window.BEFORE, -1),
        Term("cases.discontinued_at_procuracy", Window.BEFORE, -1),
    ),
    "Số vụ án Viện kiểm sát đang giữ đầu kỳ cộng số nhận trong kỳ (kể cả Tòa án trả lại).",
    OUR_READING,
)
TO_TRY = Measure(
    "cases.to_try",
    "Vụ án Tòa án phải giải quyết",
    "vụ",
    (
        Term("cases.accepted_at_court", Window.UNTIL),
        Term("cases.tried", Window.BEFORE, -1),
        Term("cases.returned_by_court", Window.BEFORE, -1),
        Term("cases.discontinued_at_court", Window.BEFORE, -1),
    ),
    "Số vụ án Tòa án thụ lý còn đầu kỳ cộng số thụ lý trong kỳ.",
    OUR_READING,
)
BY_OFFENCE = tuple(
    Measure(
        f"cases.opened.{article}",
        f"Vụ án khởi tố theo Điều {article}",
        "vụ",
        (Term("cases.opened", where={"offence": (article,)}),),
        f"Số vụ án khởi tố trong kỳ mà tội nặng nhất là Điều {article} BLHS 2015.",
        COUNTING,
    )
    for article in ("150", "151", "152", "153", "154")
)

CLEARED_RATE = Ratio(
    "cases.cleared_rate",
    "Tỷ lệ điều tra, khám phá",
    CLEARED_OF_OPENED,
    OPENED,
    "Số vụ án khởi tố trong kỳ đã khởi tố bị can, chia cho số vụ án khởi tố trong kỳ.",
    OUR_READING,
)
INDICTED_RATE = Ratio(
    "cases.indicted_rate",
    "Vụ án được giải quyết và truy tố",
    INDICTED,
    TO_INDICT,
    "Số vụ án truy tố trong kỳ, chia cho số vụ án Viện kiểm sát phải giải quyết trong kỳ.",
    OUR_READING,
)
TRIED_RATE = Ratio(
    "cases.tried_rate",
    "Vụ án được giải quyết, xét xử",
    TRIED,
    TO_TRY,
    "Số vụ án xét xử sơ thẩm trong kỳ, chia cho số vụ án Tòa án phải giải quyết trong kỳ.",
    OUR_READING,
)

INDICATORS: tuple[Indicator, ...] = (
    OPENED,
    CHARGED,
    CLEARED_OF_OPENED,
    CONCLUDED,
    SENT,
    INDICTED,
    ACCEPTED,
    TRIED,
    FINAL,
    SUSPENDED,
    DISCONTINUED,
    TO_INDICT,
    TO_TRY,
    *BY_OFFENCE,
    CLEARED_RATE,
    INDICTED_RATE,
    TRIED_RATE,
)
