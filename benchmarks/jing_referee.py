"""What jing says of XML files, line by line, and how far the engine agrees.

jing places an error at the end of a tag, the engine at its beginning; of text both name the tag after it. Ends are
found with expat, so that the same tag counts as the same place, however many lines it takes.

Of one text jing says so once for each piece in which its parser hands it over: the first counts. Inside an element that
no schema knows, jing says its last message again at end tags where nothing is wrong (its matcher
answers "not matched" without a message of its own). Such echoes are told by what they say, a thing of start tags, and
where: at another tag. They are left out.
"""

import re
import shutil
import subprocess
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from tei_archive.relaxng import Schema

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tag:
    """Where a tag begins, of which element, whether it is a start tag (of an empty element: it is both), its text."""

    place: Place
    name: str
    starts: bool
    written: str


_LINE = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>-?\d+): (?P<kind>error|fatal): (?P<message>.*)")
_OF_START = re.compile(
    r"(?P<kind>element|attribute|value of attribute) \"(?P<name>[^\"]*)\" (?:is invalid|not allowed)"
)
_OF_END = re.compile(r"element \"(?P<name>[^\"]*)\" incomplete")
_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the engine agrees with jing: of its error lines those found, those missed, and those it does not have."""

    files: int = 0
    verdicts: int = 0
    lines: int = 0
    missed: int = 0
    elsewhere: int = 0
    differing: tuple[str, ...] = ()

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.files + other.files,
            self.verdicts + other.verdicts,
            self.lines + other.lines,
            self.missed + other.missed,
            self.elsewhere + other.elsewhere,
            self.differing + other.differing,
        )

    def __str__(self) -> str:
        found, more = 1 - self.missed / max(self.lines, 1), self.elsewhere / max(self.lines, 1)
        return (
            f"{self.verdicts} of {self.files} verdicts; {self.lines} error lines of jing: "
            f"{found:.2%} found, {more:.2%} elsewhere"
        )


def ask_jing(schema: Path, files: Sequence[Path], *options: str) -> Mapping[Path, Counter[int] | None]:
    """Have jing validate files; for each the lines of its errors. None where it could not read a file."""
    command = [shutil.which("jing") or "jing", *options, str(schema), *map(str, files)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    if any(re.match(r"(?:.*:\d+:-?\d+: )?fatal: ", line) for line in output):
        half = len(files) // 2  # jing ends at the first file that it cannot read
        if not half:
            return dict.fromkeys(files)
        return {**ask_jing(schema, files[:half], *options), **ask_jing(schema, files[half:], *options)}
    errors: dict[str, list[tuple[Place, str]]] = {str(file): [] for file in files}
    for line in output:
        if found := _LINE.match(line):
            errors[found["file"]].append(((int(found["line"]), int(found["column"])), found["message"]))
    return {file: _lines(file, errors[str(file)]) for file in files}


def compare(schema: Schema, jing: Mapping[Path, Counter[int] | None]) -> Agreement:
    """Validate the same files, and say how far the verdicts and lines are those of jing."""
    total = Agreement()
    for file, theirs in jing.items():
        if theirs is None:
            continue
        ours = Counter(violation.line for violation in schema.validate(file))
        missed, elsewhere = (theirs - ours).total(), (ours - theirs).total()
        same = bool(ours) == bool(theirs)
        differing = () if not missed and not elsewhere else (f"{file}: missed {theirs - ours}, more {ours - theirs}",)
        total += Agreement(1, int(same), theirs.total(), missed, elsewhere, differing)
    return total


def _lines(file: Path, errors: Iterable[tuple[Place, str]]) -> Counter[int]:
    """Count the errors of each line, what is said again left out."""
    tags = find_tags(file)
    ends = sorted(tags)
    lines: Counter[int] = Counter()
    texts = set()
    for place, message in dict.fromkeys(errors):
        tag = tags.get(place)
        if message.startswith("text not allowed"):
            if (before := bisect_right(ends, place)) not in texts:
                texts.add(before)
                lines[place[0]] += 1
        elif tag is None:
            lines[place[0]] += 1
        elif not _is_echo(message, tag):
            lines[tag.place[0]] += 1
    return lines


def _is_echo(message: str, tag: Tag) -> bool:
    if found := _OF_END.match(message):
        return found["name"] != tag.name
    found = _OF_START.match(message)
    if found is None:
        return False
    of_tag = found["name"] == tag.name if found["kind"] == "element" else f"{found['name']}=" in tag.written
    return not (tag.starts and of_tag)


def find_tags(file: Path) -> Mapping[Place, Tag]:
    """Find each tag by the place after its end."""
    tags: dict[Place, Tag] = {}
    parser = expat.ParserCreate()
    empty = False

    def note(name: str, *, starts: bool) -> None:
        nonlocal empty
        if empty and not starts:  # an empty element ends where its tag began, which has been noted
            empty = False
            return
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        found = _TAG.match(parser.GetInputContext() or b"")
        if found is None:  # the tag comes from an entity
            return
        empty = found[0].endswith(b"/>")
        written = found[0].decode("utf-8", "replace")
        rows = written.split("\n")
        width = len(rows[-1])
        end = (line + len(rows) - 1, width + 1 if len(rows) > 1 else column + width)
        tags[end] = Tag((line, column), name, starts, written)

    parser.StartElementHandler = lambda name, _: note(name, starts=True)
    parser.EndElementHandler = lambda name: note(name, starts=False)
    parser.Parse(file.read_bytes(), True)
    return tags
