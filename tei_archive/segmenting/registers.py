"""The registers of an edition: who and what was named, under one id for all forms of a name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tei_archive.model import Agent, AgentKind, Claim, Entry, Mark, MarkKind, Place, Registers
from tei_archive.profile import Profile, fold, normalise
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.names import fullest_forms, letters, without_honorific

_SLUG_WORDS = 10
_KINDS = {MarkKind.PERS_NAME: "pers", MarkKind.ORG_NAME: "org", MarkKind.PLACE_NAME: "place"}


@dataclass(frozen=True, slots=True)
class _Name:
    register: str
    form: str
    roles: tuple[str, ...] = ()
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Index:
    """Which id each form of a name has."""

    ids: Mapping[tuple[str, str], str]
    registers: Registers

    def pointer(self, register: str, form: str) -> str | None:
        """Give the pointer to a form of a name, as it stands in TEI."""
        found = self.ids.get((register, form))
        return f"{register}:{found}" if found else None


def build_registers(descriptions: Sequence[Description], profile: Profile) -> Index:
    """Gather the names of correspondents, and of persons, bodies and places marked in the texts, into registers.

    Two forms are one entry where their letters are the same, or where they are one person's (see `names`).
    """
    names = [name for description in descriptions for name in (*_of_agents(description), *_of_marks(description))]
    groups = _groups(names, profile)
    ids: dict[tuple[str, str], str] = {}
    entries: dict[str, list[Entry]] = {"pers": [], "org": [], "place": []}
    used: set[str] = set()
    for register, preferred, members in groups:
        entry = _entry(preferred, members, used)
        used.add(entry.id)
        entries[register].append(entry)
        ids.update({(register, member.form): entry.id for member in members})
    by_id = {register: tuple(sorted(found, key=lambda entry: entry.id)) for register, found in entries.items()}
    return Index(ids, Registers(by_id["pers"], by_id["org"], by_id["place"]))


def with_pointers(description: Description, index: Index) -> Description:
    """Point every name of a description to its register entry."""
    text = description.draft.source.text
    place = description.place
    return replace(
        description,
        senders=tuple(_point(agent, index) for agent in description.senders),
        addressees=tuple(_point(agent, index) for agent in description.addressees),
        copies=tuple(_point(agent, index) for agent in description.copies),
        place=_point_place(place, index) if place else None,
        marks=tuple(_point_mark(mark, text, index) for mark in description.marks),
    )


def _point(agent: Agent, index: Index) -> Agent:
    register = "org" if agent.kind is AgentKind.ORGANISATION else "pers"
    return replace(agent, ref=index.pointer(register, agent.label))


def _point_place(claim: Claim[Place], index: Index) -> Claim[Place]:
    return replace(claim, value=Place(claim.value.name, index.pointer("place", claim.value.name)))


def _point_mark(mark: Mark, text: str, index: Index) -> Mark:
    if mark.kind not in _KINDS:
        return mark
    ref = index.pointer(_KINDS[mark.kind], normalise(mark.span.cut(text)))
    return mark if ref == mark.ref else Mark(mark.kind, mark.span, ref, mark.date)


def _of_agents(description: Description) -> Iterable[_Name]:
    for agent in (*description.senders, *description.addressees, *description.copies):
        register = "org" if agent.kind is AgentKind.ORGANISATION else "pers"
        roles = (agent.role.value,) if agent.role else ()
        yield _Name(register, agent.label, roles, agent.name is not None)


def _of_marks(description: Description) -> Iterable[_Name]:
    if description.place:
        yield _Name("place", description.place.value.name)
    for mark in description.marks:
        if mark.kind in _KINDS:
            yield _Name(_KINDS[mark.kind], normalise(mark.span.cut(description.draft.source.text)))


def _groups(names: Sequence[_Name], profile: Profile) -> Iterable[tuple[str, str, list[_Name]]]:
    """The names of one person, body or place together, with the form to prefer, in the order of their first mention."""
    bare = {name.form: without_honorific(name.form, profile.honorifics) for name in names if _is_person(name)}
    persons = fullest_forms(bare.values())
    groups: dict[tuple[str, str], list[_Name]] = {}
    for name in names:
        full = _place(name.form, profile) if name.register == "place" else persons.get(bare.get(name.form, ""))
        groups.setdefault((name.register, letters(full or name.form)), []).append(name)
    for (register, _), members in groups.items():
        listed = _place(members[0].form, profile) if register == "place" else None
        yield register, listed or _preferred(Counter(member.form for member in members)), members


def _is_person(name: _Name) -> bool:
    return name.register == "pers" and name.is_name


def _place(form: str, profile: Profile) -> str | None:
    return profile.places.get(fold(form).casefold())


def _preferred(forms: Counter[str]) -> str:
    """The fullest form with a capital; of two as full the more frequent."""
    return max(forms, key=lambda form: (form[:1].isupper(), len(letters(form)), forms[form]))


def _entry(preferred: str, members: Sequence[_Name], used: set[str]) -> Entry:
    roles = tuple(dict.fromkeys(role for member in members for role in member.roles))
    is_name = members[0].is_name
    variants = tuple(sorted({member.form for member in members if member.form != preferred}))
    return Entry(_new_id(preferred, used), preferred, variants, roles if is_name else (), (), is_name)


def _new_id(name: str, used: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", fold(name).replace("'", "")).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.casefold())[:_SLUG_WORDS]) or "name"
    slug = slug if slug[0].isalpha() else f"n-{slug}"
    number, unique = 1, slug
    while unique in used:
        number += 1
        unique = f"{slug}-{number}"
    return unique
