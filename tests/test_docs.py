"""The documents say what the code says: every term is in the glossary, every setting and account in the README."""

import re
from pathlib import Path

import pytest

from lachan.access.roles import ROLES
from lachan.config import settings
from lachan.demo.accounts import OPEN_SEATS
from lachan.demo.password import DEMO_PASSWORD
from lachan.procedures import registry
from lachan.records.tips.procedure import KINDS
from lachan.records.victims.procedure import ROUTES

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "GLOSSARY.md").read_text()
README = (ROOT / "README.md").read_text()
STATES = {(state.code, state.label) for kind in registry.kinds().values() for procedure in kind.procedures for state in procedure.states}


@pytest.mark.parametrize(("code", "label"), sorted({*STATES, *KINDS, *ROUTES, *((role.code, str(role.label)) for role in ROLES.values())}))
def test_the_glossary_pairs_each_term_with_the_words_of_the_screen(code, label):
    assert f"| {code} | {label} |" in GLOSSARY


def test_the_glossary_has_a_chapter_for_each_kind_of_record():
    assert all(f"(`{kind}`)" in GLOSSARY for kind in registry.kinds())


def test_the_readme_explains_every_setting():
    read = set(re.findall(r'"(LACHAN_[A-Z]+|DATABASE_URL)"', Path(settings.__file__).read_text())) - {"LACHAN_TEST_KEYSET"}
    assert {name for name in read if f"| `{name}` |" not in README} == set()


def test_the_readme_names_every_demonstration_account_and_the_password():
    assert {seat.username for seat in OPEN_SEATS if f"| `{seat.username}` |" not in README} == set()
    assert DEMO_PASSWORD in README


def test_links_between_the_documents_lead_to_files():
    for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "GLOSSARY.md"):
        targets = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text())
        assert [target for target in targets if not (ROOT / target).exists() and not target.startswith("docs/images/")] == []


def test_tests_that_the_security_page_points_to_exist():
    named = re.findall(r"`((?:lachan|tests)/[\w./]+)`", (ROOT / "SECURITY.md").read_text())
    assert [path for path in named if not (ROOT / path).exists()] == []
