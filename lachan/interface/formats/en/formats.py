"""English screens keep Vietnamese days and numbers: a date copied from a screen into a document must not change its meaning."""

from lachan.interface.formats.vi.formats import *  # noqa: F403
