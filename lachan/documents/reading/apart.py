"""Reading a stranger's file in a process of its own, with limits of memory and time that the system keeps.

The limits in `limits` stop what can be counted beforehand. A pdf stream that unpacks without end, or a drawing of a million strokes, is
only known while it is parsed: there the process ends and the server goes on.
"""

import json
import resource
import subprocess
import sys

from lachan.foundation.errors import Refused

from .limits import MAX_MEMORY_BYTES, MAX_SECONDS
from .refusals import refusal
from .text import ReadText


def read_file_apart(data: bytes, name: str, *, encoding: str | None = None, seconds: int = MAX_SECONDS) -> ReadText:
    """`read_file` in a process of its own; what exceeds `seconds` or the memory limit is refused as "qua-nang". Raises Refused."""
    command = [sys.executable, "-I", "-m", __package__, name, encoding or ""]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise refusal("qua-nang") from error
    if done.returncode != 0:
        raise refusal("qua-nang")
    answer = json.loads(done.stdout)
    if "code" in answer:
        raise Refused(answer["message"], code=answer["code"])
    return ReadText(answer["text"], answer["format"], tuple(answer["notes"]))


def limit_this_process(seconds: int = MAX_SECONDS) -> None:
    """Let the system end this process when it takes more memory or processor time than a document needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
