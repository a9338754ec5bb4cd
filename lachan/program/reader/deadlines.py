"""Deadlines: days, days that come back every year, periods to act in, windows of figures, and what follows from events."""

import re
from dataclasses import replace

from lachan.program.reader import dates
from lachan.program.reader import deadline_patterns as patterns
from lachan.program.reader.agencies import read_agency
from lachan.program.reader.draft import DeadlineItem, Recurrence
from lachan.program.reader.duties import Duty
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.recurrences import RecurringDuties
from lachan.program.reader.sentences import sentences
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


class _Sentence(RecurringDuties):
    """Reads one sentence, rule after rule."""

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
            begins = dates.Day(0, 0, int(found.group("d")), closing.month, year).iso() if closing else None
            ends = closing.iso(year) if closing else None
            if closing and begins and ends and begins <= ends:
                self._add_period(found.start(), closing.end, begins, ends)
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
                    or not (pattern is not patterns.IN_YEAR or self._names_duty(found.start(), found.end()))
                    or " đã " in self.text[self.start : found.start()]
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
