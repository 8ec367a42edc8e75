"""The page quotes what the program says today of the ten mistakes, and each of them is a mistake."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from fixture_types import Jing

from tei_archive import api

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
SCRIPT: dict[str, Any] = runpy.run_path(str(DOCS / "make_comparison.py"))
MISTAKES = SCRIPT["MISTAKES"]
PAGE = (DOCS / "validation.md").read_text(encoding="utf-8")


def quoted(title: str, who: str) -> str:
    """What the page quotes of one of the two about a mistake."""
    found = re.search(rf"^### {re.escape(title)}$.*?^{who}:\n\n```text\n(.*?)\n```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"the page says nothing of {who}: run docs/make_comparison.py"
    return found[1]


def test_the_page_quotes_what_is_said_now(shared: Path, tmp_path: Path) -> None:
    said = SCRIPT["ask_us"](tmp_path)
    expected = {mistake.title: quoted(mistake.title, "tei-archive") for mistake in MISTAKES}
    assert expected == said, "our words have changed: run docs/make_comparison.py"


@pytest.mark.parametrize("mistake", [MISTAKES[0], MISTAKES[-1]], ids=lambda mistake: mistake.title)
def test_the_page_quotes_what_jing_says_now(mistake: Any, jing: Jing, shared: Path, tmp_path: Path) -> None:
    assert quoted(mistake.title, "jing") == SCRIPT["ask_jing"](mistake, tmp_path)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_both_say_something_and_the_line_is_shown(mistake: Any) -> None:
    assert quoted(mistake.title, "jing").startswith("letter.xml:")
    assert quoted(mistake.title, "tei-archive").startswith("letter.xml:")
    assert f"```text\n{mistake.line}\n```" in PAGE


def test_the_letter_is_valid_without_a_mistake(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    path.write_text(SCRIPT["LETTER"], encoding="utf-8")
    assert api.validate([path], schemas=[shared / "schemas" / "tei_all.rng"]).findings == ()


def test_the_section_takes_the_place_of_the_one_before() -> None:
    heading = SCRIPT["HEADING"]
    page = f"# Validation\n\nText.\n\n{heading}\n\nold\n\n### One\n\n## From Python\n\nMore.\n"
    new = SCRIPT["replace_section"](page, f"{heading}\n\nnew\n\n")
    assert new == f"# Validation\n\nText.\n\n{heading}\n\nnew\n\n## From Python\n\nMore.\n"
