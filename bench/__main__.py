"""Run every measurement, each in a process of its own."""

import subprocess
import sys

SCRIPTS = ("bench.reading", "bench.reading_plans", "bench.scores", "bench.figures", "bench.posts")

for script in SCRIPTS:
    subprocess.run([sys.executable, "-m", script], check=True)
