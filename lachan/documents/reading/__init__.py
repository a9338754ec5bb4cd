"""From an uploaded file (txt, docx, pdf with text, html) to its text, a paragraph a line; refusals say what the person can do.

Knows formats, not plans: what the lines mean is read by `lachan.program.reader`.
"""

from .apart import read_file_apart
from .read import read_file
from .text import ReadText

__all__ = ["ReadText", "read_file", "read_file_apart"]
