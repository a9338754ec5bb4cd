"""Duties that come back: how often, before which days of the year, as one sentence says it; and what every rule for deadlines works with."""

import re
from dataclasses import replace

from lachan.program.reader import dates
from lachan.program.reader import deadline_patterns as patterns
from lachan.program.reader.draft import DeadlineItem, Recurrence
from lachan.program.reader.duties import Duty, read_duty, what_near
from lachan.program.reader.lines import Paragraph
from lachan.program.reader.sentences import trim
from lachan.program.reader.tables import deadlines as words

_ANY_CASE = re.IGNORECASE


class SentenceOfDeadlines:
    """One sentence and what was found in it so far; what one rule has taken no later rule reads again."""

    def __init__(self, paragraph: Paragraph, start: int, end: int, year: int | None, *, is_aim: bool = False) -> None:
        self.paragraph, self.text, self.start, self.end, self.year = paragraph, paragraph.text, start, end, year
        self.is_aim = is_aim
        self.taken: list[tuple[int, int]] = []
        self.found: list[tuple[int, int, DeadlineItem]] = []
        self.duty = read_duty(self.text, start, end)

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

    def _add_period(self, start: int, end: int, first: str, last: str, doubts: tuple[str, ...] = ()) -> None:
        is_window = bool(patterns.DATA.search(self.text, max(self.start, start - 300), start))
        kind = "data window" if is_window else "period"
        duty = Duty(what="số liệu thống kê") if is_window else None
        self._add(start, end, kind, start_date=first, end_date=last, doubts=doubts, duty=duty)


class RecurringDuties(SentenceOfDeadlines):
    """The rules for duties that come back."""

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
            if patterns.DATED_FOLLOWS.match(self.text, mark.end(), self.end):
                continue
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
