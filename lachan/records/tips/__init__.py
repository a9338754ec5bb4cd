"""A tip: information about a crime (tố giác, tin báo về tội phạm, kiến nghị khởi tố) from its receipt to the answer to the informant.

It is not a case: a decision to prosecute ends it and opens one. Several tips about one event stay several.
"""
