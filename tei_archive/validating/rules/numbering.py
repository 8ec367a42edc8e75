"""Rules of numbering: where a printed edition counts its letters, none is left out and none is counted twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from tei_archive.files import real_path
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

# Of ten numbers one may be misread and stand out of the order; of two between first and last one may be missing.
_IN_ORDER: Final = 0.9
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
        rise = _longest_rise(numbers)
        if len(numbers) > len(files) / 2 and len(rise) >= _IN_ORDER * len(numbers) and _is_close(rise):
            yield from _find_gaps(rise, numbers, files, source)
            yield from _find_repetitions(rise)


def _documents_by_source(group: Group) -> dict[str, list[XmlFile]]:
    """Give back the documents that each source holds, in its order."""
    found: dict[str, list[tuple[int, XmlFile]]] = {}
    for file in group.files:
        pointers = (parse_raw_pointer(element.get("source", "")) for element in file.root.iter(qualified("div")))
        pointer = next(filter(None, pointers), None)
        if pointer is not None and real_path(file.path).parent.name == TEI_FOLDER:
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


def _longest_rise(numbers: Sequence[_Number]) -> list[_Number]:
    """Give back the longest sequence in order that never goes back: what stands out of it was probably misread."""
    ends: list[int] = []  # the lowest number with which a sequence of each length can end
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number.count)
        ends[length : length + 1] = [number.count]
        places[length : length + 1] = [place]
        before.append(places[length - 1] if length else -1)
    rise, place = [], places[-1] if places else -1
    while place >= 0:
        rise.append(numbers[place])
        place = before[place]
    return rise[::-1]


def _is_close(rise: Sequence[_Number]) -> bool:
    """Say whether the numbers stand close enough to miss one."""
    reach = rise[-1].count - rise[0].count + 1
    return len({number.count for number in rise}) >= _PRESENT * reach


def _find_gaps(
    rise: Sequence[_Number], numbers: Sequence[_Number], files: Sequence[XmlFile], source: str
) -> Iterator[Finding]:
    """Report the numbers that no document has, at the document before which they are expected."""
    known = {number.count for number in numbers}
    places = {file: place for place, file in enumerate(files)}
    for before, after in pairwise(rise):
        missing = [count for count in range(before.count + 1, after.count) if count not in known]
        if missing:
            message = f"{_name(missing)} missing: {after.words} follows {before.words} of {before.file.path.name}"
            between = files[places[before.file] + 1 : places[after.file]]
            yield Code.NUMBERS_LEFT_OUT.at(after.file.where(after.element), message, _hint(between, source))


def _hint(between: Sequence[XmlFile], source: str) -> str:
    if between:
        names = ", ".join(file.path.name for file in between)
        return f"look at what stands between: {names}"
    return f"look in {source} before this document; if the print leaves it out, nothing is to be done"


def _name(missing: Sequence[int]) -> str:
    if len(missing) == 1:
        return f"number {missing[0]} is"
    if len(missing) > 2 and missing[-1] - missing[0] + 1 == len(missing):
        return f"numbers {missing[0]} to {missing[-1]} are"
    return f"numbers {', '.join(map(str, missing[:-1]))} and {missing[-1]} are"


def _find_repetitions(rise: Sequence[_Number]) -> Iterator[Finding]:
    first: dict[tuple[int, str], _Number] = {}
    for number in rise:
        other = first.setdefault((number.count, number.rest), number)
        if other is not number:
            message = f"the number {number.words} is that of {other.file.path.name} too"
            hint = "compare both with the source; if the print repeats it, nothing is to be done"
            yield Code.NUMBER_TWICE.at(number.file.where(number.element), message, hint)
