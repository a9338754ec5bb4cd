"""A demonstration: the agencies of Biên Hòa and an invented year and a half of their work, played through the same operations that
officials use, in the order of time. Nobody in it exists.

`units` and `accounts` are the stage and the cast, `play` the order of time, `courses` what happens, `seed` the whole performance.
"""
