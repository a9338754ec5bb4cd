"""The process that `apart` starts."""

import sys

from .apart import answer_one

sys.exit(answer_one())
