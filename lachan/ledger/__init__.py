"""Dated, nameless facts with a weight, appended in the transaction of the record; every figure is a sum of weights.

Facts are never changed: what is no longer true is written again with weight -1. *As known at* a moment is therefore a prefix
of the ledger. There is no name, number or text in it; subjects are opaque.
"""
