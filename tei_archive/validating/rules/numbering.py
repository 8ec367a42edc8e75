"""Rules of numbering: where a printed edition counts its letters, none is left out and none is counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from tei_archive.model import Finding
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.model.numerals import read_roman
from tei_archive.tei import text_of
from tei_archive.tei.names import qualified
from tei_archive.tei.pointers import parse_raw_pointer
from tei_archive.validating.batch import Group, XmlFile
from tei_archive.validating.codes import Code

# A figure, and what tells numbers of the same figure apart: 12a, 12 bis.
_FIGURE: Final = re.compile(r"(\d{1,6})\s*(\w*)")

# Of ten steps from one number to the next one may go back; of two numbers between first and last one may be missing.
_STEPS_BACK: Final = 0.1
_PRESENT: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Number:
    """The printed number of a document: its words, what it counts, and what tells 12a from 12."""

    file: XmlFile
    element: etree._Element
    words: str
    count: int
    rest: str = ""


def find_flaws_of_numbering(group: Group) -> Iterator[Finding]:
    """Report, source by source, numbers that are left out and numbers that stand twice.

    Nothing is said of a source whose documents are mostly without number, nor where the numbers do not rise or are so
    far apart that the edition must be a choice; nor where only some files of the edition were given.
    """
    if group.edition is None or not group.whole:
        return
    for source, files in _documents_by_source(group).items():
        numbers = [number for file in files if (number := _find_number(file))]
        if len(numbers) > len(files) / 2 and _is_running([number.count for number in numbers]):
            yield from _find_gaps(numbers, source)
            yield from _find_repetitions(numbers)


def _documents_by_source(group: Group) -> dict[str, list[XmlFile]]:
    """Give back the documents that each source holds, in its order."""
    found: dict[str, list[tuple[int, XmlFile]]] = {}
    for file in group.files:
        pointers = (parse_raw_pointer(element.get("source", "")) for element in file.root.iter(qualified("div")))
        pointer = next(filter(None, pointers), None)
        if pointer is not None and file.path.resolve().parent.name == TEI_FOLDER:
            found.setdefault(pointer[0], []).append((pointer[1].start, file))
    return {
        source: [file for _, file in sorted(files, key=lambda placed: placed[0])] for source, files in found.items()
    }


def _find_number(file: XmlFile) -> _Number | None:
    """Find the number of a document in the printed edition, if it has one that counts."""
    for element in file.root.iter(qualified("idno")):
        if (element.get("type"), element.get("subtype")) == ("docNumber", "edition"):
            words = " ".join(text_of(element).split())
            if found := _FIGURE.fullmatch(words):
                return _Number(file, element, words, int(found[1]), found[2].lower())
            count = read_roman(words)
            return None if count is None else _Number(file, element, words, count)
    return None


def _is_running(counts: Sequence[int]) -> bool:
    """Say whether numbers rise from document to document, and stand close enough to miss one."""
    if len(counts) < 2:
        return False
    back = sum(after < before for before, after in pairwise(counts))
    reach = max(counts) - min(counts) + 1
    return back <= _STEPS_BACK * (len(counts) - 1) and len(set(counts)) >= _PRESENT * reach


def _find_gaps(numbers: Sequence[_Number], source: str) -> Iterator[Finding]:
    """Report the numbers that no document has, at the document before which they are expected."""
    known = {number.count for number in numbers}
    for before, after in pairwise(numbers):
        missing = [count for count in range(before.count + 1, after.count) if count not in known]
        known.update(missing)
        if missing:
            message = f"{_name(missing)} missing: {after.words} follows {before.words} of {before.file.path.name}"
            hint = f"look in {source} before this document; if the print leaves it out, nothing is to be done"
            yield Code.NUMBERS_LEFT_OUT.at(after.file.where(after.element), message, hint)


def _name(missing: Sequence[int]) -> str:
    if len(missing) == 1:
        return f"number {missing[0]} is"
    whole = missing[-1] - missing[0] + 1 == len(missing)
    return f"numbers {missing[0]} to {missing[-1]} are" if whole else f"numbers {', '.join(map(str, missing))} are"


def _find_repetitions(numbers: Sequence[_Number]) -> Iterator[Finding]:
    first: dict[tuple[int, str], _Number] = {}
    for number in numbers:
        other = first.setdefault((number.count, number.rest), number)
        if other is not number:
            message = f"the number {number.words} is that of {other.file.path.name} too"
            hint = "compare both with the source; if the print repeats it, nothing is to be done"
            yield Code.NUMBER_TWICE.at(number.file.where(number.element), message, hint)
