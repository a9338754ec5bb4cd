"""Who may see and do what: accounts, roles, grants. What one may see is a queryset; what one may not see does not exist (404).

A policy reads data: roles are sets of acts (`roles.py`), a grant gives a role within a unit or within it and all below.
Code asks for acts, never for roles.
"""
