"""What else a document says of itself: kind, number, place, classification, way of transmission, origin of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from tei_archive.model import Certainty, Claim, Evidence, Label, Place
from tei_archive.profile import Profile, figures, fold, normalise
from tei_archive.segmenting.choices import Candidate, Choice, choose
from tei_archive.segmenting.drafts import Draft, Piece, is_own

_OWN, _EDITORS = 8.0, 6.0
# A document whose heading names no kind.
UNNAMED_KIND = "document"


def find_kind(draft: Draft, profile: Profile) -> str:
    """Name the kind of document after the word in its heading or linking sentence."""
    for piece in (*draft.all(Label.HEAD), *draft.all(Label.LINK)):
        if words := piece.groups.get("kind"):
            return profile.kinds.get(normalise(words.cut(draft.shadow)).casefold(), UNNAMED_KIND)
    return UNNAMED_KIND


def find_number(draft: Draft) -> Choice[str]:
    """Find the sender's own number, in ASCII hyphens; a number above the heading is the print's.

    Where no line gives it, the text may begin with it.
    """
    above = _above_heading(draft)
    text = next((piece for piece in draft.pieces if piece.label is Label.P), None)
    own = [piece for piece in draft.pieces if piece not in above and piece.label is not Label.P]
    numbers = [as_number(found) for found in _texts(draft, own, "number")]
    begun = [as_number(found) for found in _texts(draft, (text,) if text else (), "number")]
    return choose("number", numbers or begun)


def find_edition_number(draft: Draft) -> Choice[str]:
    """Find the running number of the print: in the heading, or on a line above it."""
    numbers = [*_texts(draft, draft.pieces, "edition_number"), *_texts(draft, _above_heading(draft), "number")]
    return choose("edition_number", [as_number(found) for found in numbers[:1]])


def _above_heading(draft: Draft) -> tuple[Piece, ...]:
    """The numbers that stand above the heading."""
    return tuple(takewhile(lambda piece: piece.label in (Label.IDNO, Label.FW), draft.pieces))


def find_classification(draft: Draft) -> Choice[str]:
    """Find how secret or urgent the document is said to be."""
    return choose("classification", list(_texts(draft, draft.pieces, "classification"))[:1])


def find_medium(draft: Draft) -> Choice[str]:
    """Find by which means the document was transmitted."""
    return choose("medium", list(_texts(draft, draft.pieces, "medium")))


def find_place(draft: Draft) -> Choice[Place]:
    """Find the place of sending in the date line or the heading."""
    places = [
        Candidate(
            Claim(
                Place(found.claim.value),
                found.claim.words,
                found.claim.rule,
                found.claim.certainty,
                Evidence.INTERNAL if found.score == _OWN else Evidence.EXTERNAL,
            ),
            found.text,
            found.score,
        )
        for found in _texts(draft, draft.pieces, "place")
    ]
    return choose("place", places)


def find_archive_ref(draft: Draft) -> Choice[str]:
    """Find what the print says of the origin of its text: the first archive mark or shelfmark."""
    marks = [
        Candidate(
            Claim(normalise(piece.span.cut(draft.source.text)), piece.span, piece.rule, Certainty.MEDIUM),
            normalise(piece.span.cut(draft.source.text)),
            piece.score,
        )
        for piece in draft.all(Label.SOURCE)
    ]
    return choose("archive_ref", marks[:1])


def as_number(candidate: Candidate[str]) -> Candidate[str]:
    """Write a number in figures, with ASCII hyphens and single blanks, so that it can be compared."""
    value = figures(normalise(fold(candidate.text)))
    return Candidate(replace(candidate.claim, value=value), value, candidate.score)


def _texts(draft: Draft, pieces: Iterable[Piece], group: str) -> Iterable[Candidate[str]]:
    return (_text(draft, piece, group) for piece in pieces if group in piece.groups)


def _text(draft: Draft, piece: Piece, group: str) -> Candidate[str]:
    span = piece.groups[group]
    value = normalise(span.cut(draft.source.text))
    own = is_own(piece)
    claim = Claim(value, span, piece.rule, Certainty.HIGH if own else Certainty.MEDIUM)
    return Candidate(claim, value, _OWN if own else _EDITORS)
