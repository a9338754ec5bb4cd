"""Lá Chắn: a signed plan runs itself; records are entered once; every figure and report is derived from them.

Documents say what is owed. Records say what happened. The ledger counts it. Reports carry it upward.
"""

__version__ = "0.1.0"
