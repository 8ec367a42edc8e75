"""A profile: the vocabularies and rules of one genre of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tei_archive.profile.date_words import DateLexicon
from tei_archive.profile.rules import AgentRule, DateRule, LabelRule, MarkRule, MentionRule, Pattern, Rule


@dataclass(frozen=True, slots=True)
class Profile:
    """What a genre looks like in one language.

    `typical` matches words that texts of the genre are full of. `kinds` turns the words for kinds of document into the
    names that the edition uses, `lexicon` has the words of dates, `places` turns the forms of a place's name into the
    one that the register prefers. `honorifics` are the titles that stand after a name; `separator` matches what stands
    between two correspondents; `common` has the frequent words of languages, by tag.
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
    labels: tuple[LabelRule, ...]
    agents: tuple[AgentRule, ...]
    dates: tuple[DateRule, ...]
    mentions: tuple[MentionRule, ...]
    marks: tuple[MarkRule, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order in which they are tried."""
        return (*self.labels, *self.agents, *self.dates, *self.mentions, *self.marks)

    def label_rule(self, rule_id: str) -> LabelRule | None:
        """Give back the label rule with that id."""
        return next((rule for rule in self.labels if rule.id == rule_id), None)
