"""The catalogue of findings: of each code why it matters, what to do, and examples of it and of the same mended.

The texts are in `data/`, a file for each family of codes. An example is a change to a clean edition of two letters:
the words of `find` stand in its file, and either `no` or `yes` is put in their place. With `no` there is exactly this
finding, with `yes` there is none; the tests try them all. The sign … in `find` stands for whatever is there, and in
`no` and `yes` for the same again. An example without `find` is told in words.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Final

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.validating.codes import Code
from tei_archive.validating.nearest import find_nearest, find_slip

GAP: Final = "…"
FIRST_LETTER: Final = "tei/strelsau-d001.xml"
_PREFIX: Final = 3  # letters of a family: TA3 for TA301
_DATA = files("tei_archive.validating") / "data"


@dataclass(frozen=True, slots=True)
class Example:
    """How a finding comes about (`no`) and the same mended (`yes`).

    `file` is a path in the edition; `times` says how often `no` is put in; `at` is how the file goes on from the place
    that is reported; `along` are the codes that such a mistake cannot but bring out as well.
    """

    no: str
    yes: str
    about: str
    find: str
    file: str
    times: int
    at: str
    along: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """All that is to be said of one code."""

    code: Code
    why: str
    mend: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The codes that begin alike: the beginning, the question that they answer, and the entries in order."""

    prefix: str
    title: str
    entries: tuple[CodeEntry, ...]


@cache
def read_families() -> tuple[Family, ...]:
    """Give back the whole catalogue. Raises `ValueError`, `KeyError` or `TypeError` where its files are wrong."""
    names = sorted(entry.name for entry in _DATA.iterdir() if entry.name.endswith(".toml"))
    return tuple(_read_family(name.removesuffix(".toml")) for name in names)


def explain_codes(words: Sequence[str]) -> tuple[CodeEntry, ...]:
    """Give back the entries of the codes that are named, in capitals or not; all entries where none is named.

    Raises `TeiArchiveError` where a code is not known.
    """
    entries = {entry.code.code: entry for family in read_families() for entry in family.entries}
    names = dict.fromkeys(word.upper() for word in words)
    for name in names:
        if name not in entries:
            raise unknown_code(name, "code", entries)
    return tuple(entries[name] for name in names) if names else tuple(entries.values())


def unknown_code(name: str, what: str, known: Iterable[str], where: Location | None = None) -> TeiArchiveError:
    """Make the error for a code, or the beginning of one, that is not among those known."""
    names = tuple(known)
    near = find_slip(name, names) or find_nearest(name, names)
    hint = f"did you mean {near}? " if near else ""
    return TeiArchiveError(f"there is no {what} {name}", where, f"{hint}known codes: {', '.join(_ranges())}")


def _ranges() -> Iterator[str]:
    for family in read_families():
        codes = [entry.code.code for entry in family.entries]
        yield f"{codes[0]} to {codes[-1]}"


def _read_family(prefix: str) -> Family:
    tables: dict[str, dict[str, object]] = tomllib.loads((_DATA / f"{prefix}.toml").read_text(encoding="utf-8"))
    title = str(tables.pop("title"))
    known = {code.code: code for code in Code if code.code[:_PREFIX] == prefix}
    return Family(prefix, title, tuple(_read_entry(known[name], table) for name, table in tables.items()))


def _read_entry(code: Code, table: Mapping[str, object]) -> CodeEntry:
    examples = table["example"]
    if not isinstance(examples, list) or set(table) != {"why", "mend", "example"}:
        raise ValueError(f"{code.code} needs why, mend and [[{code.code}.example]], and nothing else")
    return CodeEntry(code, _one_line(table["why"]), _one_line(table["mend"]), tuple(map(_read_example, examples)))


def _read_example(table: Mapping[str, object]) -> Example:
    times, along = table.get("times", 1), table.get("along", [])
    if unknown := set(table) - {field.name for field in fields(Example)}:
        raise ValueError(f"an example has no {', '.join(sorted(unknown))}")
    if not isinstance(times, int) or not isinstance(along, list):
        raise TypeError(f"times is a number and along a list: {times}, {along}")
    words = {name: str(value).strip("\n") for name, value in table.items()}
    return Example(
        no=words["no"],
        yes=words["yes"],
        about=words.get("about", ""),
        find=words.get("find", ""),
        file=words.get("file", FIRST_LETTER),
        times=times,
        at=words.get("at", ""),
        along=tuple(along),
    )


def _one_line(words: object) -> str:
    return " ".join(str(words).split())
