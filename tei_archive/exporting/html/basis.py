"""What a value rests on: in words, with the passage of the source it was read from."""

import re
from dataclasses import dataclass
from typing import TypeVar

from tei_archive.exporting.html.catalogue import Catalogue, Link
from tei_archive.exporting.html.terms import CERTAINTIES, GROUNDS, UNRESOLVED
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import Certainty, Claim, ContextRef, Document, Span

T = TypeVar("T")

_AROUND = 60  # characters of the source shown on either side of the words that a value was read from


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words that a value was read from, with a little of the source around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Rule:
    """The id of a rule, and what it reads, where the registers say so."""

    id: str
    about: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a value rests on, in words; the passage, the rule, and the other document that it was taken from."""

    words: str
    quotation: Quotation | None = None
    rule: Rule | None = None
    inferred_from: Link | None = None


def basis_of_claim(catalogue: Catalogue, document: Document, claim: Claim[T]) -> Basis:
    """Say what a claim rests on."""
    texts, inferred = catalogue.texts, catalogue.items.get(claim.inferred_from or "")
    return Basis(
        words=_with_certainty(texts, _ground(texts, claim, inferred.number if inferred else None), claim.certainty),
        quotation=_quotation(catalogue, document, claim.words),
        rule=_rule(catalogue, claim.rule),
        inferred_from=Link(texts.gettext("Document %(number)s", number=inferred.number), inferred.href)
        if inferred
        else None,
    )


def basis_of_reference(catalogue: Catalogue, document: Document, ref: ContextRef) -> Basis:
    """Say what a reference to another document rests on, or why it leads to none."""
    texts = catalogue.texts
    read = texts.gettext("read from the source") if ref.rule else texts.gettext("entered by an editor")
    ground = texts.gettext(UNRESOLVED[ref.reason]) if ref.reason else read
    quotation = _quotation(catalogue, document, ref.words)
    return Basis(_with_certainty(texts, ground, ref.certainty), quotation, _rule(catalogue, ref.rule))


def _rule(catalogue: Catalogue, id_: str | None) -> Rule | None:
    return Rule(id_, catalogue.rules.get(id_, "")) if id_ else None


def _ground(texts: Texts, claim: Claim[T], inferred_from: str | None) -> str:
    if inferred_from is not None:
        return texts.gettext("inferred from document %(number)s", number=inferred_from)
    if claim.rule is None:
        return texts.gettext("entered by an editor")
    return texts.gettext(GROUNDS[claim.evidence]) if claim.evidence else texts.gettext("read from the source")


def _with_certainty(texts: Texts, ground: str, certainty: Certainty) -> str:
    """High certainty is the rule and goes without saying."""
    return ground if certainty is Certainty.HIGH else f"{ground} ({texts.gettext(CERTAINTIES[certainty])})"


def _quotation(catalogue: Catalogue, document: Document, words: Span | None) -> Quotation | None:
    source = catalogue.sources.get(document.source)
    if words is None or source is None:
        return None
    start, end = max(0, words.start - _AROUND), words.end + _AROUND
    before, after = source.text[start : words.start], source.text[words.end : end]
    # A neighbouring word that the cut goes through is left out.
    before = re.sub(r"^\S*\s", "", before) if start else before
    after = re.sub(r"\s\S*$", "", after) if end < len(source.text) else after
    return Quotation(*(re.sub(r"\s{2,}", " ", part) for part in (before, words.cut(source.text), after)))
