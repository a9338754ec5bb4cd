"""What a figure means, and computing it from the ledger.

`model` (pure) says what a measure and a ratio are; `declared/` holds the ones there are, each with its definition and source;
`engine` adds up weights; `queries` answers for a unit, a period and a moment of knowledge, and leads from a number to its facts.
"""
