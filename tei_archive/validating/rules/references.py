"""Rules of references: each leads to a file, an id, a register entry or a part of a source that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lxml import etree

from tei_archive.model import Finding, Source
from tei_archive.tei.names import qualified
from tei_archive.tei.pointers import parse_raw_pointer
from tei_archive.tei.references import Target
from tei_archive.validating.batch import XML_ID, Given, Group, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.parsing import parse
from tei_archive.validating.pointers import SCHEMES, Pointer, find_pointers, find_prefixes, resolve
from tei_archive.validating.surroundings import Surroundings

_CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "doc": Code.DOCUMENT_MISSING,
        "pers": Code.REGISTER_ENTRY_MISSING,
        "org": Code.REGISTER_ENTRY_MISSING,
        "place": Code.REGISTER_ENTRY_MISSING,
        "rule": Code.DECLARATION_MISSING,
        "reason": Code.DECLARATION_MISSING,
        "raw": Code.BAD_RANGE,
    }
)
_ENTRIES: Final[Mapping[str, str]] = MappingProxyType({"pers": "person", "org": "org", "place": "place"})

# RFC 5147, section 2.2: a range of characters, from and to, one of which may be left out.
_RANGE: Final = re.compile(r"char=(\d{0,12}),(\d{0,12})")


@dataclass(frozen=True, slots=True)
class _Holding:
    """What is known of a file that is referred to: whether it exists, and its ids with the names of their elements."""

    exists: bool
    ids: Mapping[str, str] | None = None


def find_broken_references(group: Group) -> Iterator[Finding]:
    """Report each reference that leads nowhere. Targets that were not given are looked up on disk."""
    holdings = {file.place: _Holding(exists=True, ids=_ids(file)) for file in group.files}
    sources = group.around.sources(group.edition).texts if group.edition else {}
    for file in group.files:
        yield from _check_file(file, holdings, sources, group.around)


def _check_file(
    file: XmlFile, holdings: dict[Path, _Holding], sources: Mapping[str, Source], around: Surroundings
) -> Iterator[Finding]:
    prefixes = find_prefixes(file)
    for pointer in find_pointers(file):
        prefix = pointer.prefix
        if prefix and prefix not in prefixes:
            if prefix.lower() not in SCHEMES:
                yield _report_prefix(file, pointer, prefix)
            continue
        target = resolve(pointer, file, prefixes)
        if target is None:
            continue
        if target.fragment.startswith("char="):
            yield from _check_range(file, pointer, target, sources)
        elif target.path.suffix == ".xml":
            holding = holdings.get(target.path) or holdings.setdefault(target.path, _look_up(target.path, around))
            yield from _check_target(file, pointer, target, holding)


def _report_prefix(file: XmlFile, pointer: Pointer, prefix: str) -> Finding:
    message = f"the prefix of {_quote(pointer)} is not declared"
    hint = f'declare it in listPrefixDef: <prefixDef ident="{prefix}" …>, or correct it'
    return Code.PREFIX_UNKNOWN.at(file.where(pointer.element), message, hint)


def _check_target(file: XmlFile, pointer: Pointer, target: Target, holding: _Holding) -> Iterator[Finding]:
    own = target.path == file.place
    code = _CODES.get(pointer.prefix, Code.LOCAL_TARGET_MISSING if own else Code.FILE_TARGET_MISSING)
    said, hint = f"{_quote(pointer)}: ", _HINTS.get(code)
    if not holding.exists:
        yield code.at(file.where(pointer.element), f"{said}there is no file {target.path.name}", hint)
    elif target.fragment and holding.ids is not None:
        name = holding.ids.get(target.fragment)
        wanted = _ENTRIES.get(pointer.prefix)
        if name is None:
            message = f"{said}{target.path.name} has no id {target.fragment}"
            hint = _suggest(target.fragment, holding.ids, wanted) or hint
            yield code.at(file.where(pointer.element), message, hint)
        elif wanted is not None and name != wanted:
            message = f"{said}this is a {name} in {target.path.name}, no {wanted}"
            yield code.at(file.where(pointer.element), message)


def _check_range(file: XmlFile, pointer: Pointer, target: Target, sources: Mapping[str, Source]) -> Iterator[Finding]:
    if flaw := _find_flaw_of_range(file, target, sources):
        message, hint = flaw
        yield Code.BAD_RANGE.at(file.where(pointer.element), f"{_quote(pointer)}{message}", hint)


def _find_flaw_of_range(file: XmlFile, target: Target, sources: Mapping[str, Source]) -> tuple[str, str] | None:
    """Say what is wrong with a range of characters, and what to do."""
    source, match = sources.get(target.path.name), _RANGE.fullmatch(target.fragment)
    if match is None:
        return " is not a range of characters", "write char=FROM,TO with two numbers, as in #char=120,480"
    if source is not None:
        start, end = int(match[1] or 0), int(match[2] or len(source.text))
        if start > end or end > len(source.text):
            hint = "the source or the reference has changed: correct the range"
            return f": {source.name} has characters 0 to {len(source.text)}", hint
    elif target.path.name not in _own_sources(file):
        hint = "correct the name of the file, or put the source into sources/"
        return f": there is no source {target.path.name}", hint
    return None


def _own_sources(file: XmlFile) -> set[str]:
    """Name the sources that the texts of a file come from: the last layer says when one of them is missing."""
    holders = (element.get("source", "") for element in file.root.iter(qualified("div"), qualified("ab")))
    return {found[0] for found in map(parse_raw_pointer, holders) if found}


_HINTS: Final[Mapping[Code, str]] = MappingProxyType(
    {
        Code.DOCUMENT_MISSING: "correct the id, or remove target and say in ana why there is none",
        Code.REGISTER_ENTRY_MISSING: "add the entry to registers.xml, or correct the reference",
        Code.DECLARATION_MISSING: "add the category to registers.xml, or correct the reference",
        Code.LOCAL_TARGET_MISSING: "correct the reference, or give the element that is meant this id",
    }
)


def _quote(pointer: Pointer) -> str:
    return f'{pointer.attribute}="{pointer.words}"'


def _suggest(fragment: str, ids: Mapping[str, str], wanted: str | None) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  # most files have no mistake

    candidates = sorted(name for name, element in ids.items() if wanted in (None, element))
    near = get_close_matches(fragment, candidates, n=1, cutoff=0.75)
    return f"did you mean {near[0]}?" if near else None


def _look_up(path: Path, around: Surroundings) -> _Holding:
    exists = around.has(path)
    parsed = (result for result in parse(Given(path)) if isinstance(result, XmlFile)) if exists else ()
    return _Holding(exists, next(map(_ids, parsed), None))


def _ids(file: XmlFile) -> Mapping[str, str]:
    named = file.identified
    return {element.get(XML_ID, ""): etree.QName(element).localname for element in named}
