"""The words of administrative Vietnamese that the reader knows, as plain tables: what a clerk would check, not code."""


def listed(block: str) -> tuple[str, ...]:
    """The entries of a table written as text: one or more on a line, with "|" between them."""
    return tuple(entry.strip() for line in block.splitlines() for entry in line.split("|") if entry.strip())
