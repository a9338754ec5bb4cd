"""`lachan plan read FILE --json | --text`: a signed plan as the reader understands it. No database, no Django, nothing is stored."""

import argparse
import json
import sys
from pathlib import Path

from lachan.documents.reading import read_file
from lachan.foundation.errors import Refused
from lachan.program.reader import read_plan, to_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="read")
    read = acts.add_parser("read", help="đọc một tệp .docx, .pdf có chữ, .html hoặc .txt")
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--encoding", help="bảng mã cũ của tệp: tcvn3, vni, windows-1258")
    form = read.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="kế hoạch đã đọc, dạng lachan.plan/1 (mặc định)")
    form.add_argument("--text", action="store_true", help="văn bản mà các số dòng trong JSON chỉ tới")


def run(args: argparse.Namespace) -> int:
    """Prints the plan as JSON or its text; notes of the reader go to standard error. Raises Refused for a file that cannot be read."""
    read = read_file(_bytes_of(args.file), args.file.name, encoding=args.encoding)
    for note in read.notes:
        print(note, file=sys.stderr)
    if args.text:
        sys.stdout.write(read.text)
    else:
        print(json.dumps(to_json(read_plan(read.text)), ensure_ascii=False, indent=2))
    return 0


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(f"Không có tệp {path}. Kiểm tra lại đường dẫn.", code="file-missing") from error
    except IsADirectoryError as error:
        raise Refused(f"{path} là thư mục. Chọn một tệp trong đó.", code="file-is-folder") from error
    except OSError as error:
        raise Refused(f"Không đọc được tệp {path}: {error.strerror}. Kiểm tra quyền đọc của tệp.", code="file-unreadable") from error
