"""The words of the interface for the values of a document: certainty, grounds, relations, states, kinds."""

from collections.abc import Mapping
from types import MappingProxyType

from tei_archive.exporting.html.texts import Texts, msgid
from tei_archive.model import Certainty, Evidence, Relation, Unresolved

CERTAINTIES: Mapping[Certainty, str] = MappingProxyType(
    {
        Certainty.HIGH: msgid("high certainty"),
        Certainty.MEDIUM: msgid("medium certainty"),
        Certainty.LOW: msgid("low certainty"),
    }
)
GROUNDS: Mapping[Evidence, str] = MappingProxyType(
    {
        Evidence.INTERNAL: msgid("stated in the document"),
        Evidence.EXTERNAL: msgid("stated by the editors of the source"),
        Evidence.CONJECTURE: msgid("conjectured"),
    }
)
UNRESOLVED: Mapping[Unresolved, str] = MappingProxyType(
    {
        Unresolved.NO_CANDIDATE: msgid("no document of this edition fits"),
        Unresolved.SEVERAL_CANDIDATES: msgid("several documents of this edition fit"),
        Unresolved.NOT_IDENTIFIED: msgid("neither date nor number is given"),
        Unresolved.UNSTATED: msgid("not identified"),
    }
)
RELATIONS: Mapping[Relation, str] = MappingProxyType(
    {
        Relation.IS_REPLY_TO: msgid("In reply to"),
        Relation.CITES: msgid("Mentions"),
        Relation.ENCLOSES: msgid("Encloses"),
        Relation.ENCLOSED_IN: msgid("Enclosed in"),
    }
)

# What our encoding says of itself, by the elements of `editorialDecl`.
PRINCIPLES: Mapping[str, str] = MappingProxyType(
    {
        "correction": msgid("Corrections"),
        "normalization": msgid("Normalisation"),
        "quotation": msgid("Quotations"),
        "hyphenation": msgid("Hyphens"),
        "segmentation": msgid("Documents"),
        "interpretation": msgid("What was added"),
        "stdVals": msgid("Standard forms"),
        "punctuation": msgid("Punctuation"),
    }
)

# The states of `revisionDesc` that docs/encoding.md names; an edition may use others, which are shown as they are.
_STATES = {
    "auto": msgid("encoded automatically, not reviewed"),
    "reviewed": msgid("reviewed"),
    "approved": msgid("approved"),
}

# The kinds of the built-in profiles; a profile may name others, which are shown as they are.
_KINDS = {
    "address": msgid("address"),
    "airgram": msgid("airgram"),
    "appeal": msgid("appeal"),
    "circular": msgid("circular"),
    "conversation": msgid("conversation"),
    "declaration": msgid("declaration"),
    "dedication": msgid("dedication"),
    "despatch": msgid("despatch"),
    "directive": msgid("directive"),
    "draft": msgid("draft"),
    "editorial-note": msgid("editorial note"),
    "inquiry": msgid("inquiry"),
    "instruction": msgid("instruction"),
    "letter": msgid("letter"),
    "letter-card": msgid("letter card"),
    "memorandum": msgid("memorandum"),
    "message": msgid("message"),
    "note": msgid("note"),
    "order": msgid("order"),
    "paper": msgid("paper"),
    "postcard": msgid("postcard"),
    "proclamation": msgid("proclamation"),
    "protocol": msgid("protocol"),
    "reply": msgid("reply"),
    "report": msgid("report"),
    "resolution": msgid("resolution"),
    "statement": msgid("statement"),
    "telegram": msgid("telegram"),
    "treaty": msgid("treaty"),
    "visiting-card": msgid("visiting card"),
}


def state_name(texts: Texts, status: str) -> str:
    """Give back the words for a state of review."""
    return texts.gettext(_STATES[status]) if status in _STATES else status


def kind_name(texts: Texts, kind: str) -> str:
    """Give back the words for a kind of document."""
    return texts.gettext(_KINDS[kind]) if kind in _KINDS else kind
