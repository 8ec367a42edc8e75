"""Rules of the graph of replies: it runs forwards in time, never in a circle, and both ends know of each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lxml import etree

from tei_archive.model import Finding, Relation, find_circles
from tei_archive.model.calendars import julian_parts
from tei_archive.tei.names import qualified
from tei_archive.tei.references import Target
from tei_archive.validating.batch import XML_ID, Group, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.fixes import turn_direction
from tei_archive.validating.intervals import Interval, interval_of
from tei_archive.validating.pointers import Pointer, find_prefixes, resolve

_DIRECTIONS: Final[Mapping[str, str]] = MappingProxyType({Relation.IS_REPLY_TO: "prev", Relation.HAS_REPLY: "next"})


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """One `correspDesc`: the file it stands in, its name for messages, and the date of sending."""

    file: XmlFile
    element: etree._Element
    name: str
    sent: Interval


@dataclass(frozen=True, slots=True)
class Link:
    """A reference from one letter to another."""

    ref: etree._Element
    relation: str
    origin: Letter
    target: Letter


def find_wrong_directions(file: XmlFile) -> Iterator[Finding]:
    """Report a reference to the letter answered that has not the type prev, or to the answer that has not next."""
    for context in file.root.iter(qualified("correspContext")):
        for ref in context.iterchildren(qualified("ref"), qualified("ptr")):
            relation, kind = ref.get("subtype", ""), ref.get("type")
            wanted = _DIRECTIONS.get(relation)
            if wanted is not None and kind != wanted:
                message = f'{relation} has the type "{kind}"' if kind else f"{relation} has no type"
                fix = turn_direction(kind, wanted)
                yield Code.WRONG_DIRECTION.at(file.where(ref), message, f'write type="{wanted}"', fix=fix)


def find_flaws_of_replies(group: Group) -> Iterator[Finding]:
    """Report replies that are too old, circles of replies, and replies of which only one end knows."""
    links = tuple(_find_links(group))
    replies = tuple(link for link in links if link.relation == Relation.IS_REPLY_TO)
    yield from _find_old(replies)
    yield from _find_cycles(replies)
    yield from _find_one_sided(links)


def _find_old(replies: tuple[Link, ...]) -> Iterator[Finding]:
    for link in replies:
        if link.origin.sent.is_before(link.target.sent):
            message = f"{link.origin.name} ({link.origin.sent}) answers {link.target.name} ({link.target.sent})"
            hint = "correct a date or the reference; a printed date may be that of receipt, or of another calendar"
            code = Code.REPLY_OTHER_CALENDAR if _is_in_order_if_julian(link) else Code.REPLY_TOO_OLD
            yield code.at(link.origin.file.where(link.ref), message, hint)


def _is_in_order_if_julian(link: Link) -> bool:
    """Whether the reply is no older once its date is counted by the Julian calendar, in which it may be printed."""
    day, answered = link.origin.sent.latest, link.target.sent.earliest
    return day is not None and answered is not None and (day.year, day.month, day.day) >= julian_parts(answered)


def _find_cycles(replies: tuple[Link, ...]) -> Iterator[Finding]:
    """Report each circle once, at a reference that closes it."""
    links = {(link.origin, link.target): link for link in replies}
    for circle in find_circles(links, lambda letter: letter.name):
        link = links[circle[0], circle[1]]
        message = f"these answer one another in a circle: {' → '.join(letter.name for letter in circle)}"
        yield Code.REPLY_CYCLE.at(link.origin.file.where(link.ref), message, hint="one of the references is wrong")


def _find_one_sided(links: tuple[Link, ...]) -> Iterator[Finding]:
    known = {(link.relation, link.origin, link.target) for link in links}
    for link in links:
        where = link.origin.file.where(link.ref)
        if link.relation == Relation.IS_REPLY_TO and (Relation.HAS_REPLY, link.target, link.origin) not in known:
            message = f"{link.target.name} does not name {link.origin.name} as its reply"
            hint = f"add to {link.target.file.path.name} a ref type=next, subtype=hasReply"
            yield Code.NO_HAS_REPLY.at(where, message, hint)
        if link.relation == Relation.HAS_REPLY and (Relation.IS_REPLY_TO, link.target, link.origin) not in known:
            message = f"{link.target.name} does not say that it answers {link.origin.name}"
            hint = f"add to {link.target.file.path.name} a ref type=prev, subtype=isReplyTo, or remove this one"
            yield Code.NO_IS_REPLY_TO.at(where, message, hint)


def _find_links(group: Group) -> Iterator[Link]:
    letters = {file.place: tuple(_find_letters(file)) for file in group.files}
    for file in group.files:
        prefixes = find_prefixes(file)
        for letter in letters[file.place]:
            for ref in letter.element.iterfind(f"{qualified('correspContext')}/*[@target]"):
                pointer = Pointer(ref, "target", (ref.get("target") or "").strip())
                target = _find_letter(resolve(pointer, file, prefixes), letters)
                if target is not None and ref.get("subtype") in _DIRECTIONS:
                    yield Link(ref, ref.get("subtype", ""), letter, target)


def _find_letters(file: XmlFile) -> Iterator[Letter]:
    for number, element in enumerate(file.root.iter(qualified("correspDesc"))):
        sent = element.iterfind(f"{qualified('correspAction')}[@type='sent']/{qualified('date')}")
        date = next((interval_of(date) for date in sent), Interval())
        name = file.id or file.path.stem
        yield Letter(file, element, element.get(XML_ID, name) if number else name, date)


def _find_letter(target: Target | None, letters: Mapping[Path, tuple[Letter, ...]]) -> Letter | None:
    """Find the letter that is meant: the one whose id is named, else the first of the file."""
    found = letters.get(target.path, ()) if target else ()
    named = (letter for letter in found if target and letter.element.get(XML_ID) == target.fragment)
    return next(named, found[0] if found else None)
