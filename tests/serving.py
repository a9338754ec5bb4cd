"""The real server in a folder of its own, and visitors who use it over HTTP as a browser would, without one."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, build_opener

import lxml.html

LACHAN = [sys.executable, "-m", "lachan.config.cli"]
PLACE = "from tests.people import make_place; make_place()"
PASSWORD = "mật khẩu đủ dài để thử"
READY_WITHIN = 30.0
SOURCE = Path(__file__).parents[1]


class _Stay(HTTPRedirectHandler):
    """A redirect is an answer: it is what acknowledges a form."""

    def redirect_request(self, *args, **kwargs):
        return None


@dataclass
class Server:
    """`lachan serve` with its data in `home`, on SQLite. It is a process group of its own, so that all of it can be killed at once."""

    home: Path
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen | None = None
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def lachan(self, *arguments: str) -> str:
        """What another command of this installation prints. Raises CalledProcessError when it fails."""
        done = subprocess.run([*LACHAN, *arguments], env=self._environment(), cwd=SOURCE, check=True, capture_output=True, text=True)
        return done.stdout

    def make_place(self) -> None:
        """The tables, and the people of `tests.people` in them; `serve` does the rest."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.lachan("manage", "migrate", "--verbosity", "0")
        self.lachan("manage", "shell", "--verbosity", "0", "--command", PLACE)

    def start(self) -> None:
        """Returns when the sign-in page answers. Raises RuntimeError with what the server said when it does not."""
        with (self.home / "server.log").open("a") as log:
            self.process = subprocess.Popen(
                [*LACHAN, "serve", "--port", str(self.port)],
                env=self._environment(),
                cwd=SOURCE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        give_up = time.monotonic() + READY_WITHIN
        while time.monotonic() < give_up and self.process.poll() is None:
            try:
                build_opener().open(f"{self.url}/dang-nhap", timeout=5).close()
            except (URLError, OSError):
                time.sleep(0.05)  # waiting for another process: there is nothing to be told by
            else:
                return
        raise RuntimeError((self.home / "server.log").read_text())

    def kill(self) -> None:
        """SIGKILL to the server and all its workers: nobody gets to finish anything."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def _environment(self) -> dict[str, str]:
        foreign = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTEST_CURRENT_TEST", "PORT")
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LACHAN_") and name not in foreign}
        return kept | {"LACHAN_HOME": str(self.home), "PYTHONUTF8": "1"} | self.environment


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Answer:
    """What came back; `location` is where a redirect leads, "" without one."""

    status: int
    text: str
    location: str = ""


class Visitor:
    """One browser's worth of cookies."""

    def __init__(self, server: Server):
        self.server = server
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()), _Stay())

    def sign_in(self, username: str, password: str = PASSWORD) -> None:
        answer = self.send("/dang-nhap?next=/tin-bao/", username=username, password=password)
        assert answer.status == 302, answer.text

    def get(self, path: str) -> Answer:
        return self._open(path)

    def send(self, path: str, **entered: str) -> Answer:
        """Open the page at `path`, fill its form in and send it with everything that the page had put into it."""
        return self.post(path, self.form(path, *entered) | entered)

    def form(self, path: str, *names: str) -> dict[str, str]:
        """What the form with these fields on a page would send if nobody touched it. The form must send to its own page."""
        page = lxml.html.fromstring(self.get(path).text)
        fields = {form: {each.get("name") for each in form.iter("input", "select", "textarea")} for form in page.forms}
        form = next(form for form, own in fields.items() if own.issuperset(names))
        return dict(form.form_values())

    def post(self, path: str, data: dict[str, str]) -> Answer:
        return self._open(path, data)

    def _open(self, path: str, data: dict[str, str] | None = None) -> Answer:
        body = urlencode(data).encode() if data is not None else None
        try:
            response = self._opener.open(urljoin(self.server.url, path), body, timeout=30)
        except HTTPError as error:  # every status but 2xx; it is read like any other answer
            response = error
        with response:  # the server waits for a visitor who does not close
            return Answer(response.status, response.read().decode(), response.headers.get("Location", ""))
