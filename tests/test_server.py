"""The real server under load loses nothing that it acknowledged, even when it is killed in the middle of it."""

import json
import re
import time
from http.client import HTTPException
from threading import Event, Lock, Thread

import pytest

from tests.serving import Answer, Server, Visitor

pytestmark = pytest.mark.server

DESKS = ("an", "chi", "binh")
ENOUGH = 40  # acknowledged tips before the server is killed
PATIENCE = 120.0  # seconds; only a machine that stands still needs them
INSPECT = """
import json
from django.db import connection
from lachan.audit.operations import broken_links
from lachan.procedures.check import differences
from lachan.procedures.models import Record, Step

def pragma(name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]

print(json.dumps({
    "codes": list(Record.objects.values_list("code", flat=True)),
    "records": Record.objects.count(),
    "steps": Step.objects.count(),
    "integrity": pragma("integrity_check"),
    "journal": pragma("journal_mode"),
    "synchronous": pragma("synchronous"),
    "broken": broken_links(),
    "differences": [str(each) for each in differences()],
}))
"""


@pytest.fixture
def server(tmp_path):
    running = Server(tmp_path / "home")
    running.make_place()
    running.start()
    yield running
    running.kill()


class Load:
    """Desks that send one tip after another until the server is gone. `acknowledged`: the codes that they were shown."""

    def __init__(self, server: Server):
        self.server = server
        self.acknowledged: list[str] = []
        self.refused: list[str] = []
        self._is_over, self._lock = Event(), Lock()
        self._threads = [Thread(target=self._work, args=(who,), daemon=True) for who in DESKS for _each in range(2)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def foresee_the_end(self) -> None:
        """From now on a connection that breaks is what the test is about; until then it is an error. Sending goes on."""
        self._is_over.set()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(timeout=5)

    def wait_for(self, number: int) -> None:
        give_up = time.monotonic() + PATIENCE
        while len(self.acknowledged) < number and time.monotonic() < give_up:
            time.sleep(0.02)  # other threads work; there is no event to wait for that would not slow them

    def _work(self, who: str) -> None:
        try:
            visitor = Visitor(self.server)
            visitor.sign_in(who)
            while True:
                answer = send_tip(visitor)
                code = code_in(answer.location)
                with self._lock:
                    (self.acknowledged if code else self.refused).append(code or answer.text)
        except (OSError, HTTPException):
            if not self._is_over.is_set():
                raise


def send_tip(visitor: Visitor) -> Answer:
    area = visitor_area(visitor)
    return visitor.send("/tin-bao/moi", tip_kind="report", channel="phone", area=area, content="Nội dung bịa để thử.")


def visitor_area(visitor: Visitor) -> str:
    """The first commune that the form offers."""
    page = visitor.get("/tin-bao/moi").text
    options = re.search(r'<select name="area".*?</select>', page, re.S)
    assert options, page
    return re.findall(r'value="(\d+)"', options[0])[0]


def code_in(text: str) -> str:
    found = re.search(r"TB-\d{4}-\d+", text)
    return found[0] if found else ""


def inspect(server: Server) -> dict:
    return json.loads(server.lachan("manage", "shell", "--verbosity", "0", "--command", INSPECT))


def test_no_acknowledged_tip_is_lost_when_the_server_is_killed_under_load(server):
    load = Load(server)
    load.start()
    load.wait_for(ENOUGH)
    load.foresee_the_end()
    server.kill()
    load.join()
    assert not load.refused, load.refused[0]
    assert len(load.acknowledged) >= ENOUGH
    server.start()
    found = inspect(server)
    assert set(load.acknowledged) <= set(found["codes"])
    assert len(set(load.acknowledged)) == len(load.acknowledged)
    assert found["steps"] == found["records"]
    assert (found["integrity"], found["journal"], found["synchronous"]) == ("ok", "wal", 2)
    assert found["broken"] == []
    assert found["differences"] == []
    visitor = Visitor(server)
    visitor.sign_in("binh")
    assert code_in(visitor.get(f"/tin-bao/{load.acknowledged[-1]}").text) == load.acknowledged[-1]
    assert send_tip(visitor).status == 302
