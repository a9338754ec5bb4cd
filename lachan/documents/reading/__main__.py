"""The process that `apart` starts: a file on standard input, its text or its refusal as JSON on standard output."""

import json
import sys

from lachan.foundation.errors import Refused

from .apart import limit_this_process
from .read import read_file


def main() -> int:
    """Arguments: the file's name, and the old encoding that the user named or "". Exit status 1 when memory ran out."""
    name, encoding = sys.argv[1:3]
    data = sys.stdin.buffer.read()
    limit_this_process()
    try:
        read = read_file(data, name, encoding=encoding or None)
        answer = {"text": read.text, "format": read.format, "notes": read.notes}
    except Refused as refused:
        answer = {"code": refused.code, "message": refused.message}
    except MemoryError:
        return 1
    sys.stdout.write(json.dumps(answer))
    return 0


sys.exit(main())
