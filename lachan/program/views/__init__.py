"""Pages of the programme: each parses, asks one query or carries out one operation, and renders."""
