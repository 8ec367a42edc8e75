"""Claims as attributes of TEI: how sure, on what evidence, by whom, read from which words, by which rule.

`cert` and `resp` are TEI's `att.global.responsibility`, `source` its `att.global.source`, `ana` and `corresp` its
`att.global.analytic` and `att.global.linking`; `evidence` stands on names, places and dates alone (`att.editLike`).
"""

from __future__ import annotations

from typing import TypeVar

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import Certainty, Claim, Evidence, Span
from tei_archive.tei.pointers import (
    document_pointer,
    parse_document_pointer,
    parse_prefixed,
    parse_raw_pointer,
    pointer,
    raw_pointer,
)

AUTOMATIC = "#resp.auto"

T = TypeVar("T")


def claim_attributes(claim: Claim[T], source: str) -> dict[str, str | None]:
    """Give back the attributes of a claim on a name, a place or a date; `source` is the name of the source file."""
    return {
        "cert": claim.certainty.value,
        "evidence": claim.evidence.value if claim.evidence else None,
        **trace_attributes(claim.rule, claim.words, source),
        "corresp": document_pointer(claim.inferred_from) if claim.inferred_from is not None else None,
        "ana": rule_pointer(claim.rule),
    }


def plain_claim_attributes(claim: Claim[T], source: str) -> dict[str, str | None]:
    """Give back the attributes of any other claim; raises `EncodingError` where it states an evidence."""
    if claim.evidence is not None:
        raise EncodingError(
            f"the claim {claim.value!r} states an evidence", hint="only names, places and dates have one in TEI"
        )
    return claim_attributes(claim, source)


def trace_attributes(rule: str | None, words: Span | None, source: str) -> dict[str, str | None]:
    """Give back who proposed a value, and which words of the source it was read from."""
    return {
        "resp": AUTOMATIC if rule is not None else None,
        "source": raw_pointer(source, words) if words is not None else None,
    }


def rule_pointer(rule: str | None) -> str | None:
    """Give back a pointer to a rule."""
    return pointer(f"rule:{rule}") if rule is not None else None


def read_claim(element: etree._Element, value: T, source: str) -> Claim[T]:
    """Give back the claim that an element makes; a rule counts only where the words it read are stated.

    What an editor has signed rests on the editor alone: neither on the rule nor on the other document.
    """
    words = read_words(element, source)
    inferred = None if _is_taken_over(element) else element.get("corresp")
    return Claim(
        value,
        words,
        read_rule_in_force(element) if words is not None else None,
        read_certainty(element),
        _read_evidence(element),
        parse_document_pointer(inferred) if inferred else None,
    )


def read_words(element: etree._Element, source: str) -> Span | None:
    """Give back the span of the source that an element names as its evidence."""
    found = parse_raw_pointer(element.get("source", ""))
    return found[1] if found and found[0] == source else None


def read_rule(element: etree._Element) -> str | None:
    """Give back the id of the rule that a value was read by."""
    return parse_prefixed(element.get("ana", ""), "rule")


def read_rule_in_force(element: etree._Element) -> str | None:
    """Give back the id of the rule that a value was read by; None where the value is an editor's by now."""
    return None if _is_taken_over(element) else read_rule(element)


def read_certainty(element: etree._Element) -> Certainty:
    """Give back how sure a value is: TEI's words or its number from 0 to 1; what nothing is said of is certain."""
    stated = element.get("cert", Certainty.HIGH.value)
    if stated in set(Certainty):
        return Certainty(stated)
    try:
        degree = float(stated)
    except ValueError:
        return Certainty.LOW
    if degree > 2 / 3:
        return Certainty.HIGH
    return Certainty.MEDIUM if degree > 1 / 3 else Certainty.LOW


def _is_taken_over(element: etree._Element) -> bool:
    """Whether an editor has signed a value, or struck out the sign of the program and left its rule."""
    signed = element.get("resp", "").split()
    return AUTOMATIC not in signed and (bool(signed) or read_rule(element) is not None)


def _read_evidence(element: etree._Element) -> Evidence | None:
    stated = element.get("evidence", "").split()
    return next((Evidence(value) for value in stated if value in set(Evidence)), None)
