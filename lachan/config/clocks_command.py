"""`lachan clocks FILE.json --json`: the legal terms of a course of steps. No database, no Django, nothing is stored."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from lachan.foundation.errors import Refused
from lachan.foundation.terms import LOCAL
from lachan.procedures.asking import Askable, answer
from lachan.records.cases.asked import CASE
from lachan.records.tips.asked import TIP
from lachan.records.victims.asked import VICTIM

ASKABLES: dict[str, Askable] = {each.kind: each for each in (TIP, CASE, VICTIM)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="tệp JSON với câu hỏi; - để đọc từ đầu vào chuẩn")
    parser.add_argument("--json", action="store_true", help="câu trả lời dạng JSON (mặc định)")


def run(args: argparse.Namespace) -> int:
    """Prints the answer as JSON. Raises Refused for a file that cannot be read or a question that cannot be understood."""
    reply = answer(_question(args.file), ASKABLES, today=datetime.now(LOCAL).date())
    print(json.dumps(reply, ensure_ascii=False, indent=2))
    return 0


def _question(name: str) -> Any:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError as error:
        raise Refused(f"Không có tệp {name}. Kiểm tra lại đường dẫn.", code="file-missing") from error
    except OSError as error:
        raise Refused(f"Không đọc được tệp {name}: {error.strerror}.", code="file-unreadable") from error
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(f"Tệp {name} không phải chữ UTF-8.", code="file-encoding") from error
    except json.JSONDecodeError as error:
        raise Refused(f"Tệp {name} không phải JSON: dòng {error.lineno}, cột {error.colno}.", code="file-not-json") from error
    except (RecursionError, ValueError) as error:
        raise Refused(f"Tệp {name} không phải câu hỏi về thời hạn.", code="file-not-json") from error
