"""Deadlines: days, days that come back every year, periods to act in, windows of figures, and what follows from events."""

import re
from dataclasses import replace

from lachan.program.reader import dates
from lachan.program.reader import deadline_patterns as patterns
from lachan.program.reader.agencies import read_agency
from lachan.program.reader.draft import DeadlineItem, Recurrence
from lachan.program.reader.duties import Duty, read_duty, what_near
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.sentences import sentences, trim
from lachan.program.reader.tables import deadlines as words

_ANY_CASE = re.IGNORECASE
_DIGIT = re.compile(r"\d")


def find_deadlines(
    paragraph: Paragraph, start: int, *, year: int | None, section: str = "", lead: tuple[str, ...] = (), part: str = ""
) -> list[DeadlineItem]:
    """The deadlines of one paragraph. `year` completes days printed without one; `lead` is who is meant when the sentence names nobody.

    `part` is the kind of part it stands in: what tells of the past ("background") has no deadlines, aims ("objective") name no years to act in.
    """
    text = paragraph.text
    if part == "background":
        return []
    if not (
        _DIGIT.search(text)
        or patterns.PERIODIC.search(text)
        or patterns.UNSPECIFIED.search(text)
        or patterns.ONWARD.search(text)
        or "hiệu lực" in text
        or patterns.FREQUENCY_WORD.search(text)
    ):
        return []
    found: list[tuple[int, int, DeadlineItem]] = []
    for a, b in sentences(text, start):
        found += _Sentence(paragraph, a, b, year, is_aim=part == "objective").read()
    return [replace(item, section=section, from_whom=item.from_whom or lead) for _, _, item in sorted(found, key=lambda one: one[:2])]


def find_due(paragraph: Paragraph, start: int, end: int, *, year: int | None) -> list[DeadlineItem]:
    """The deadlines of a cell that holds nothing but a time ("Quý II/2024", "Trước 31/3/2024", "Tháng 12")."""
    sentence = _Sentence(paragraph, start, end, year)
    found = sentence.read() or sentence.read_cell(start)
    return [item for _, _, item in sorted(found, key=lambda one: one[:2])]


class _Sentence:
    """Reads one sentence; what one rule has taken no later rule reads again."""

    def __init__(self, paragraph: Paragraph, start: int, end: int, year: int | None, *, is_aim: bool = False) -> None:
        self.paragraph, self.text, self.start, self.end, self.year = paragraph, paragraph.text, start, end, year
        self.is_aim = is_aim
        self.taken: list[tuple[int, int]] = []
        self.found: list[tuple[int, int, DeadlineItem]] = []
        self.duty = read_duty(self.text, start, end)

    def read(self) -> list[tuple[int, int, DeadlineItem]]:
        has_digit = bool(_DIGIT.search(self.text, self.start, self.end))
        self._effects()
        self._events()
        if has_digit:
            self._periods()
            self._day_of_month()
        self._recurring()
        if has_digit:
            self._days()
            self._spans()
            self._action_days()
        label = patterns.DUE_LABEL.match(self.text, self.start, self.end)
        if label and not self.found:
            self.read_cell(label.end())
        if not self.is_aim:
            self._loose()
        return self.found

    def read_cell(self, start: int) -> list[tuple[int, int, DeadlineItem]]:
        """A time that stands alone at `start`: years, quarters, months, or how often."""
        lead = patterns.CELL_LEAD.match(self.text, start, self.end)
        start = lead.end() if lead else start
        for pattern in (patterns.CELL_YEARS, patterns.CELL_QUARTERS, patterns.CELL_MONTHS):
            found = pattern.match(self.text, start, self.end)
            span = self._span_of_cell(found) if found else None
            if found and span:
                doubts = () if found.groupdict().get("y") else ("Văn bản không ghi năm; lấy năm của kế hoạch.",)
                self._add(start, found.end(), "period", start_date=span[0], end_date=span[1], doubts=doubts, confidence=0.85)
                return self.found
        often = patterns.CELL_OFTEN.match(self.text, start, self.end)
        if often:
            freq = tuple(dict.fromkeys(words.FREQUENCIES[" ".join(one.lower().split())] for one in patterns.OFTEN.findall(often.group())))
            self._add(start, often.end(), "recurring", recurrence=Recurrence(freq=freq), confidence=0.75)
        return self.found

    def _span_of_cell(self, found: re.Match[str]) -> tuple[str, str] | None:
        group = found.groupdict()
        year = int(group["y"]) if group.get("y") else self.year
        if year is None or not 1900 <= year <= 2199:
            return None
        if "q" in group:
            first, last = dates.QUARTERS[group["q"].lower()], dates.QUARTERS[(group["q2"] or group["q"]).lower()]
            return (dates.quarter_span(year, first)[0], dates.quarter_span(year, last)[1]) if first <= last else None
        if "m" in group:
            begin, stop = dates.month_span(year, int(group["m"])), dates.month_span(year, int(group["m2"] or group["m"]))
            return (begin[0], stop[1]) if begin and stop and begin[0] <= stop[1] else None
        last_year = int(group["y2"] or year)
        return dates.year_span(year, last_year) if year <= last_year <= 2199 else None

    def _free(self, start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in self.taken)

    def _add(
        self,
        start: int,
        end: int,
        kind: str,
        *,
        confidence: float = 0.9,
        doubts: tuple[str, ...] = (),
        duty: Duty | None = None,
        **fields: object,
    ) -> None:
        a, b = trim(self.text, start, end, marks=" ,;.")
        places = self.paragraph.places(a, b)
        if not places:
            return
        if len(places) > 1 and any(char.isdigit() for char in places[1].text) and not any(char.isdigit() for char in places[0].text):
            places = places[1:]
        self.taken.append((start, end))
        duty = duty or replace(self.duty, what=what_near(self.text, self.start, self.end, a, b))
        first, *rest = places
        item = DeadlineItem(
            line=first.line, start=first.start, end=first.end, text=first.text, rest=tuple(rest), kind=kind, confidence=confidence, doubts=doubts,
            what=duty.what, from_whom=duty.from_whom, to=duty.to, via=duty.via, **fields,  # type: ignore[arg-type]
        )  # fmt: skip
        self.found.append((a, b, item))

    # --- single rules ------------------------------------------------------------------------------------------------

    def _effects(self) -> None:
        for found in patterns.EFFECT.finditer(self.text, self.start, self.end):
            day = dates.find_days(found.group("from"))
            self._add(found.start(), found.end(), "effect", date=day[0].iso() if day else None, duty=Duty(what="hiệu lực thi hành"))

    def _events(self) -> None:
        for found in patterns.EVENT.finditer(self.text, self.start, self.end):
            self._add(found.start(), found.end(), "event", confidence=0.7)

    def _periods(self) -> None:
        """ "từ 01/7/2024 đến hết ngày 30/9/2024", "từ tháng 6/2021 đến tháng 6/2022"."""
        for found in patterns.MONTHS.finditer(self.text, self.start, self.end):
            last_year = int(found.group("y2"))
            first = dates.month_span(int(found.group("y1") or last_year), int(found.group("m1")))
            last = dates.month_span(last_year, int(found.group("m2")))
            if first and last:
                self._add_period(found.start(), found.end(), first[0], last[1])
        for found in patterns.DAY_TO_DAY.finditer(self.text, self.start, self.end):
            closing = dates.match_day(self.text, found.end())
            year = closing.year or self.year if closing else None
            first = dates.Day(0, 0, int(found.group("d")), closing.month, year).iso() if closing else None
            last = closing.iso(year) if closing else None
            if closing and first and last and first <= last:
                self._add_period(found.start(), closing.end, first, last)
        for found in patterns.PERIOD.finditer(self.text, self.start, self.end):
            opening = dates.match_day(self.text, found.end())
            link = patterns.UNTIL.match(self.text, opening.end) if opening else None
            closing = dates.match_day(self.text, link.end()) if link else None
            if opening is None or closing is None or not self._free(found.start(), closing.end):
                continue
            year = closing.year or self.year
            start, end = opening.iso(opening.year or year), closing.iso(year)
            if start and end:
                doubts = () if closing.year else ("Văn bản không ghi năm; lấy năm của kế hoạch.",)
                self._add_period(found.start(), closing.end, start, end, doubts)

    def _add_period(self, start: int, end: int, first: str, last: str, doubts: tuple[str, ...] = ()) -> None:
        is_window = bool(patterns.DATA.search(self.text, max(self.start, start - 300), start))
        kind = "data window" if is_window else "period"
        duty = Duty(what="số liệu thống kê") if is_window else None
        self._add(start, end, kind, start_date=first, end_date=last, doubts=doubts, duty=duty)

    def _day_of_month(self) -> None:
        """ "trước ngày 15 hằng tháng", "trước ngày 10 tháng cuối quý"."""
        if not patterns.EVERY_MONTH.search(self.text, self.start, self.end):
            return
        for found in patterns.DAY_OF_MONTH.finditer(self.text, self.start, self.end):
            day = int(found.group("day"))
            if not 1 <= day <= 31 or not self._free(found.start(), found.end()):
                continue
            freq = "quarterly" if "quý" in found.group("every").lower() else "monthly"
            months = (3, 6, 9, 12) if freq == "quarterly" else ()
            self._add(
                found.start(), found.end(), "recurring",
                recurrence=Recurrence(freq=(freq,), before_day_of_month=day, before_month_days=tuple(f"{month:02d}-{day:02d}" for month in months)),
            )  # fmt: skip

    def _recurring(self) -> None:
        """ "Định kỳ quý I, III (trước ngày 12/3 và 12/9), 6 tháng (trước ngày 12/6) và năm (trước ngày 12/12)"."""
        self._kinds_of_days()
        if any(item.kind == "data window" for _, _, item in self.found):
            return
        marks = [
            mark
            for mark in patterns.FREQUENCY_WORD.finditer(self.text, self.start, self.end)
            if self._free(mark.start(), mark.end()) and self._is_frequency(mark) and self._free(mark.end() + 2, mark.end() + 14)
        ]
        groups: list[tuple[list[re.Match[str]], int, list[dates.Day]]] = []
        open_marks: list[re.Match[str]] = []
        for i, mark in enumerate(marks):
            open_marks.append(mark)
            limit = marks[i + 1].start() if i + 1 < len(marks) else min(mark.end() + 60, self.end)
            days, end = self._days_after(mark.end(), limit)
            if days:
                groups.append((open_marks, end, days))
                open_marks = []
        for group, end, days in groups:
            self._add_recurring(group, end, days)
        told = {freq for _, _, item in self.found if item.recurrence for freq in item.recurrence.freq}
        open_marks = [
            mark for mark in open_marks if words.FREQUENCIES.get(" ".join((mark.group("freq") or "quý").lower().split())) not in told
        ]
        if open_marks and self._is_reporting(open_marks):
            days, _ = self._days_later(open_marks[-1].end())
            self._add_recurring(open_marks, open_marks[-1].end(), days)

    def _kinds_of_days(self) -> None:
        for found in patterns.KIND_OF_DAY.finditer(self.text, self.start, self.end):
            day = dates.match_day(self.text, found.start("day"))
            if day and day.is_real and self._free(found.start(), found.end()):
                freq = words.FREQUENCIES[" ".join(found.group("freq").lower().split())]
                self._add(found.start(), found.end(), "recurring", recurrence=Recurrence(freq=(freq,), before_month_days=(day.month_day,)))

    def _is_frequency(self, mark: re.Match[str]) -> bool:
        """Bare "năm", "quý", "tháng" count only in a list after "định kỳ" or before a day in brackets."""
        word = mark.group().lower()
        if re.search(r"\d/\d{1,2}\s{1,2}$", self.text[max(self.start, mark.start() - 8) : mark.start()]):
            return False  # "trước ngày 15/12 hằng năm"
        if mark.group("list") or (len(word.split()) > 1 and not word[0].isdigit()):
            return True
        before = self.text[max(self.start, mark.start() - 140) : mark.start()]
        in_list = bool(patterns.PERIODIC.search(before)) or bool(re.search(rf"(?:{patterns.FREQUENCY})[^.;]{{0,50}}$", before, _ANY_CASE))
        has_day = bool(patterns.DAY_FOLLOWS.match(self.text, mark.end(), self.end))
        if re.match(r"\s{1,2}(?:tới|nay|trước|qua|sau|học)", self.text[mark.end() : mark.end() + 8]) and not has_day:
            return False
        return in_list or has_day or bool(re.search(r"báo cáo(?:\s(?:sơ kết|tổng kết|kết quả))?\s$", before))

    def _days_after(self, start: int, limit: int) -> tuple[list[dates.Day], int]:
        """The days said right after a frequency: "(trước ngày 12/3 và 12/9)", "trước ngày 15/6 hằng năm"."""
        opening = re.compile(
            r"[^;.\d]{0,40}?(?:\(\s?)?(?:gửi\s)?(?P<how>trước ngày|trước|chậm nhất(?: là)?(?: ngày)?|ngày|vào ngày)\s{1,2}(?=\d)", _ANY_CASE
        ).match(self.text, start, limit)
        if opening is None:
            return [], start
        days, pos = [], opening.end()
        while True:
            day = dates.match_day(self.text, pos)
            if day is None or day.year is not None or not day.is_real:
                break
            days.append(day)
            link = re.compile(r"\s?(?:,|và|;)\s{1,2}(?:trước\s)?(?:ngày\s)?(?=\d)").match(self.text, day.end)
            if link is None:
                closing = re.compile(r"\s?(?:hàng năm|hằng năm)?\s?\)?").match(self.text, day.end)
                return days, closing.end() if closing else day.end
            pos = link.end()
        return days, days[-1].end if days else start

    def _days_later(self, start: int) -> tuple[list[dates.Day], int]:
        """Days said at the end of the sentence: "định kỳ 06 tháng và năm báo cáo ... trước ngày 15/6 và 15/12"."""
        for found in patterns.BEFORE.finditer(self.text, start, self.end):
            days, end = self._days_after(found.start(), self.end)
            if days and self._free(found.start(), end):
                self.taken.append((found.start(), end))
                return days, end
        return [], start

    def _is_reporting(self, marks: list[re.Match[str]]) -> bool:
        """A frequency without a day is a deadline only for a duty to report."""
        near = self.text[max(self.start, marks[0].start() - 120) : min(self.end, marks[-1].end() + 160)]
        periodic = patterns.PERIODIC.search(self.text, max(self.start, marks[0].start() - 60), marks[0].start() + 1)
        yearly_only = all((mark.group("freq") or "").lower() in ("hàng năm", "hằng năm", "năm") for mark in marks)
        return bool(re.search(r"báo cáo", near, _ANY_CASE)) and (bool(periodic) or not yearly_only)

    def _add_recurring(self, marks: list[re.Match[str]], end: int, days: list[dates.Day]) -> None:
        freq: list[str] = []
        quarters: list[int] = []
        for mark in marks:
            if mark.group("list"):
                freq.append("quarterly")
                quarters += [dates.QUARTERS[q.lower()] for q in re.findall(r"IV|I{1,3}|[1-4]", mark.group("list"), _ANY_CASE)]
            else:
                freq.append(words.FREQUENCIES[" ".join(mark.group("freq").lower().split())])
        start = marks[0].start()
        lead = re.compile(
            r"(?:(?:thực hiện\s)?(?:chế độ\s)?(?:thông tin,\s)?báo cáo\s)?(?:định kỳ|định kì)\s(?:báo cáo\s)?$", _ANY_CASE
        ).search(self.text, max(self.start, start - 50), start)
        if lead:
            start = lead.start()
        self._add(
            start, end, "recurring",
            recurrence=Recurrence(freq=tuple(dict.fromkeys(freq)), quarters=tuple(quarters), before_month_days=tuple(day.month_day for day in days)),
        )  # fmt: skip

    def _days(self) -> None:
        """ "trước ngày 28/03/2024", "chậm nhất 15/6"; a day as such only with "vào ngày" and no citation before it."""
        for found in patterns.BEFORE.finditer(self.text, self.start, self.end):
            day = dates.match_day(self.text, found.end())
            if day is None or not self._free(found.start(), day.end):
                continue
            every_year = re.compile(r"\s{0,2}(?:hàng năm|hằng năm)").match(self.text, day.end)
            if every_year and day.is_real:
                self._add(
                    found.start(),
                    every_year.end(),
                    "recurring",
                    recurrence=Recurrence(freq=("yearly",), before_month_days=(day.month_day,)),
                )
                continue
            iso = day.iso(self.year)
            doubts = [] if day.year else ["Văn bản không ghi năm; lấy năm của kế hoạch."]
            if iso is None:
                doubts.append("Ngày này không có trên lịch." if not day.is_real else "Không rõ năm.")
            self._add(found.start(), day.end, "date", before=iso, doubts=tuple(doubts), confidence=0.95 if day.year and iso else 0.7)
        for found in re.compile(r"(?:vào|đến hết|đến|hết)\s{1,2}ngày\s{1,2}(?=\d)", _ANY_CASE).finditer(self.text, self.start, self.end):
            day = dates.match_day(self.text, found.end())
            if (
                day is None
                or not self._free(found.start(), day.end)
                or patterns.CITATION.search(self.text[max(self.start, found.start() - 160) : found.start()])
            ):
                continue
            if day.is_real and (day.year or self.year):
                iso = day.iso(self.year)
                is_day_itself = found.group().lower().startswith("vào")
                before, on = (None, iso) if is_day_itself else (iso, None)
                self._add(found.start(), day.end, "date", confidence=0.8, before=before, date=on)

    def _spans(self) -> None:
        """ "trong năm 2017", "trong quý II/2024", "trong tháng 6/2024"; "trước tháng 6/2024" ends the day before."""
        for pattern in (patterns.IN_MONTH, patterns.IN_QUARTER, *([] if self.is_aim else [patterns.IN_YEAR])):
            for found in pattern.finditer(self.text, self.start, self.end):
                group = found.groupdict()
                year = int(group["y"]) if group.get("y") else self.year
                if (
                    year is None
                    or not 1900 <= year <= 2199
                    or not self._free(found.start(), found.end())
                    or not self._names_duty(found.start(), found.end())
                ):
                    continue
                if pattern is patterns.IN_MONTH:
                    span = dates.month_span(year, int(group["m"]))
                elif pattern is patterns.IN_QUARTER:
                    span = dates.quarter_span(year, dates.QUARTERS[group["q"].lower()])
                else:
                    span = dates.year_span(year)
                if span is None:
                    continue
                doubts = () if group.get("y") else ("Văn bản không ghi năm; lấy năm của kế hoạch.",)
                if group["how"].lower().startswith(("trước", "xong", "đến")) and "trước cuối" not in group["how"].lower():
                    self._add(
                        found.start(),
                        found.end(),
                        "date",
                        before=span[0] if "trước" in found.group().lower() else span[1],
                        doubts=doubts,
                        confidence=0.75,
                    )
                else:
                    self._add(found.start(), found.end(), "period", start_date=span[0], end_date=span[1], doubts=doubts, confidence=0.85)

    def _names_duty(self, at: int, end: int) -> bool:
        return bool(patterns.DUTY.search(self.text, max(self.start, at - 600), end)) or ":" in self.text[max(self.start, at - 30) : at + 30]

    def _action_days(self) -> None:
        """“Ngày toàn dân phòng, chống mua bán người - 30/7”: comes back every year; the same day is told once per sentence."""
        told: set[str] = set()
        for found in patterns.ACTION_DAY.finditer(self.text, self.start, self.end):
            day = dates.match_day(self.text, found.start("day"))
            if day is None or not day.is_real or day.month_day in told or not self._free(found.start(), found.end()):
                continue
            told.add(day.month_day)
            self._add(
                found.start(), found.end(), "recurring", confidence=0.8, duty=Duty(what="hoạt động hưởng ứng"),
                recurrence=Recurrence(freq=("yearly",), month_days=(day.month_day,)),
            )  # fmt: skip

    def _loose(self) -> None:
        """Duties without a day: "Định kỳ tổng hợp ..., báo cáo X", "đúng thời hạn quy định", "để tổng hợp, báo cáo X"."""
        periodic = patterns.PERIODIC.match(self.text, self.start)
        if periodic and not self.taken and re.search("báo cáo", self.text[self.start : self.end], _ANY_CASE):
            self._add(
                self.start,
                self.end,
                "recurring",
                confidence=0.6,
                doubts=("Không ghi thời gian cụ thể.",),
                recurrence=Recurrence(freq=("unspecified",)),
            )
            return
        for found in patterns.UNSPECIFIED.finditer(self.text, self.start, self.end):
            if (
                not self.found
                and self._free(found.start(), found.end())
                and re.search("báo cáo|gửi", self.text[self.start : self.end], _ANY_CASE)
            ):
                self._add(found.start(), found.end(), "unspecified", confidence=0.6, doubts=("Không ghi thời gian cụ thể.",))
        for found in patterns.ONWARD.finditer(self.text, self.start, self.end):
            receiver = read_agency(self.text, found.end())
            if receiver and self._free(found.start(), receiver.end) and receiver.name[0].isupper():
                self._add(
                    found.start(),
                    receiver.end,
                    "onward",
                    confidence=0.6,
                    duty=Duty(what="báo cáo tổng hợp", to=receiver.name),
                    recurrence=Recurrence(freq=("follows the above",)),
                )
