"""The pages in `docs/findings/`, a page a code and a list of all, made from the catalogue: `make findings`.

The texts are in `tei_archive/validating/data/`; nothing is written here by hand. Same catalogue: same bytes.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import fill

from tei_archive.reporting.codes import legend, remarks
from tei_archive.validating.catalogue import CodeEntry, Example, Family, read_families

FOLDER = Path(__file__).resolve().parent / "findings"
INDEX = "README.md"
WIDTH = 120

BEGINNING = """\
# Findings

Each finding of `tei-archive validate` and of `tei-archive preflight` has a code. A code is never reused and never
changes its meaning. Its page says why the finding matters, what to do, and how it comes about. So does the terminal:

```sh
tei-archive explain-code TA301
```

An error or a warning makes both exit with 1, a note does not. An edition may leave codes out or take them more or
less seriously: [selection and severity](../validation.md#selection-and-severity).

These pages are made from the catalogue in `tei_archive/validating/data/`: change that, then run `make findings`.
"""


def make_pages() -> Mapping[str, str]:
    """Give back the text of each page by the name of its file."""
    families = read_families()
    pages = {f"{entry.code.code}.md": _page(entry, family) for family in families for entry in family.entries}
    return {INDEX: "\n".join([BEGINNING, *map(_section, families)]), **pages}


def _section(family: Family) -> str:
    rows = [
        f"| [{entry.code.code}]({entry.code.code}.md) | {entry.code.severity} | {entry.code.docs} |"
        for entry in family.entries
    ]
    return "\n".join(
        [f"## {family.prefix}: {family.title}", "", "| code | severity | what it means |", "|---|---|---|", *rows, ""]
    )


def _page(entry: CodeEntry, family: Family) -> str:
    code = entry.code
    return "\n".join(
        [
            f"# {code.code}",
            "",
            f"**{code.docs}** Severity: {code.severity}.",
            "",
            "## Why it matters",
            "",
            _wrap(entry.why),
            "",
            "## What to do",
            "",
            _wrap(entry.mend),
            "",
            "## Examples" if len(entry.examples) > 1 else "## Example",
            "",
            *(line for example in entry.examples for line in _example(example)),
            *([legend(entry), ""] if legend(entry) else []),
            f"[All findings]({INDEX}) · [{family.prefix}: {family.title}]({INDEX}#{_anchor(family)})",
            "",
        ]
    )


def _example(example: Example) -> Iterator[str]:
    if about := " ".join(remarks(example)):
        yield from (_wrap(about), "")
    for title, words in (("Not so:", example.no), ("So:", example.yes)):
        yield from (title, "", *_block(words, is_markup=bool(example.find)), "")


def _block(words: str, *, is_markup: bool) -> list[str]:
    if not is_markup:
        return [_wrap(f"> {words}")]
    return [f"```{'xml' if '<' in words else 'text'}", words or "(nothing)", "```"]


def _wrap(words: str) -> str:
    return fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)


def _anchor(family: Family) -> str:
    """Give back the anchor that the family's heading gets when it is shown on the web."""
    return f"{family.prefix} {family.title}".lower().replace("?", "").replace(" ", "-")


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in make_pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
