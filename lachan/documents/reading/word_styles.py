"""What a paragraph or run of a Word file inherits from its style: list, capitals, being hidden (ECMA-376 part 1, 17.7)."""

from lxml import etree

from .numbering import W, whole

OFF = ("0", "false", "off", "none")
MAX_ANCESTORS = 12  # Word itself stops at eleven; also ends a circle


class Styles:
    """Styles of one document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {} if root is None else {style.get(W + "styleId") or "": style for style in root.iterchildren(W + "style")}
        self._default = next((key for key, style in self._styles.items() if _is_default_paragraph_style(style)), None)

    def list_of(self, style_id: str | None) -> tuple[str | None, int | None]:
        """The list (numId) and level that a paragraph style sets, each None when it sets none."""
        num_id: str | None = None
        level: int | None = None
        for style in self._chain(style_id):
            if (own := style.find(f"{W}pPr/{W}numPr")) is None:
                continue
            own_id, own_level = list_reference(own)
            num_id = num_id if num_id is not None else own_id
            level = level if level is not None else own_level
        return num_id, level

    def list_styles(self) -> dict[str, str]:
        """numId by style id, for the list styles that other lists point at."""
        found = {key: self.list_of(key)[0] for key in self._styles}
        return {key: num_id for key, num_id in found.items() if num_id}

    def owner_of_list(self, style_id: str | None) -> str | None:
        """The style in the chain of `style_id` that names the list: its level is looked up by this name."""
        for style in self._chain(style_id):
            if style.find(f"{W}pPr/{W}numPr") is not None:
                return style.get(W + "styleId")
        return None

    def is_on(self, flag: str, run_properties: etree._Element | None, paragraph_style: str | None) -> bool:
        """Whether `flag` ("caps", "vanish") holds for a run: by itself, its character style, its paragraph's style."""
        if (own := flag_value(run_properties, flag)) is not None:
            return own
        character_style = value_of(run_properties, "rStyle")
        for style in [*self._chain(character_style, with_default=False), *self._chain(paragraph_style)]:
            if (value := flag_value(style.find(W + "rPr"), flag)) is not None:
                return value
        return False

    def is_contents_entry(self, style_id: str | None) -> bool:
        """Whether paragraphs of this style are lines of a table of contents."""
        style = self._styles.get(style_id or "")
        name = (value_of(style, "name") or style_id or "").lower()
        return name.startswith("toc") and name[3:].strip().isdigit()

    def _chain(self, style_id: str | None, *, with_default: bool = True) -> list[etree._Element]:
        key = style_id if style_id in self._styles else (self._default if with_default else None)
        chain: list[etree._Element] = []
        while key in self._styles and len(chain) < MAX_ANCESTORS:
            style = self._styles[key or ""]
            chain.append(style)
            key = value_of(style, "basedOn")
        return chain


def list_reference(num_pr: etree._Element) -> tuple[str | None, int | None]:
    """numId and level of a w:numPr, each None when it is not given."""
    level = value_of(num_pr, "ilvl")
    return value_of(num_pr, "numId"), None if level is None else whole(level, 0)


def value_of(node: etree._Element | None, child: str) -> str | None:
    """The w:val of a child element."""
    found = None if node is None else node.find(W + child)
    return None if found is None else found.get(W + "val")


def flag_value(properties: etree._Element | None, flag: str) -> bool | None:
    """True or False when the properties switch `flag` on or off, None when they do not speak of it."""
    found = None if properties is None else properties.find(W + flag)
    return None if found is None else (found.get(W + "val") or "true").lower() not in OFF


def _is_default_paragraph_style(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and (style.get(W + "default") or "0").lower() not in OFF
