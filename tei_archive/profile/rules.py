"""Rules of a profile: a pattern, what it means, and examples that prove it."""

from __future__ import annotations

from dataclasses import dataclass

from tei_archive.model import Certainty, Label, MarkKind, Relation
from tei_archive.profile.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts that a rule must match and near misses that it must not."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What all rules have: an id, one line on what it reads, a pattern on folded text, examples."""

    id: str
    about: str
    pattern: Pattern
    examples: Examples


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRule(Rule):
    """Says what a segment is.

    The score weighs the label against others; a plain paragraph has 0. `after` must match the segment above, `before`
    the one below; a segment with more than `longest` characters, or without one of the words `cues`, is not
    tried. The named
    groups of the pattern hold what the finders read; `rest` begins a segment of its own. `kind` names the furniture;
    `relation` says how what follows a linking sentence stands to the document above. What is `firm` is believed
    whatever the other headings look like. `guard` and `core` are the pattern in two: what must not stand in the
    segment, and the rest.
    """

    label: Label
    score: float
    longest: int
    after: Pattern | None = None
    before: Pattern | None = None
    cues: tuple[str, ...] = ()
    kind: str | None = None
    relation: Relation | None = None
    firm: bool = False
    guard: Pattern | None = None
    core: Pattern

    def has_cue(self, form: str) -> bool:
        """Say whether one of the cues stands in the words, given in the form that `cue_form` makes."""
        return not self.cues or any(cue in form for cue in self.cues)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule(Rule):
    """Reads a date: groups `day`, `month`, `year`, and for several days `day_to` and `month_to`.

    `this_month` and `last_month` need only match.
    """

    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRule(Rule):
    """Finds words that name another document: the group `mark`, and groups inside it.

    `ours` or `theirs` says whose it is, or `office` and `author` which office's or whose; `date` and `number` say which
    one, and so do `today`, `yesterday` and a `bare_day`; `edition_number` is that of the printed edition. Where
    `aside` is there, the paper is cited, whatever `relation` says. Where there are cues, a match begins with one of
    them. A rule that `opens` reads no more than the first words of a document.
    """

    relation: Relation
    certainty: Certainty
    cues: tuple[str, ...] = ()
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRule(Rule):
    """Knows an office by the words for it or for who holds it; the group `at` tells those of one kind apart.

    `seat` finds it in the date line of one whose office is not named.
    """

    seat: Pattern | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRule(Rule):
    """Finds something to mark inside a block: the group `mark`, or the whole match."""

    mark: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRule(Rule):
    """Takes the words for a correspondent apart: groups `name`, `role`, `organisation`."""
