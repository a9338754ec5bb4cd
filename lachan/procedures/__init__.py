"""Law as data: what a procedure, a step and a limit are, and the one small engine that runs a declaration.

`model` says what can be declared; `course` computes state, possible steps and clocks from the steps taken (both know no framework);
`models` keeps heads and steps; `operations` takes and withdraws steps; `registry` knows which declarations there are.
The law itself stands in the record apps, one declaration for each period in which a version of it holds.
"""
