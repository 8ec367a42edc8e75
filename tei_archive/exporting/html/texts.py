"""Every text of the interface, in one place, so that translations can follow."""

import re
from collections.abc import Mapping
from types import MappingProxyType

LANGUAGE = "en"

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # the frame of every page
        "skip": "Skip to the content",
        "navigation": "Edition",
        "letters": "Documents",
        "chains": "Exchanges",
        "persons": "Persons",
        "places": "Places",
        "about": "About",
        "version": "Version {version}",
        "made-with": "Encoded in TEI and published with {tool}",
        # the chronology
        "chronology": "Chronology",
        "narrow": "Narrow the list",
        "facet.sender": "Sender",
        "facet.addressee": "Addressee",
        "facet.year": "Year",
        "facet.kind": "Kind",
        "any": "any",
        "all-shown": "All {total} documents are shown.",
        "some-shown": "{shown} of {total} documents are shown.",
        "show-all": "Show all",
        "undated": "Without a date",
        "no-documents": "This edition holds no documents yet.",
        "edited-by": "Edited by {names}",
        "date-range": "{first} to {last}",
        # a document
        "document": "Document {number}",
        "reference": "{number}, {title}",
        "answers": "answers document {number}",
        "parties": "{senders} to {addressees}",
        "sender-number": "no. {number}",
        "metadata": "What is known",
        "from": "From",
        "to": "To",
        "copy-to": "Copies to",
        "date": "Date",
        "place": "Place",
        "received": "Received",
        "received-at": "Received at",
        "transmitted": "Transmitted",
        "medium": "Sent by",
        "forwarded": "Forwarded",
        "redirected": "Redirected",
        "number": "Number",
        "edition-number": "Printed as no.",
        "classification": "Marked",
        "archive": "Archive",
        "kind": "Kind",
        "status": "State",
        "isReplyTo": "In reply to",
        "cites": "Mentions",
        "encloses": "Encloses",
        "enclosedIn": "Enclosed in",
        "notes": "Notes",
        "note-call": "Note",
        "note-back": "Back to the text",
        "gap": "left out in the source",
        "read": "read",
        "illegible": "illegible",
        "page": "page",
        "image": "Image",
        "chain": "The exchange",
        "chain-all": "All exchanges",
        "this-document": "this document",
        "also-answers": "also answers",
        "order": "In order of date",
        "previous": "Earlier",
        "next": "Later",
        "source": "The words of the source",
        "source-where": "{file}, characters {start} to {end}",
        "source-read-on": "read on {day}",
        "downloads": "Downloads",
        "download-tei": "TEI-XML",
        "download-text": "Plain text",
        "cite": "Cite this document",
        "source-cited": "Source: {title}.",
        "editors": "ed. by {names}",
        "version-cited": "version {version}",
        "document-cited": "document {number}",
        "status.auto": "encoded automatically, not reviewed",
        # certainty in words
        "basis.internal": "stated in the document",
        "basis.external": "stated by the editors of the source",
        "basis.conjecture": "conjectured",
        "basis.read": "read from the source",
        "basis.editor": "entered by an editor",
        "basis.inferred": "inferred from document {number}",
        "certainty.high": "high certainty",
        "certainty.medium": "medium certainty",
        "certainty.low": "low certainty",
        "rule": "Read by rule",
        "inferred-from": "Inferred from",
        "unresolved.no-candidate": "no document of this edition fits",
        "unresolved.several-candidates": "several documents of this edition fit",
        "unresolved.not-identified": "neither date nor number is given",
        "unresolved.unstated": "not identified",
        # days between a document and its reply
        "same-day": "the same day",
        "days-later.one": "one day later",
        "days-later.other": "{n} days later",
        "days-earlier.one": "one day earlier",
        "days-earlier.other": "{n} days earlier",
        # dates
        "date.span": "{first} to {last}",
        "date.window": "between {first} and {last}",
        "reserve.received": "received {words}",
        "reserve.uncertain": "{words} (uncertain)",
        "not-known": "not known",
        # exchanges
        "chains-title": "Exchanges",
        "chains-lead": "Each exchange begins with a document that answers none of the others; what answers it follows.",
        "no-chains": "No document of this edition answers another.",
        # persons
        "persons-title": "Persons and organisations",
        "persons-only": "Persons",
        "organisations": "Organisations",
        "name": "Name",
        "sent": "sent",
        "received-count": "received",
        "mentioned-count": "mentioned in",
        "letters-sent": "Documents sent",
        "letters-received": "Documents received",
        "letters-mentioning": "Mentioned in",
        "variants": "Also written",
        "roles": "Office",
        "authorities": "Elsewhere",
        "name-unknown": "The sources give this office and no name.",
        "no-persons": "The registers of this edition are empty.",
        "no-places": "The register of places is empty.",
        # about
        "about-title": "About this edition",
        "publication": "Publication",
        "editors-label": "Editors",
        "publisher": "Publisher",
        "licence": "Licence",
        "rights": "Rights",
        "released": "Date",
        "sources": "Sources",
        "source-title": "Source",
        "source-file": "Text",
        "checksum": "SHA-256 of the text",
        "documents.one": "{n} document",
        "documents.other": "{n} documents",
        "how-encoded": "How the text was encoded",
        "principle.correction": "Corrections",
        "principle.normalization": "Normalisation",
        "principle.quotation": "Quotations",
        "principle.hyphenation": "Hyphens",
        "principle.segmentation": "Documents",
        "principle.interpretation": "What was added",
        "principle.stdVals": "Standard forms",
        "principle.punctuation": "Punctuation",
        "reading-certainty": "How certainty is shown",
        "certainty-lead": (
            "Next to each value stands what it rests on. Open these words to see the passage it was read from. "
            "Where no degree of certainty is given, it is high."
        ),
        "legend.internal": "The document itself says so: its dateline, its signature, its text.",
        "legend.external": "The heading, the linking sentence or a note by the editors of the source says so.",
        "legend.conjecture": "Nobody says so; it was concluded.",
        "legend.inferred": "Taken over from another document, usually the one that is answered.",
        "legend.editor": "An editor of this edition entered the value by hand.",
        "legend.inferred-label": "inferred from another document",
        "legend.high": "The document itself says it, and its words leave no other reading.",
        "legend.medium": "The editors of the source say it, or its words leave some doubt.",
        "legend.low": "It was concluded, and should be checked.",
        "review": "State of review",
        "all-files": "The encoded files",
        "all-files-lead": "Every document as TEI-XML, with the registers and the sources they point to.",
        "registers": "Registers",
    }
)


# Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9): they would turn the words after them.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def say(key: str, **values: object) -> str:
    """Give back a text of the interface with its blanks filled; `KeyError` where there is no such text.

    What fills a blank cannot turn the direction of the words around it.
    """
    return TEXTS[key].format(**{name: plain(str(value)) for name, value in values.items()})


def count(key: str, n: int) -> str:
    """Give back a text of the interface for a number of things: its form for one, or the other form."""
    return say(f"{key}.one" if n == 1 else f"{key}.other", n=n)


def plain(text: str) -> str:
    """Give back a text without what turns the direction of writing, for where no element isolates it."""
    return _TURNING.sub("", text)
