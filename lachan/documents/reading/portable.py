"""PDF files with text: pages to rows, rows to paragraphs; page numbers and lines that repeat at head and foot are dropped."""

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

import pdfplumber
from pdfminer.layout import LTChar, LTCurve, LTImage, LTFigure, LTPage
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from .encodings import modern
from .limits import MAX_PAGES, MAX_RULES_FOR_TABLES, MIN_CHARACTERS_PER_PAGE
from .page_columns import Block, with_columns
from .page_paragraphs import glued, join_paragraphs
from .page_rows import Row, letters_of, rows_of
from .refusals import refusal
from .tables import table_paragraphs
from .text import check_length, paragraphs_to_text
