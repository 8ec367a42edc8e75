"""The pages of the findings are those that the catalogue gives, and the page about validation leads to them."""

import runpy
from pathlib import Path

import pytest

from tei_archive.validating import Code
from tei_archive.validating.catalogue import CodeEntry, explain_codes, read_families

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGES: dict[str, str] = runpy.run_path(str(DOCS / "make_findings.py"))["make_pages"]()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_catalogue_says(name: str) -> None:
    written = (DOCS / "findings" / name).read_text(encoding="utf-8")
    assert written == PAGES[name], "the catalogue has changed: run `make findings`"


def test_there_is_a_page_for_each_code_and_no_other() -> None:
    names = {path.name for path in (DOCS / "findings").iterdir()}
    assert names == {"README.md", *(f"{code.code}.md" for code in Code)} == set(PAGES)


def test_the_list_names_every_code_with_what_it_means() -> None:
    listed = [line for line in PAGES["README.md"].splitlines() if line.startswith("| [TA")]
    assert listed == [f"| [{code.code}]({code.code}.md) | {code.severity} | {code.docs} |" for code in Code]


@pytest.mark.parametrize("entry", explain_codes(()), ids=lambda entry: entry.code.code)
def test_a_page_shows_every_example(entry: CodeEntry) -> None:
    page = PAGES[f"{entry.code.code}.md"]
    for example in entry.examples:
        assert " ".join(example.no.split()) in " ".join(page.split())
        assert " ".join(example.yes.split()) in " ".join(page.split())


def test_the_page_about_validation_leads_to_every_family() -> None:
    page = (DOCS / "validation.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `TA")]
    assert [row[:20].split("`")[1] for row in rows] == [family.prefix for family in read_families()]
    for row, family in zip(rows, read_families(), strict=True):
        assert f"[{family.title}](findings/README.md#" in row
