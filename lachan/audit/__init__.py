"""Who did what to which subject, when and why; written in the transaction of the act itself.

The room lies below organisations and access, for both record their own changes here: actors and subjects are therefore
kept as a reference and a label, without a foreign key. Entries hold record codes and counts, never an identity: there is
nothing in them to anonymise.
"""
