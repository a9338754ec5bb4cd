"""The forms in which an official document can be had. A new form is one module with `render` and one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from lachan.reporting.document import OfficialDocument
from lachan.reporting.renderers import docx, html


@dataclass(frozen=True)
class Renderer:
    """`extension` has no dot."""

    render: Callable[[OfficialDocument], bytes | str]
    mime_type: str
    extension: str


RENDERERS = {
    "docx": Renderer(docx.render, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "html": Renderer(html.render, "text/html; charset=utf-8", "html"),
}
