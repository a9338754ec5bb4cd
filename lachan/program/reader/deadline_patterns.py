"""The shapes in which a sentence says when something is due, put together from the words of the tables."""

import re

from lachan.program.reader.agencies import phrases
from lachan.program.reader.tables import deadlines as words
from lachan.program.reader.tables.roles import LABELLED

ANY_CASE = re.IGNORECASE
BEFORE = re.compile(rf"{phrases(words.BEFORE)}\s{{1,3}}(?:\d{{1,2}}\s?(?:giờ|h)(?:\s?\d{{2}})?(?:\sphút)?,?\s(?:ngày\s)?)?(?=\d)", ANY_CASE)
PERIOD = re.compile(r"[Tt]ừ\s{1,2}(?:ngày\s{1,2})?(?=\d)")
UNTIL = re.compile(rf"\s{{0,2}}(?:[-–]|{phrases(words.UNTIL)})\s{{1,2}}(?:ngày\s{{1,2}})?(?=\d)", ANY_CASE)
MONTHS = re.compile(
    r"[Tt]ừ\s{1,2}(?:đầu\s|giữa\s)?tháng\s{1,2}(?P<m1>\d{1,2})(?:\s?(?:/|năm)\s?(?P<y1>\d{4}))?\s{1,2}đến\s{1,2}(?:hết\s"
    r"|cuối\s)?tháng\s{1,2}(?P<m2>\d{1,2})\s?(?:/|năm)\s?(?P<y2>\d{4})(?!\d)"
)
IN_MONTH = re.compile(
    r"(?P<how>[Tt]rong|[Vv]ào|[Tt]rước|[Xx]ong|[Đđ]ến hết|[Hh]oàn thành|[Tt]hời gian[^:]{0,24}:|[Tt]hời hạn[^:]{0,24}:)\s{1,2}"
    r"(?:[Tt]rong\s|[Tt]rước\s)?[Tt]háng\s{1,2}(?P<m>\d{1,2})(?!\d|\s?(?:[-–]|đến)\s?(?:tháng\s)?\d)(?:\s?(?:/|năm)\s?(?P<y>\d{4}))?(?!\d)"
)
IN_QUARTER = re.compile(
    r"(?P<how>[Tt]rong|[Vv]ào|[Tt]rước|[Xx]ong|[Đđ]ến hết|[Hh]oàn thành|[Tt]hời gian[^:]{0,24}:)\s{1,2}(?:trong\s"
    r"|trước\s)?[Qq]u[ýí]\s{1,2}(?P<q>IV|I{1,3}|[1-4])(?:\s?(?:/|năm|-)\s?(?:năm\s)?(?P<y>\d{4}))?(?![\w/]|\s?,\s?(?:IV|I{1,3}|[1-4])(?!\w))"
)
IN_YEAR = re.compile(r"(?P<how>[Tt]rong|[Đđ]ến hết|[Tt]rước cuối|[Tt]rước)\s{1,2}năm\s{1,2}(?P<y>\d{4})(?!\d)")
FREQUENCY = phrases(tuple(words.FREQUENCIES))
QUARTERS = re.compile(
    r"(?:hàng\s|hằng\s)?qu[ýí]\s{1,2}(?P<list>(?:IV|I{1,3}|[1-4])(?:\s?(?:,|và)\s?(?:IV|I{1,3}|[1-4])(?!\w)){0,3})(?!\w)", ANY_CASE
)
FREQUENCY_WORD = re.compile(rf"(?<![\w/])(?:{QUARTERS.pattern}|(?P<freq>{FREQUENCY}))(?!\s{{1,2}}\d{{4}})", ANY_CASE)
PERIODIC = re.compile(phrases(words.PERIODIC), ANY_CASE)
DAY_OF_MONTH = re.compile(
    rf"{phrases([*words.BEFORE, *words.ON])}\s{{1,2}}(?P<day>\d{{1,2}})\s{{1,2}}(?:của\s)?(?P<every>hàng tháng|hằng tháng"
    rf"|mỗi tháng|tháng cuối quý|tháng cuối mỗi quý|tháng cuối của quý)",
    ANY_CASE,
)
EVERY_MONTH = re.compile(r"(?:hàng|hằng|mỗi) tháng|cuối (?:mỗi |của )?quý", ANY_CASE)
DATA = re.compile(phrases(words.DATA_WINDOW), ANY_CASE)
EFFECT = re.compile(
    rf"{phrases(words.EFFECT)}[^.;]{{0,40}}?(?:(?:kể\s)?từ\s{{1,2}}(?:ngày\s{{1,2}})?(?P<from>ký(?:\s(?:ban hành|ký ban hành))?"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|\d{{1,2}} tháng \d{{1,2}} năm \d{{4}}))",
    ANY_CASE,
)
UNSPECIFIED = re.compile(phrases(words.UNSPECIFIED), ANY_CASE)
ONWARD = re.compile(rf"{phrases(words.ONWARD)}\s{{1,2}}", ANY_CASE)
EVENT = re.compile(
    r"(?:trong vòng|trong thời hạn|chậm nhất sau|chậm nhất)\s{1,2}(?P<n>\d{1,3})\s{1,2}(?P<unit>giờ|ngày làm việc|ngày|tháng"
    r"|tuần)(?!\w)[^.;]{0,80}|(?:ngay\s)?sau khi\s[^.;]{3,100}?\s(?:có hiệu lực|được ban hành|được phê duyệt|kết thúc)(?:\sthi hành)?",
    ANY_CASE,
)
ACTION_DAY = re.compile(
    rf"[“\"]?{phrases(words.ACTION_DAYS)}[^“”\";.]{{3,90}}?[-–(\s]{{1,3}}(?P<day>\d{{1,2}}/\d{{1,2}})(?![\d/])\)?[”\"]?"
)
DUTY = re.compile(phrases(words.DUTY_WORDS), ANY_CASE)
CITATION = re.compile(
    r"(?:\bsố\s?:?\s{0,2}[\w./&-]{1,40}(?:\s[^\s,;.]{1,12}){0,3}|thông qua|ban hành|ký|Luật[^;.]{0,80}|sinh"
    r"|[A-ZĐ]{2,}/[\w-]+)\s{0,2},?\s{0,2}(?:ngày\s{0,2})?$"
)

DAY_FOLLOWS = re.compile(
    r"\s{0,2}(?:\(|gửi\s|báo cáo\s)?\s{0,2}(?:trước|chậm nhất|muộn nhất|ngày)(?:\slà)?(?:\sngày)?\s{1,2}\d{1,2}"
    r"(?:\s?/|\stháng\s\d|\))",
    ANY_CASE,
)

"""A day said right after a frequency: "6 tháng (trước ngày 15/6)", "6 tháng trước ngày 15/6"."""

DATED_FOLLOWS = re.compile(
    r"(?:\shọc)?\s{0,2}[:(]?\s{0,2}(?:gửi\s|báo cáo\s)?(?:trước|chậm nhất|muộn nhất)(?:\slà)?(?:\sngày)?\s{1,2}\d{1,2}"
    r"(?:/\d{1,2}/|\stháng\s\d{1,2}\snăm\s)\d{4}",
    ANY_CASE,
)
"""A day with its year right after a frequency: it comes once, whatever the report is called ("Báo cáo năm: trước ngày 05/12/2022")."""

DUE_LABEL = re.compile(rf"{phrases(LABELLED['due'])}\s{{0,2}}:\s{{0,2}}", ANY_CASE)
CELL_LEAD = re.compile(r"(?:(?:hoàn thành|thực hiện|triển khai|xong)\s)?(?:trong\s)?", ANY_CASE)
CELL_YEARS = re.compile(r"(?:(?:các\s)?năm\s)?(?P<y>20\d{2})(?:\s{0,2}[-–]\s{0,2}(?P<y2>20\d{2}))?(?![\d/])", ANY_CASE)
CELL_QUARTERS = re.compile(
    r"qu[ýí]\s{1,2}(?P<q>IV|I{1,3}|[1-4])(?:\s?(?:-|–|,|và|đến(?:\squ[ýí])?)\s?(?P<q2>IV|I{1,3}|[1-4]))?(?!\w)"
    r"(?:\s?(?:/|-|năm)?\s?(?:năm\s)?(?P<y>20\d{2}))?",
    ANY_CASE,
)
CELL_MONTHS = re.compile(
    r"tháng\s{1,2}(?P<m>\d{1,2})(?:\s?(?:-|–|,|và|đến)\s?(?:tháng\s)?(?P<m2>\d{1,2}))?(?!\d)(?:\s?(?:/|-|năm)\s?(?:năm\s)?(?P<y>20\d{2}))?",
    ANY_CASE,
)
OFTEN = re.compile(phrases([word for word in words.FREQUENCIES if words.FREQUENCIES[word] != "yearly" and len(word.split()) > 1]), ANY_CASE)
CELL_OFTEN = re.compile(rf"(?:định kỳ\s|báo cáo\s)?{OFTEN.pattern}(?:\s?(?:,|và)\s?{OFTEN.pattern})*", ANY_CASE)
"""A time that stands alone, in a cell or after "Thời gian thực hiện:"; a mere "hằng năm" sets no day."""

KIND_OF_DAY = re.compile(
    rf"(?:{phrases(words.BEFORE)}\s{{1,3}}|ngày\s)?(?P<day>\d{{1,2}}/\d{{1,2}})(?![\d/])(?:\s(?:hàng|hằng) năm)?\s?"
    rf"\(\s?(?:(?:đối với|cho)\s)?(?:báo cáo\s)?(?:sơ kết\s|tổng kết\s|định kỳ\s)?(?P<freq>{FREQUENCY})[^()]{{0,20}}\)",
    ANY_CASE,
)
"""A day with the report it is for in brackets: "trước 15/6 (đối với báo cáo 6 tháng) và 15/12 (đối với báo cáo năm)"."""

DAY_TO_DAY = re.compile(
    r"[Tt]ừ\s{1,2}(?:ngày\s{1,2})?(?P<d>\d{1,2})\s{0,2}(?:[-–]|đến(?:\shết)?)\s{1,2}(?:ngày\s{1,2})?(?=\d{1,2}\s?(?:/|tháng))"
)
"""Two days of one month: "từ ngày 01 đến ngày 30/7/2024"."""
