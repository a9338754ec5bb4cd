"""Names of agencies in a sentence: where a name begins, how far it goes, and the list it stands in."""

import re
from dataclasses import dataclass

from lachan.program.reader.tables.agencies import (
    AND_TAILS,
    APPOSITIONS,
    COLLECTIVE_ENDS,
    COLLECTIVE_HEADS,
    COLLECTIVE_WORDS,
    COMMA_NAMES,
    FIXED_NAMES,
    FIXED_PHRASES,
    HEADS,
    HEADS_BEFORE_CAPITAL,
    LEVEL_WORDS,
    NOT_HEADS,
    PURPOSE_NAMES,
)
from lachan.program.reader.tables.numbering import UPPER
from lachan.program.reader.tables.roles import COORDINATE, COORDINATE_WITH, FILLERS, JOIN, LEAD
from lachan.program.reader.tables.verbs import ACTION_VERBS, NOUN_BEFORE, NOUN_TAILS, NOUN_USES, STOP_WORDS

MAX_NAME = 260
"""Characters of the longest name that is read; no agency's name is longer."""

MAX_LIST = 40
"""Names in the longest list that is read."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A name as written and its offsets in the text."""

    name: str
    start: int
    end: int


def phrases(words: tuple[str, ...] | list[str]) -> str:
    """An alternation of the words, longest first, that ends at a word boundary; a blank stands for any few blanks."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) + r")(?!\w)"


_ANY_CASE = re.IGNORECASE
_NOT_HEAD = re.compile(phrases(NOT_HEADS), re.IGNORECASE)
_HEAD = re.compile(rf"(?:các\s)?(?:{phrases(HEADS)})", _ANY_CASE)
_HEAD_CAPITAL = re.compile(rf"(?:[Cc]ác\s)?(?i:{phrases(HEADS_BEFORE_CAPITAL)})\s{{1,3}}(?=[{UPPER}])")
_COLLECTIVE = re.compile(phrases(COLLECTIVE_HEADS), _ANY_CASE)
_COLLECTIVE_WORD = re.compile(phrases(COLLECTIVE_WORDS), _ANY_CASE)
_COLLECTIVE_END = re.compile(rf"{phrases(COLLECTIVE_ENDS)}$", _ANY_CASE)
_LEVEL = re.compile(rf"{phrases(LEVEL_WORDS)}(?!\s{{1,2}}hội)")
_SHORT_LEVEL = re.compile(r"(?:thành|thị)(?=\s?,|\s(?!phố|xã|trấn|lập|viên|công|tích|phần|tựu))")
"""Short for "thành phố", "thị xã" in a list of levels: "UBND các huyện, thành, thị"."""
_ENDS_IN_LEVEL = re.compile(rf"\s{phrases(LEVEL_WORDS)}$")
_PLACE = re.compile(rf"\s{{1,3}}[{UPPER}][\w’']{{0,12}}(?:\s{{1,2}}[{UPPER}][\w’']{{0,12}}){{0,3}}|\s{{1,2}}\d{{1,2}}(?!\w)")
_STOP = re.compile(phrases([*LEAD, *COORDINATE_WITH, *COORDINATE, *JOIN, *FILLERS, *STOP_WORDS, *ACTION_VERBS]))
_HARD = frozenset(';:.()“”"[]…|')
_WORD = re.compile(r"[^\s,;:.()“”\"\[\]…|]+")
_APPOSITION = re.compile("|".join(re.escape(word) for word in APPOSITIONS))
_SEPARATOR = re.compile(r"\s{0,3}(?:,\s{0,3}(?:và\s{1,3})?|\s(?:và|cùng|hoặc)\s{1,3}|/\s?|&\s?)")
_SUPERIOR = re.compile(r"Bộ (?:Quốc phòng|Công an)(?!\w)")
"""The ministry that a unit named with "của" belongs to: "cơ quan chức năng của Bộ Chỉ huy Quân sự tỉnh, Bộ Quốc phòng"."""
_BRACKET = re.compile(r"\s{0,3}\([^()]{1,160}\)")
_FIXED = re.compile(phrases(FIXED_NAMES))
_PHRASE = re.compile(phrases(FIXED_PHRASES), _ANY_CASE)
_GROUP_TAIL = re.compile(r"(?:có\s)?liên quan|trên địa bàn(?:\s(?:tỉnh|thành phố|huyện|quản lý))?|trực thuộc|các cấp")
_AREA_TAIL = re.compile(r"(?:biên giới|vùng cao|miền núi|ven biển|trọng điểm|nêu trên)(?!\w)")
_AFTER_END = re.compile(r"(?:trên|của|thuộc|ở|tại|cấp|trong|có|liên quan|khác|chức năng|tỉnh|huyện|xã|và)(?!\w)")
"""What may still belong to a group's name after "liên quan", "chức năng"."""
_CENTRAL = re.compile(r"trực thuộc [Tt]rung ương")
_GROUP_MORE = re.compile(r"(?:đoàn thể|địa phương|đơn vị)(?!\w)")
_NEXT_NAME = re.compile(rf",\s{{1,2}}(?=[{UPPER}])")
_ROLE_INSIDE = re.compile(phrases(["chủ trì", "phối hợp với"]))
_STANDING = re.compile(r"(?:[\s(–-]{1,4}|\slà\s)[Cc]ơ quan [Tt]hường trực")
_STANDING_TITLE = re.compile(r"\s{0,2}(?:(?i:thường trực))?(?:\s{1,2}(?:giúp|của|giúp việc(?: cho)?))?\s{0,2}")
_PURPOSE = re.compile(phrases(PURPOSE_NAMES), _ANY_CASE)
_HEADS_OF_GROUPS = ("thủ trưởng các", "lãnh đạo các", "người đứng đầu các", "giám đốc các", "trưởng các", "hiệu trưởng các", "chủ tịch các")
_PURPOSE_END = re.compile(rf"(?:{phrases(LEVEL_WORDS)}(?!\s{{1,2}}hội|&)|(?:của\s)?Chính phủ|quốc gia|/CP|Trung ương|\d{{3}}/\w{{2,4}})")


def starts_agency(text: str, pos: int = 0) -> bool:
    """Whether the name of an agency, or of a group of agencies, begins at `pos`."""
    return _head(text, pos) is not None


def _head(text: str, pos: int) -> re.Match[str] | None:
    if _NOT_HEAD.match(text, pos):
        return None
    return _FIXED.match(text, pos) or _COLLECTIVE.match(text, pos) or _HEAD.match(text, pos) or _HEAD_CAPITAL.match(text, pos)


def read_agencies(text: str, pos: int = 0) -> tuple[list[Agency], int]:
    """The list of names that begins at `pos`, and where it ends. Explanations ("- Cơ quan Thường trực ...", "(qua ...)") are passed over."""
    found: list[Agency] = []
    end = pos
    while len(found) < MAX_LIST:
        agency = read_agency(text, pos)
        if agency is None:
            break
        superior = _SUPERIOR.match(text, pos)
        if found and superior and " của " in found[-1].name:
            agency = Agency(text[found[-1].start : superior.end()], found.pop().start, superior.end())
        found.append(agency)
        end = _skip_explanation(text, agency.end)
        separator = _SEPARATOR.match(text, end)
        if separator is None or not starts_agency(text, separator.end()):
            break
        pos = separator.end()
    return found, end


def read_agency(text: str, pos: int) -> Agency | None:
    """The one name that begins at `pos`, or None."""
    head = _head(text, pos)
    if head is None:
        return None
    reading = _Name(text, pos, head)
    end = reading.read()
    name = text[pos:end].rstrip(" ,-–")
    return Agency(name, pos, pos + len(name)) if name else None


class _Name:
    """Reads one name word by word."""

    def __init__(self, text: str, start: int, head: re.Match[str]) -> None:
        self.text, self.start, self.pos = text, start, head.end()
        low = head.group().lower()
        self.is_group = (
            bool(_COLLECTIVE.match(text, start))
            or ("," in low)
            or low in ("ba ngành", "hai ngành", "địa phương", "đơn vị", "thành viên", "sở ngành", "đoàn thể")
        )
        self.holds_commas = low.strip() in COMMA_NAMES or low.startswith(
            ("sở", "phòng", "bộ ", "trung tâm", "các ngành", "các sở", "các phòng")
        )
        self.limit = min(len(text), start + MAX_NAME)
        self.at_level = False
        self.has_list = "," in low
        if _PURPOSE.match(text, start):
            self._pass_purpose(start)
        elif _LEVEL.search(text, start, self.pos) and text[start : self.pos].endswith(("tỉnh", "huyện", "thành phố")):
            self.at_level = True

    def read(self) -> int:
        while self.pos < self.limit:
            if not self._step():
                break
        return self.pos

    def _step(self) -> bool:
        """Takes the next word or sign into the name; False where the name ends."""
        text, pos = self.text, self.pos
        if text[pos].isspace():
            return self._blank()
        if text[pos] in _HARD:
            return False
        if text[pos] == ",":
            return self._comma()
        if text[pos] == "/" and not self.at_level:
            self.pos += 1
            return True
        word = _WORD.match(text, pos)
        if word is None:
            return False
        self.pos = word.end()
        return True

    def _blank(self) -> bool:
        text = self.text
        nxt = self.pos + 1
        while nxt < self.limit and text[nxt].isspace():
            nxt += 1
        if nxt >= self.limit or text[nxt] in _HARD or _APPOSITION.match(text, self.pos):
            return False
        if text[nxt] in "-–":
            return self._dash(nxt)
        if text.startswith("và ", nxt):
            return self._and(nxt)
        purpose = _PURPOSE.match(text, nxt)
        if purpose and not self.at_level:
            self._pass_purpose(nxt)
            return True
        level = _LEVEL.match(text, nxt)
        if level and not self.at_level:
            return self._level(level)
        if self.at_level:
            return self._after_level(nxt)
        phrase = _PHRASE.match(text, nxt)
        if phrase:
            self.pos = phrase.end()
            return True
        if self._ends_before(nxt):
            return False
        if self.is_group and _COLLECTIVE_END.search(text[self.start : self.pos]) and not _AFTER_END.match(text, nxt):
            return False
        self.pos = nxt
        word = _WORD.match(text, nxt)
        self.pos = word.end() if word else nxt
        return word is not None

    def _level(self, level: re.Match[str]) -> bool:
        self.pos = level.end()
        place = _PLACE.match(self.text, self.pos)
        if place and not starts_agency(self.text, place.start() + 1):
            self.pos = place.end()
        self.at_level = True
        return True

    def _after_level(self, nxt: int) -> bool:
        """After "tỉnh" only "có liên quan" and the like may still belong to the name."""
        central = _CENTRAL.match(self.text, nxt) or _AREA_TAIL.match(self.text, nxt)
        if central:
            self.pos = central.end()
            return True
        more = _GROUP_TAIL.match(self.text, nxt)
        if more and self.is_group:
            self.pos = more.end()
            return True
        return False

    def _dash(self, nxt: int) -> bool:
        """ "Lao động - Thương binh" goes on, "chính trị - xã hội" too."""
        after = nxt + 1
        while after < self.limit and self.text[after].isspace():
            after += 1
        if self.at_level or after >= self.limit or (not self.text[after].isupper() and not self.text.startswith("xã hội", after)):
            return False
        self.pos = after
        return True

    def _comma(self) -> bool:
        text = self.text
        nxt = self.pos + 1
        while nxt < self.limit and text[nxt].isspace():
            nxt += 1
        if nxt >= self.limit:
            return False
        so_far = text[self.start : self.pos]
        if self.is_group:
            if _COLLECTIVE_END.search(so_far):
                return False
            word = _COLLECTIVE_WORD.match(text, nxt)
            if word is None or (text[nxt].isupper() and not (self.has_list and text.startswith(("UBND", "Ủy ban", "Uỷ ban"), nxt))):
                return False
            self.has_list = True
            self.pos, self.at_level = word.end(), False
            purpose = _PURPOSE.match(text, word.end() + 1)
            if purpose:
                self._pass_purpose(purpose.start())
            return True
        level = _LEVEL.match(text, nxt)
        short = _SHORT_LEVEL.match(text, nxt) if " các " in so_far else None
        if short:
            self.pos = short.end()
            return True
        if level and (" các " in so_far or _ENDS_IN_LEVEL.search(so_far)):
            self.pos = level.end()
            return True
        word = _COLLECTIVE_WORD.match(text, nxt)
        if word and so_far.lower().startswith(_HEADS_OF_GROUPS):
            self.pos = word.end()
            return True
        if starts_agency(text, nxt) or self.at_level or not self.holds_commas:
            return False
        if text[nxt].isupper() and not self._ends_before(nxt):
            self.pos = nxt
            return True
        return False

    def _and(self, at: int) -> bool:
        """ "và" inside a name ("Tài nguyên và Môi trường", "sở, ngành và địa phương") or before the next name."""
        after = at + 3
        if starts_agency(self.text, after) and not (self.is_group and _GROUP_MORE.match(self.text, after)):
            return False
        if self.is_group:
            word = _COLLECTIVE_WORD.match(self.text, after)
            if word is None or _COLLECTIVE_END.search(self.text[self.start : self.pos]):
                return False
            self.pos = word.end()
            return True
        level = _LEVEL.match(self.text, after)
        if " các " in self.text[self.start : self.pos] and level:
            self.pos = level.end()
            return True
        if self.at_level or after >= self.limit or not (self.text[after].isupper() or self.text.startswith(AND_TAILS, after)):
            return False
        tail = next((word for word in AND_TAILS if self.text.startswith(word, after)), "")
        self.pos = after + len(tail)
        return True

    def _pass_purpose(self, start: int) -> None:
        """Takes "Ban Chỉ đạo phòng, chống ... và xây dựng ... tỉnh" whole, up to its level word."""
        head = _PURPOSE.match(self.text, start)
        begin = head.end() if head else self.pos
        stop = next((i for i in range(begin, self.limit) if self.text[i] in ";:“”()"), self.limit)
        stop = next((mark.start() for mark in _NEXT_NAME.finditer(self.text, begin, stop) if starts_agency(self.text, mark.end())), stop)
        role = _ROLE_INSIDE.search(self.text, begin, stop)
        stop = role.start() if role else stop
        level = _PURPOSE_END.search(self.text, begin, stop)
        self.pos = begin
        if level:
            self.pos = level.end()
            place = _PLACE.match(self.text, self.pos)
            if place and not starts_agency(self.text, place.start() + 1):
                self.pos = place.end()
            elif self.text.startswith(" Chính phủ", self.pos):
                self.pos += len(" Chính phủ")
            self.at_level = True

    def _ends_before(self, pos: int) -> bool:
        """Whether an action, a role or another stop begins at `pos`."""
        found = _STOP.match(self.text, pos)
        if found is None:
            return False
        word = found.group()
        last = self.text[self.start : self.pos].rsplit(None, 1)[-1]
        if " " not in word and last[0].isupper() and last[1:].islower() and self.holds_commas:
            return False  # the second syllable of a capitalised word: "Đào tạo"
        before = self.text[self.start : self.pos].lower().split()
        uses = NOUN_USES.get(word)
        if uses and self.text[found.end() : found.end() + 40].lstrip().startswith(uses):
            return False
        if uses and before and (before[-1] in NOUN_BEFORE or before[-1].endswith(",")):
            return False
        for length in (1, 2):
            tails = NOUN_TAILS.get(" ".join(before[-length:]))
            if tails and self.text.startswith(tails, pos):
                return False
        return True


def _skip_explanation(text: str, pos: int) -> int:
    """Past "(Cơ quan Thường trực ...)" or " - Cơ quan Thường trực giúp Ủy ban ... và Ban Chỉ đạo ...", to where the sentence goes on."""
    bracket = _BRACKET.match(text, pos)
    if bracket:
        return bracket.end()
    apposition = _APPOSITION.match(text, pos)
    if apposition is None:
        return pos
    title = _STANDING_TITLE.match(text, apposition.end())
    after = title.end() if title else apposition.end()
    _, end = read_agencies(text, after) if starts_agency(text, after) else ([], after)
    return end


def standing_agency(text: str) -> str | None:
    """The agency that a sentence names as standing agency ("Công an tỉnh - Cơ quan Thường trực ..."), or None."""
    marker = _STANDING.search(text)
    if marker is None:
        return None
    for back in range(max(0, marker.start() - 60), marker.start()):
        if (back == 0 or not text[back - 1].isalnum()) and starts_agency(text, back):
            agency = read_agency(text, back)
            if agency and agency.end >= marker.start() - 1:
                return agency.name
    return None
