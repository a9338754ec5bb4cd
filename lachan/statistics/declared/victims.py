"""Figures on victims. Those found not to be victims are counted as well: received = victim + not victim + pending."""

from lachan.foundation.sources import Mark, Source
from lachan.statistics.model import Indicator, Measure, Ratio, Term, Window

LAW = Source("Luật Phòng, chống mua bán người (2011, 2024)", "", Mark.VERIFIED)
OUR_READING = Source("Chỉ tiêu các kế hoạch phòng, chống mua bán người, cách tính dự kiến", "", Mark.INFERRED)


def _count(code: str, label: str, definition: str, unit: str = "người") -> Measure:
    return Measure(code, label, unit, (Term(code),), definition, LAW)


RECEIVED = _count("victims.received", "Người được tiếp nhận", "Số người được cơ quan có trách nhiệm tiếp nhận trong kỳ.")
IDENTIFIED = _count("victims.identified", "Nạn nhân được xác định", "Số người được xác định là nạn nhân trong kỳ.")
NOT_IDENTIFIED = _count("victims.not_identified", "Không phải nạn nhân", "Số người có kết luận không phải là nạn nhân trong kỳ.")
CERTIFIED = _count("victims.certified", "Được cấp giấy xác nhận", "Số nạn nhân được cấp giấy xác nhận trong kỳ.")
SUPPORTED = _count(
    "victims.supported", "Lượt hỗ trợ", "Số lượt hỗ trợ theo từng chế độ trong kỳ; một người có thể nhận nhiều chế độ.", "lượt"
)
SUPPORTED_PERSONS = _count("victims.supported_persons", "Người được hỗ trợ", "Số người được hỗ trợ lần đầu trong kỳ.")
DETERMINED_OF_RECEIVED = Measure(
    "victims.determined_of_received",
    "Người tiếp nhận trong kỳ đã có kết luận",
    "người",
    (Term("victims.determined_of_received"),),
    "Trong số người tiếp nhận trong kỳ, số đã có kết luận là hoặc không phải nạn nhân đến thời điểm tính.",
    OUR_READING,
)
VERIFIED_OF_RECEIVED = Measure(
    "victims.verified_of_received",
    "Người tiếp nhận trong kỳ đã xác minh ban đầu",
    "người",
    (Term("victims.verified_of_received"),),
    "Trong số người tiếp nhận trong kỳ, số đã được xác minh ban đầu đến thời điểm tính.",
    OUR_READING,
)
PENDING = Measure(
    "victims.pending",
    "Đang trong quá trình xác định cuối kỳ",
    "người",
    (Term("victims.received", Window.UNTIL), Term("victims.determined", Window.UNTIL, -1)),
    "Số người đã tiếp nhận đến cuối kỳ mà chưa có kết luận.",
    OUR_READING,
)
FEMALE = Measure(
    "victims.identified.female",
    "Nạn nhân nữ",
    "người",
    (Term("victims.identified", where={"sex": ("female",)}),),
    "Số nạn nhân nữ được xác định trong kỳ.",
    LAW,
)
MINOR = Measure(
    "victims.identified.minor",
    "Nạn nhân dưới 18 tuổi",
    "người",
    (Term("victims.identified", where={"age": ("<16", "16-17")}),),
    "Số nạn nhân dưới 18 tuổi (tính vào ngày tiếp nhận) được xác định trong kỳ.",
    LAW,
)
VERIFIED_RATE = Ratio(
    "victims.verified_rate",
    "Người được tiếp nhận đã xác minh",
    VERIFIED_OF_RECEIVED,
    RECEIVED,
    "Số người tiếp nhận trong kỳ đã xác minh ban đầu, chia cho số người tiếp nhận trong kỳ.",
    OUR_READING,
)

INDICATORS: tuple[Indicator, ...] = (
    RECEIVED,
    IDENTIFIED,
    NOT_IDENTIFIED,
    CERTIFIED,
    SUPPORTED,
    SUPPORTED_PERSONS,
    DETERMINED_OF_RECEIVED,
    VERIFIED_OF_RECEIVED,
    PENDING,
    FEMALE,
    MINOR,
    VERIFIED_RATE,
)
