"""How well the reader reads, against careful readings kept elsewhere.

YARDSTICK names a folder with `gold/<name>.gold.json` and the scorer `score_plan.py`; PLANS the folder with the documents, `<name>.txt`.
Without them this prints that nothing was scored.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from lachan.program.reader import read_plan, to_json


def score(gold: Path, plan: Path, scorer: Path) -> str:
    """What the scorer prints of one plan."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as found:
        json.dump(to_json(read_plan(plan.read_text(encoding="utf-8"))), found, ensure_ascii=False)
        found.flush()
        return subprocess.run([sys.executable, scorer, gold, found.name], check=True, capture_output=True, text=True).stdout


def main() -> None:
    yardstick, plans = os.environ.get("YARDSTICK"), os.environ.get("PLANS")
    if not yardstick or not plans:
        print("reader not scored: YARDSTICK and PLANS name no folders")
        return
    for gold in sorted(Path(yardstick, "gold").glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        print(f"{name}\n{score(gold, Path(plans, f'{name}.txt'), Path(yardstick, 'score_plan.py'))}")


if __name__ == "__main__":
    main()
