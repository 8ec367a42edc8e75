"""The `correspDesc` of each letter: sent and received, both always, and what it answers or is answered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tei_archive.exporting.cmif.authorities import Index, index_registers
from tei_archive.exporting.cmif.dates import encode_date
from tei_archive.exporting.cmif.letters import Letter
from tei_archive.exporting.cmif.parties import acts_of, encode_names, encode_place
from tei_archive.exporting.cmif.requirements import Facts
from tei_archive.exporting.cmif.statements import encode_statements
from tei_archive.model import ActionType, Certainty, ContextRef, Relation
from tei_archive.tei import EncodedEdition
from tei_archive.tei.building import Element, build
from tei_archive.tei.cmif import is_web_address
from tei_archive.tei.names import one_line

_DIRECTIONS: Mapping[Relation, str] = {Relation.IS_REPLY_TO: "prev", Relation.HAS_REPLY: "next"}
_ACTS = (ActionType.SENT, ActionType.RECEIVED)


def describe_letters(
    known: Iterable[Letter], edition: EncodedEdition, facts: Facts, *, statements: bool
) -> Iterator[Element]:
    """Give back a `correspDesc` for each letter, with the statements of version 2 where they are wanted."""
    index = index_registers(edition.registers)
    addresses = find_addresses(known)
    for letter in known:
        yield build(
            "correspDesc",
            {"ref": letter.address, "key": letter.key, "source": f"#{facts.id}"},
            *(_encode_action(letter, type_, index) for type_ in _ACTS),
            _encode_context(letter, addresses),
            encode_statements(letter, facts.base_url, index) if statements else None,
        )


def find_addresses(known: Iterable[Letter]) -> Mapping[str, str]:
    """Give back the addresses of the documents by their ids."""
    found: dict[str, str] = {}
    for letter in known:
        found.setdefault(letter.file.document.id, letter.address)
    return found


def find_target(ref: ContextRef, addresses: Mapping[str, str]) -> str | None:
    """Give back the address of the letter that is referred to; None where it has none or was not found."""
    if ref.target is None:
        return None
    address = addresses.get(ref.target, ref.target)
    return address if is_web_address(address) else None


def replies(letter: Letter) -> Iterator[ContextRef]:
    """Give back the references to what a letter answers and to what answers it."""
    return (ref for ref in letter.context if ref.relation in _DIRECTIONS)


def _encode_action(letter: Letter, type_: ActionType, index: Index) -> Element:
    acts = acts_of(letter.actions, type_)
    return build(
        "correspAction",
        {"type": type_.value},
        *encode_names(acts, index),
        encode_place(acts, index),
        encode_date(letter.description, type_),
    )


def _encode_context(letter: Letter, addresses: Mapping[str, str]) -> Element | None:
    refs = [_encode_ref(ref, target) for ref in replies(letter) if (target := find_target(ref, addresses))]
    return build("correspContext", {}, *refs) if refs else None


def _encode_ref(ref: ContextRef, target: str) -> Element:
    attributes = {"type": _DIRECTIONS[ref.relation], "subtype": ref.relation.value, "target": target}
    doubt = "low" if ref.certainty is Certainty.LOW else None
    return build("ref", {**attributes, "cert": doubt}, one_line(ref.label) or target)
