"""What every format ends in: one text in NFC with plain line ends, a paragraph a line."""

import re
from dataclasses import dataclass

from lachan.foundation.text import nfc, strip_controls

from .limits import MAX_TEXT_CHARACTERS
from .refusals import refusal

# Word's bullets sit in the private area of the Symbol and Wingdings fonts.
FONT_SYMBOLS = {"\uf02d": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→", "\uf076": "❖"}
# One character for one character, so that places in the text stay places in the source.
LIKE_FOR_LIKE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\ufffc": None,  # the place of an embedded object
        **FONT_SYMBOLS,
    }
)

UNKNOWN_CHARACTER = "\ufffd"


@dataclass(frozen=True)
class ReadText:
    """The text of a file: NFC, lines end in "\\n". `format` is txt, docx, pdf or html; `notes` tell the user what was left out or odd."""

    text: str
    format: str
    notes: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """`text` in NFC with "\\n" line ends, ordinary spaces and hyphens, and nothing invisible. Lines are kept, empty ones too."""
    return nfc(strip_controls(text.translate(LIKE_FOR_LIKE)))


def paragraphs_to_text(paragraphs: list[str]) -> str:
    """Tidy paragraphs, one blank line between; a line break inside a paragraph stays a single one. Empty paragraphs vanish."""
    kept = []
    for paragraph in paragraphs:
        lines = [_squeeze(line) for line in tidy(paragraph).split("\n")]
        if content := "\n".join(line for line in lines if line):
            kept.append(content)
    return "\n\n".join(kept) + "\n" if kept else ""


def check_length(characters: int) -> None:
    """Refuse a text beyond `MAX_TEXT_CHARACTERS`."""
    if characters > MAX_TEXT_CHARACTERS:
        raise refusal("qua-dai", limit=MAX_TEXT_CHARACTERS // 1_000_000)


def _squeeze(line: str) -> str:
    """One space for several; a tab, which parts the cells of a table row, stays a tab."""
    cells = [re.sub(" +", " ", cell).strip(" ") for cell in line.split("\t")]
    return "\t".join(cells) if any(cells) else ""
