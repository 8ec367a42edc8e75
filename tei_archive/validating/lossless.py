"""The fourth layer: the text of the TEI files is the text of the sources, and no part of a source is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from tei_archive.errors import Location
from tei_archive.files import real_path
from tei_archive.model import Finding, Source, Span
from tei_archive.model.folder import SOURCES_FOLDER, TEI_FOLDER, UNCLAIMED_FILE
from tei_archive.tei import Mismatch, align, text_of
from tei_archive.tei.content import find_leaves
from tei_archive.tei.names import qualified
from tei_archive.tei.pointers import parse_raw_pointer
from tei_archive.validating.batch import Batch, Group, Outcome, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.surroundings import Sources

_WORD_BEFORE = re.compile(r"\S+\Z")


@dataclass(frozen=True, slots=True)
class _Holder:
    """An element that holds a stretch of a source: the text of a document, or a block of what is unclaimed."""

    file: XmlFile
    element: etree._Element
    source: str
    span: Span


def check_lossless(batch: Batch) -> Outcome:
    """Compare every document of an edition with its source, and look for what no document holds."""
    findings = [finding for group in batch.groups for finding in _check_group(group)]
    return Outcome(tuple(findings), batch)


def _check_group(group: Group) -> Iterator[Finding]:
    if group.edition is None:
        return
    sources = group.around.sources(group.edition)
    holders = tuple(holder for file in group.files for holder in _find_holders(file))
    rangeless = tuple(_find_rangeless(group.files, holders))
    yield from rangeless
    yield from _find_missing(holders, sources)
    for source in sources.texts.values():
        parts = sorted((holder for holder in holders if holder.source == source.name), key=lambda part: part.span)
        for part in parts:
            yield from _compare(part, source)
        for file in dict.fromkeys(part.file for part in parts):
            yield from _check_sums(file, source)
        yield from _find_overlaps(parts)
        if group.whole and not rangeless:
            path = str(group.edition / SOURCES_FOLDER / source.name)
            yield from _find_uncovered(source, [part.span for part in parts], path)


def _find_holders(file: XmlFile) -> Iterator[_Holder]:
    """Find the text of a document, or each block of the unclaimed text."""
    is_unclaimed = file.path.name == UNCLAIMED_FILE
    for element in file.root.iter(qualified("ab" if is_unclaimed else "div")):
        pointer = parse_raw_pointer(element.get("source", ""))
        if pointer is not None:
            yield _Holder(file, element, *pointer)
            if not is_unclaimed:
                return


def _find_rangeless(files: Iterable[XmlFile], holders: Iterable[_Holder]) -> Iterator[Finding]:
    known = {holder.file for holder in holders}
    for file in files:
        if file not in known and real_path(file.path).parent.name == TEI_FOLDER:
            message = "the document does not say where it stands in its source"
            hint = 'give its div the attribute source="raw:FILE#char=FROM,TO"'
            yield Code.NO_RANGE.at(file.where(file.root), message, hint)


def _find_missing(holders: Iterable[_Holder], sources: Sources) -> Iterator[Finding]:
    """Report sources that cannot be read, once a file."""
    missing = {(holder.file, holder.source): holder for holder in reversed(tuple(holders))}
    for (file, name), holder in missing.items():
        if name not in sources.texts:
            reason = sources.unreadable.get(name)
            message = f"the source {name} " + (f"cannot be read: {reason.message}" if reason else "is missing")
            where = file.where(holder.element)
            yield Code.SOURCE_MISSING.at(where, message, hint=f"put the file into {SOURCES_FOLDER}/, unaltered")


def _check_sums(file: XmlFile, source: Source) -> Iterator[Finding]:
    """Compare the checksum in the description of this source with that of the text."""
    for description in file.root.iter(qualified("bibl")):
        numbers: Mapping[str | None, etree._Element] = {
            number.get("type"): number for number in description.iterchildren(qualified("idno"))
        }
        name, checksum = numbers.get("filename"), numbers.get("sha256")
        if name is None or checksum is None or text_of(name).strip() != source.name:
            continue
        if text_of(checksum).strip() != source.sha256:
            message = f"{source.name} has the checksum {source.sha256}"
            hint = "restore the source, or segment it again: positions may have moved"
            yield Code.SOURCE_CHANGED.at(file.where(checksum), message, hint)


def _compare(holder: _Holder, source: Source) -> Iterator[Finding]:
    if holder.span.end > len(source.text):
        return  # the rules have said so
    blocks = _find_blocks(holder)
    result = align([text for _, text in blocks], source.text, holder.span)
    if isinstance(result, Mismatch):
        element = holder.element if result.block is None else blocks[result.block][0]
        line, column = _line_and_column(source.text, result.offset)
        message = f"the text differs from {source.name}: {_describe(result, source.text, holder.span)}"
        hint = f"see {source.name}:{line}:{column}; mark corrections with choice, sic and corr, additions with a note"
        yield Code.TEXT_DIFFERS.at(holder.file.where(element), message, hint)


def _describe(difference: Mismatch, text: str, span: Span) -> str:
    """Quote both sides, from the beginning of the word that differs."""
    if difference.block is None:
        return f"the source goes on with “{_show(difference.expected)}”"
    word = _WORD_BEFORE.search(text[span.start : difference.offset])
    before = word[0] if word else ""
    found, expected = before + difference.found, before + difference.expected
    if not difference.expected:
        return f"the source ends before “{_show(found)}”"
    return f"here is “{_show(found)}”, there “{_show(expected)}”"


def _show(words: str) -> str:
    return words.replace("\n", "⏎")


def _find_blocks(holder: _Holder) -> list[tuple[etree._Element, str]]:
    if holder.element.tag == qualified("ab"):
        return [(holder.element, text_of(holder.element).strip())]
    bodies = (body for body in holder.file.root.iter(qualified("body")) if not _is_inside_body(body))
    leaves = [leaf for body in bodies for leaf in find_leaves(body)]
    texts = ("".join(part if isinstance(part, str) else text_of(part) for part in leaf.content) for leaf in leaves)
    return [(leaf.element, text.strip()) for leaf, text in zip(leaves, texts, strict=True) if text.strip()]


def _is_inside_body(body: etree._Element) -> bool:
    return next(body.iterancestors(qualified("body")), None) is not None


def _find_overlaps(parts: list[_Holder]) -> Iterator[Finding]:
    for before, part in pairwise(parts):
        if before.span.overlaps(part.span):
            message = f"characters {part.span.start} to {min(before.span.end, part.span.end)} of {part.source} "
            message += f"stand in {before.file.path.name} too"
            yield Code.OVERLAP.at(part.file.where(part.element), message, hint="correct the range of one of them")


def _find_uncovered(source: Source, spans: list[Span], path: str) -> Iterator[Finding]:
    end = len(source.text)
    position = 0
    for span in [*spans, Span(end, end)]:
        gap = Span(position, max(position, min(span.start, end))).trim(source.text)
        position = max(position, span.end)
        if len(gap):
            line, column = _line_and_column(source.text, gap.start)
            words = gap.cut(source.text)[:40]
            message = f"characters {gap.start} to {gap.end} belong to nothing: “{_show(words)}”"
            hint = "correct the range of a document, or list them in unclaimed.xml"
            yield Code.UNCOVERED.at(Location(path, line, column), message, hint)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
