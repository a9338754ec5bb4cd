"""Tips per second: the real server, a handful of desks, each sending one form after another for a while."""

import statistics
import tempfile
import time
from pathlib import Path
from threading import Thread
from uuid import uuid4

from bench.timing import report
from tests.serving import Server, Visitor

DESKS, SECONDS = 8, 8.0


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        server = Server(Path(folder) / "home")
        server.make_place()
        server.start()
        try:
            taken = load(server)
        finally:
            server.kill()
    report(f"tips acknowledged per second, {DESKS} desks, {SECONDS:.0f} s", f"{len(taken) / SECONDS:.0f} /s")
    report("one tip sent (POST only), median", f"{statistics.median(taken) * 1000:.0f} ms")
    report("one tip sent (POST only), 95 of 100", f"{statistics.quantiles(taken, n=20)[-1] * 1000:.0f} ms")


def load(server: Server) -> list[float]:
    """Seconds that each acknowledged sending took."""
    visitors = [Visitor(server) for _each in range(DESKS)]
    for visitor in visitors:
        visitor.sign_in("an")
    taken: list[float] = []
    end = time.monotonic() + SECONDS
    threads = [Thread(target=work, args=(visitor, end, taken)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def work(visitor: Visitor, end: float, taken: list[float]) -> None:
    form = visitor.form("/tin-bao/moi", "content")
    entered = form | {"tip_kind": "report", "channel": "phone", "content": "Nội dung bịa để đo."}
    while time.monotonic() < end:
        begun = time.monotonic()
        answer = visitor.post("/tin-bao/moi", entered | {"token": str(uuid4())})
        if answer.status == 302:
            taken.append(time.monotonic() - begun)


main()
