"""A criminal case (vụ án) from the decision to prosecute it to the final judgment, with its accused and their charges.

The offence of the case is the gravest one charged; before anybody is charged it is the one that the decision names.
"""
