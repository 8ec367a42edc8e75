"""Words for a correspondent → agents: name and role apart, persons and bodies told from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tei_archive.model import Agent, AgentKind, Certainty, Claim, Evidence, Span
from tei_archive.profile import Profile, fold, normalise
from tei_archive.segmenting.drafts import Draft
from tei_archive.segmenting.groups import group_spans

_LINE_END_HYPHEN = re.compile(r"[-\u2010]\s*\n\s*")
_EDGE = " .,;:*\n\u00a0"


@dataclass(frozen=True, slots=True)
class AgentReader:
    """Takes the words for correspondents apart by the rules of a profile.

    `known` keeps what was found out of words, since an edition names the same few correspondents over and over.
    """

    profile: Profile
    known: dict[str, Mapping[str, Span] | None] = field(default_factory=dict)

    def read(self, draft: Draft, span: Span, rule: str) -> tuple[Agent, ...]:
        """Read the correspondents that a stretch of a heading names, one after another.

        Several are told apart only where a name stands before each "and the": without one, they may be one office.
        """
        parts = tuple(_parts(draft, span, self.profile))
        agents = tuple(agent for part in parts if (agent := self._read(draft, part, rule)))
        if _is_one(agents):
            whole = self._read(draft, span, rule)
            return (whole,) if whole else ()
        return agents

    def _read(self, draft: Draft, span: Span, rule: str) -> Agent | None:
        inner = _without_edge(draft, span)
        words = _words(draft, inner)
        if self.profile.same.fullmatch(words):
            return None
        if words not in self.known:
            self.known[words] = _find_groups(words, self.profile)
        groups = self.known[words]
        if groups is None:
            return None
        return _agent(draft, {name: group.moved(inner.start) for name, group in groups.items()}, rule)


def _is_one(agents: Sequence[Agent]) -> bool:
    """Whether the parts are one correspondent: an office that was cut in two, or a name with its office behind it."""
    if len(agents) < 2:
        return False
    bare_name = agents[0].role is None and agents[0].kind is AgentKind.PERSON
    return not all(agent.name for agent in agents[:-1]) or (bare_name and agents[1].name is None)


def claim_text(draft: Draft, span: Span, rule: str, certainty: Certainty, evidence: Evidence | None) -> Claim[str]:
    """Claim the words of a span, as one line."""
    return Claim(normalise(span.cut(draft.source.text)), span, rule, certainty, evidence)


def _parts(draft: Draft, span: Span, profile: Profile) -> Iterator[Span]:
    start = span.start
    for found in profile.separator.finditer(draft.shadow, span.start, span.end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, span.end)


def _find_groups(words: str, profile: Profile) -> Mapping[str, Span] | None:
    found = next(filter(None, (rule.pattern.search(words) for rule in profile.agents)), None)
    return group_spans(found) if found else None


def _words(draft: Draft, span: Span) -> str:
    """The folded words; a hyphen at the end of a line is drawn out to the next line, so that a name stays whole."""
    words = span.cut(draft.source.text)
    if "\n" not in words:
        return span.cut(draft.shadow)
    return fold(_LINE_END_HYPHEN.sub(lambda found: "-" * len(found[0]), words))


def _agent(draft: Draft, groups: Mapping[str, Span], rule: str) -> Agent:
    if "organisation" in groups:
        name = claim_text(draft, groups["organisation"], rule, Certainty.MEDIUM, Evidence.EXTERNAL)
        return Agent(name, kind=AgentKind.ORGANISATION)
    given, role = groups.get("name"), groups.get("role")
    turned = _turned_round(draft, groups, rule)
    return Agent(
        name=claim_text(draft, given, rule, Certainty.MEDIUM, Evidence.EXTERNAL) if given else turned,
        role=claim_text(draft, role, rule, Certainty.MEDIUM, None if given else Evidence.EXTERNAL) if role else None,
    )


def _turned_round(draft: Draft, groups: Mapping[str, Span], rule: str) -> Claim[str] | None:
    """The name in its natural order, where the surname is printed first."""
    if not ("surname" in groups and "forename" in groups):
        return None
    surname, forename = groups["surname"], groups["forename"]
    whole = claim_text(draft, Span(surname.start, forename.end), rule, Certainty.MEDIUM, Evidence.EXTERNAL)
    text = draft.source.text
    return replace(whole, value=f"{normalise(forename.cut(text))} {normalise(surname.cut(text))}")


def _without_edge(draft: Draft, span: Span) -> Span:
    words = span.cut(draft.shadow)
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGE))))
