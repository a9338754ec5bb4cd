"""Django's own command line, for those who look for it; `lachan manage ...` is the same."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lachan.config.settings")
execute_from_command_line(sys.argv)
