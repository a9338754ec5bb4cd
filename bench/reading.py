"""Reading the sample plan: in this process, and as the whole command."""

import subprocess
import sys
from pathlib import Path

from bench.timing import median_ms, report
from lachan.documents.reading import read_file
from lachan.program.reader import read_plan

PLAN = Path("lachan/demo/data/ke-hoach-04-bien-hoa-2024.txt")


def main() -> None:
    data = PLAN.read_bytes()
    report(
        "reading the sample plan (file to draft), median of 15",
        f"{median_ms(lambda: read_plan(read_file(data, PLAN.name).text), times=15):.0f} ms",
    )
    command = [sys.executable, "-m", "lachan.config.cli", "plan", "read", str(PLAN), "--json"]
    whole = median_ms(lambda: subprocess.run(command, check=True, capture_output=True), times=5)
    report("`lachan plan read --json`, the whole command, median of 5", f"{whole:.0f} ms")


main()
