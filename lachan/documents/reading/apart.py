"""Reading a stranger's file in a process of its own, with limits of memory and time that the system keeps.

The limits in `limits` stop what can be counted beforehand. A pdf stream that unpacks without end, or a drawing of a million strokes, is
only known while it is parsed: there the process ends and the server goes on.
"""

import gc
import json
import os
import resource
import subprocess
import sys

from lachan.foundation.errors import Refused

from .encodings import NAMES
from .limits import MAX_FILE_BYTES, MAX_MEMORY_BYTES, MAX_SECONDS
from .read import read_file
from .refusals import OldEncoding, refusal
from .text import ReadText


def read_file_apart(
    data: bytes, name: str, *, encoding: str | None = None, seconds: int = MAX_SECONDS, memory_bytes: int = MAX_MEMORY_BYTES
) -> ReadText:
    """`read_file` in a process of its own; what exceeds `seconds` or `memory_bytes` is refused as "qua-nang". Raises Refused."""
    if len(data) > MAX_FILE_BYTES:
        return read_file(data, name)  # refuses before it looks inside
    asked = {"name": name, "encoding": encoding, "seconds": seconds, "memory_bytes": memory_bytes}
    # Nothing of the server's environment, where secrets may be, goes to the process that handles foreign bytes.
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", "-m", __package__]
    try:
        done = subprocess.run(
            command, input=json.dumps(asked).encode() + b"\n" + data, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise refusal("qua-nang") from error
    if done.returncode != 0:
        raise refusal("qua-nang")
    answer = json.loads(done.stdout)
    if answer.get("encoding"):
        raise OldEncoding(answer["encoding"], NAMES[answer["encoding"]])
    if "code" in answer:
        raise Refused(answer["message"], code=answer["code"])
    return ReadText(answer["text"], answer["format"], tuple(answer["notes"]))


def answer_one() -> int:
    """The other end: a request and a file on standard input, text or refusal as JSON on standard output. Returns the exit status."""
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _limit_this_process(request["seconds"], request["memory_bytes"])
    gc.disable()  # the process ends with this file; looking again and again at a million letters takes a fifth of the time
    try:
        read = read_file(data, request["name"], encoding=request["encoding"])
    except Refused as refused:
        answer: dict[str, object] = {"code": refused.code, "message": refused.message, "encoding": getattr(refused, "encoding", None)}
    except MemoryError:
        return 1
    else:
        answer = {"text": read.text, "format": read.format, "notes": read.notes}
    sys.stdout.write(json.dumps(answer))
    return 0


def _limit_this_process(seconds: int, memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
