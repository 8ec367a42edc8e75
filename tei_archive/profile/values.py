"""A profile: the vocabularies and rules of one genre of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tei_archive.profile.date_words import DateLexicon
from tei_archive.profile.patterns import Pattern
from tei_archive.profile.rules import AgentRule, DateRule, LabelRule, MarkRule, MentionRule, OfficeRule, Rule


class SignatureUse(StrEnum):
    """What the name below a document says of an office that its heading names."""

    COMPLETES = "completes"  # it is the name of the one who held the office
    CONFIRMS = "confirms"  # no more than what the heading says: the office is the sender, whoever signed for it


class Dating(StrEnum):
    """Whose date counts where heading and dateline have different ones."""

    DOCUMENT = "document"
    EDITORS = "editors"  # who date in the heading what the letter dates wrongly, or not in full


@dataclass(frozen=True, slots=True)
class Weights:
    """What it costs, in the unit of the scores, to begin a document without a heading, and to go on below its end.

    `untitled` is a beginning by opener alone after the end of another document, `untitled_in_body` in the midst of its
    text, `untitled_outside` outside of all, `bare` one with the text itself (None: never); `noted` is added to all of
    these below the notes of a document, and `dated_below` to `bare` below the date at its end. `second_dateline` is a
    dateline below another one, `second_signature` a signature below another, `signed_below` a signature below the
    courtesies, `closing_dateline` a dateline below the text, `dateline_in_body` one that ends a text without signature,
    `dateline_within` one in its midst (None: never), `address_below` an address there, `more_text` text that goes on
    there (None: never), `preamble` text between the heading and the opener, `paper_below` a text below a signature that
    is another paper and that nothing announces, `unannounced` such a paper with a heading or opener of its own.
    """

    untitled: float = -9.0
    untitled_in_body: float = -12.0
    untitled_outside: float = -9.0
    bare: float | None = None
    noted: float = 0.0
    dated_below: float = 0.0
    second_dateline: float = -1.0
    second_signature: float = 0.0
    signed_below: float = 0.0
    closing_dateline: float = -2.0
    dateline_in_body: float = -3.0
    dateline_within: float | None = None
    address_below: float = 0.0
    more_text: float | None = None
    preamble: float = -3.0
    paper_below: float = -8.0
    unannounced: float = -12.0


@dataclass(frozen=True)
class Profile:
    """What a genre looks like in one language.

    `typical` matches words that texts of the genre are full of. `kinds` turns the words for kinds of document into the
    names that the edition uses, `lexicon` has the words of dates, `places` turns the forms of a place's name into the
    one that the register prefers. `honorifics` are the titles that stand after a name; `separator` matches what stands
    between two correspondents, `same` what says that one is that of the letter above; `common` has the frequent words
    of languages, by tag. `weights` count where letters have titles, `untitled` in volumes that have none.
    """

    name: str
    title: str
    language: str
    extends: str | None
    typical: Pattern | None
    kinds: Mapping[str, str]
    lexicon: DateLexicon
    places: Mapping[str, str]
    honorifics: tuple[str, ...]
    common: Mapping[str, frozenset[str]]
    separator: Pattern
    same: Pattern
    labels: tuple[LabelRule, ...]
    agents: tuple[AgentRule, ...]
    dates: tuple[DateRule, ...]
    mentions: tuple[MentionRule, ...]
    offices: tuple[OfficeRule, ...]
    marks: tuple[MarkRule, ...]
    weights: Weights = Weights()
    untitled: Weights | None = None
    signature: SignatureUse = SignatureUse.COMPLETES
    dating: Dating = Dating.DOCUMENT

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order in which they are tried."""
        return (*self.labels, *self.agents, *self.dates, *self.mentions, *self.offices, *self.marks)

    def label_rule(self, rule_id: str) -> LabelRule | None:
        """Give back the label rule with that id."""
        return self._label_rules.get(rule_id)

    @cached_property
    def _label_rules(self) -> Mapping[str, LabelRule]:
        return {rule.id: rule for rule in self.labels}
