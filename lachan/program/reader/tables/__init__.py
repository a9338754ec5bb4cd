"""The words of administrative Vietnamese that the reader knows, as plain tables: what a clerk would check, not code."""
