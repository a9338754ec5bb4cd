"""What the codes of acts are called on screen. Each room registers its own when the application starts."""

from django.utils.functional import Promise

_labels: dict[str, str | Promise] = {}


def register(labels: dict[str, str | Promise]) -> None:
    _labels.update(labels)


def label_of(act: str) -> str:
    """The act's name; its code where nobody gave it one."""
    return str(_labels.get(act, act))


def known_acts() -> dict[str, str | Promise]:
    return dict(_labels)
