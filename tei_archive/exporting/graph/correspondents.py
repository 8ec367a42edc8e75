"""Correspondents as nodes: persons, organisations, offices; by their entry in the registers or their printed name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tei_archive.exporting.graph.ids import pointer_token, token
from tei_archive.exporting.graph.values import Value, known
from tei_archive.model import Agent, AgentKind, Entry, Registers
from tei_archive.tei.names import one_line

_SEPARATOR = " | "


class Kind(StrEnum):
    """What a correspondent is; an office is somebody whose name is not known."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A correspondent as a graph shows one; `pointer` is what the letters refer by, where they do."""

    id: str
    label: str
    kind: Kind
    pointer: str | None = None
    entry: Entry | None = None

    @property
    def values(self) -> dict[str, Value]:
        """What is said of the node."""
        entry = self.entry
        return known(
            {
                "kind": self.kind.value,
                "ref": self.pointer,
                "offices": _SEPARATOR.join(entry.roles) if entry else None,
                "authorities": _SEPARATOR.join(f"{kind} {value}" for kind, value in entry.authorities)
                if entry
                else None,
            }
        )


def index_entries(registers: Registers) -> Mapping[str, Entry]:
    """Give back the entries of persons and organisations by the pointers of the letters."""
    persons = {f"pers:{entry.id}": entry for entry in registers.persons}
    return persons | {f"org:{entry.id}": entry for entry in registers.organisations}


def correspondent(agent: Agent, entries: Mapping[str, Entry]) -> Correspondent:
    """Give back the correspondent that an agent of a letter is: by pointer, else by printed name, else by office."""
    pointer = next(iter((agent.ref or "").split()), None)
    printed = one_line(agent.label)
    if pointer is None:
        kind = _kind(agent, name_known=agent.name is not None)
        return Correspondent(token("office" if kind is Kind.OFFICE else "name", printed), printed, kind)
    entry = entries.get(pointer)
    name_known = entry.name_known if entry else agent.name is not None
    return Correspondent(
        pointer_token(pointer), entry.name if entry else printed, _kind(agent, name_known=name_known), pointer, entry
    )


def _kind(agent: Agent, *, name_known: bool) -> Kind:
    if agent.kind is AgentKind.ORGANISATION:
        return Kind.ORGANISATION
    return Kind.PERSON if name_known else Kind.OFFICE
