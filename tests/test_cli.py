"""The command `lachan`: what it prints, and how it ends when something cannot be done."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lachan.config import installation
from lachan.config.cli import COMMANDS, main
from lachan.demo.courses.plan import PLAN_FILE
from lachan.records.tips.operations import TipEntry, receive_tip
from tests.people import moment

HALF_YEAR = ["--unit", "bcd-bien-hoa", "--from", "2023-12-15", "--to", "2024-06-14"]


def test_a_plan_is_read_to_json_with_its_places_in_the_text(capsys):
    assert main(["plan", "read", str(PLAN_FILE), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["schema"] == "lachan.plan/1"
    assert plan["document"]["number"] == "04/KH-BCĐ"
    main(["plan", "read", str(PLAN_FILE), "--text"])
    lines = capsys.readouterr().out.split("\n")
    target = plan["targets"][0]
    assert lines[target["line"] - 1][target["start"] : target["end"]] == target["text"]


def test_reading_a_plan_needs_no_django():
    code = "import sys; from lachan.config.cli import main; main(sys.argv[1:]); sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "plan", "read", str(PLAN_FILE), "--text"], capture_output=True, check=False)
    assert done.returncode == 0
    assert "MỤC TIÊU VÀ YÊU CẦU" in done.stdout.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "Không có tệp"), (b"", "Tệp rỗng"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "ảnh")],
    ids=["missing", "empty", "image"],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(tmp_path, capsys, content, says):
    file = tmp_path / "ke-hoach.txt"
    if content is not None:
        file.write_bytes(content)
    assert main(["plan", "read", str(file), "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert "Traceback" not in printed.err


def test_a_folder_in_place_of_a_file_is_refused(tmp_path, capsys):
    assert main(["plan", "read", str(tmp_path)]) == 2
    assert "là thư mục" in capsys.readouterr().err


def test_without_a_known_command_the_commands_are_listed(capsys):
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)
    assert main(["bịa"]) == 2
    complained = capsys.readouterr().err
    assert all(name in complained for name in COMMANDS)


def test_a_figure_is_printed_with_what_explains_it(place, capsys):
    entry = TipEntry("report", "phone", moment("2024-05-06 09:12"), place.ward_1, "Nội dung bịa.")
    receive_tip(entry, actor=place.an, now=moment("2024-05-06 09:20"))
    assert main(["figure", "tips.received", *HALF_YEAR, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == 1
    assert main(["figure", "tips.received", *HALF_YEAR, "--known-at", "2024-05-06T09:00", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == 0


def test_an_unknown_figure_is_refused(place, capsys):
    assert main(["figure", "bia.dat", *HALF_YEAR]) == 2
    assert "bia.dat" in capsys.readouterr().err


def test_djangos_own_commands_pass_through(capsys):
    assert main(["manage", "check"]) == 0
    assert "no issues" in capsys.readouterr().out


def test_preparing_makes_keys_that_only_the_owner_reads_and_keeps_them(db, settings, tmp_path):
    settings.IS_DEMO = True
    settings.HOME = tmp_path / "nha"
    settings.LACHAN_KEYSET = settings.HOME / "keys" / "keyset.json"
    installation.prepare()
    made = [settings.HOME / "secret-key", settings.LACHAN_KEYSET]
    assert [file.stat().st_mode & 0o777 for file in made] == [0o600, 0o600]
    before = [file.read_bytes() for file in made]
    installation.prepare()
    assert [file.read_bytes() for file in made] == before


def test_a_folder_that_cannot_be_made_is_named(db, settings, tmp_path):
    blocked = tmp_path / "tep"
    blocked.write_text("một tệp, không phải thư mục")
    settings.HOME = Path(blocked) / "nha"
    with pytest.raises(installation.Refused, match="Đặt LACHAN_HOME"):
        installation.prepare()
