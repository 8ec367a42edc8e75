"""The section of `docs/validation.md` that sets our words beside jing's: `python docs/make_comparison.py`.

One letter, ten usual mistakes, each made by one change. What is printed is quoted as it is. Needs jing (the Debian
package `jing`) and the schema `tei_all.rng` in the folder `shared/schemas` beside the checkout.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tei_archive import api
from tei_archive.reporting import REPORTERS

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs" / "validation.md"
SCHEMA = REPOSITORY.parent / "shared" / "schemas" / "tei_all.rng"
FILE = "letter.xml"
HEADING = "## Side by side with jing"

BEGINNING = f"""{HEADING}

A letter with one usual mistake at a time, the schema `tei_all`, and what either says of it; first the line of
the letter, then jing's words, then ours. Nothing is left out but the folder of the file, which jing names. The script
`docs/make_comparison.py` makes this section; where our words change, a test fails until it is run again.
"""

LETTER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Rassendyll to Sapt</title></titleStmt>
      <publicationStmt><p>Not published.</p></publicationStmt>
      <sourceDesc><p>The letter.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <text>
    <body>
      <opener><dateline>Strelsau, <date when="1894-03-03">March 3</date></dateline></opener>
      <p xml:id="p1">Bring the horses, <persName>Sapt</persName>.</p>
      <list><item>saddle</item></list>
      <p xml:id="p2" rend="indent">The lodge has <gap unit="line" quantity="1"/> burned.</p>
      <closer><signed>Rudolf</signed></closer>
    </body>
  </text>
</TEI>
"""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake: what it is called, what stands in the letter, and what is put in its place."""

    title: str
    right: str
    wrong: str

    def make(self) -> str:
        """Give back the letter with this mistake."""
        if LETTER.count(self.right) != 1:
            raise ValueError(f"{self.right} does not stand once in the letter")
        return LETTER.replace(self.right, self.wrong)

    @property
    def line(self) -> str:
        """The line of the letter that the mistake stands in."""
        at = LETTER.index(self.right)
        return self.make()[LETTER.rindex("\n", 0, at) :].strip().partition("\n")[0]


MISTAKES = (
    Mistake("A misspelt element", "<persName>Sapt</persName>", "<persname>Sapt</persname>"),
    Mistake("An element in the wrong place", "<item>saddle</item>", "<p>saddle</p>"),
    Mistake("A required attribute is missing", "burned.</p>", "burned.<graphic/></p>"),
    Mistake("A wrong value of an attribute", 'quantity="1"', 'quantity="one"'),
    Mistake("Text where there may only be elements", "<list><item>", "<list>Bring: <item>"),
    Mistake("An element lacks what it must hold", "<title>Rassendyll to Sapt</title>", ""),
    Mistake("An attribute that the element has not", "<signed>", '<signed when="1894">'),
    Mistake("A misspelt attribute", 'rend="indent"', 'redn="indent"'),
    Mistake("Not well-formed", "</dateline></opener>", "</opener>"),
    Mistake("An id that is there twice", 'xml:id="p2"', 'xml:id="p1"'),
)


def make_section(folder: Path) -> str:
    """Give back the section; the files are written into a folder. Raises `OSError` where jing cannot be run."""
    ours = ask_us(folder)
    return "\n".join([BEGINNING, *(line for mistake in MISTAKES for line in _show(mistake, folder, ours)), ""])


def ask_us(folder: Path) -> Mapping[str, str]:
    """Give back what `tei-archive validate` prints about each mistake, by title."""
    files = {mistake.title: _write(mistake, folder) for mistake in MISTAKES}
    report = api.validate(list(files.values()), schemas=[SCHEMA])
    return {title: _print(report, file) for title, file in files.items()}


def ask_jing(mistake: Mistake, folder: Path) -> str:
    """Give back what jing prints about a mistake. Raises `OSError` where it cannot be run."""
    file = _write(mistake, folder)
    done = subprocess.run(["jing", str(SCHEMA), str(file)], capture_output=True, text=True, check=False)
    return done.stdout.replace(f"{file}:", f"{FILE}:").rstrip("\n")


def replace_section(page: str, section: str) -> str:
    """Give back a page with the section in its place, or at its end where it has none."""
    found = re.search(rf"^{re.escape(HEADING)}$.*?(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    if found is None:
        return f"{page}\n{section}"
    return page[: found.start()] + section + page[found.end() :]


def _write(mistake: Mistake, folder: Path) -> Path:
    path = folder / mistake.title / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(mistake.make(), encoding="utf-8")
    return path


def _print(report: api.ValidationReport, file: Path) -> str:
    findings = tuple(finding for finding in report.findings if finding.where.path == str(file))
    return REPORTERS["text"](replace(report, findings=findings)).replace(f"{file}:", f"{FILE}:")


def _show(mistake: Mistake, folder: Path, ours: Mapping[str, str]) -> Iterator[str]:
    yield from (f"### {mistake.title}", "", "```text", mistake.line, "```", "")
    for who, words in (("jing", ask_jing(mistake, folder)), ("tei-archive", ours[mistake.title])):
        yield from (f"{who}:", "", "```text", words or "(nothing)", "```", "")


def main() -> None:
    """Write the section into the page, or say what is missing."""
    if shutil.which("jing") is None:
        sys.exit("jing is not installed (Debian package: jing)")
    if not SCHEMA.is_file():
        sys.exit(f"there is no schema {SCHEMA}")
    with TemporaryDirectory() as folder:
        section = make_section(Path(folder))
    PAGE.write_text(replace_section(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
