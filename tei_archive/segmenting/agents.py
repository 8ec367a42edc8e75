"""Words for a correspondent → agents: name and role apart, persons and bodies told from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tei_archive.model import Agent, AgentKind, Certainty, Claim, Evidence, Span
from tei_archive.profile import Profile, fold, normalise
from tei_archive.segmenting.drafts import Draft
from tei_archive.segmenting.groups import group_spans

_LINE_END_HYPHEN = re.compile(r"[-\u2010]\s*\n\s*")
_EDGE = " .,;:*\n\u00a0"


def read_agents(draft: Draft, span: Span, rule: str, profile: Profile) -> tuple[Agent, ...]:
    """Read the correspondents that a stretch of a heading names, one after another.

    Several are told apart only where a name stands before each "and the": without one, they may be one office.
    """
    parts = tuple(_parts(draft, span, profile))
    agents = tuple(agent for part in parts if (agent := _read(draft, part, rule, profile)))
    if _is_one(agents):
        whole = _read(draft, span, rule, profile)
        return (whole,) if whole else ()
    return agents


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


def _read(draft: Draft, span: Span, rule: str, profile: Profile) -> Agent | None:
    inner = _without_edge(draft, span)
    words = _words(draft, inner)
    for agent_rule in profile.agents:
        if found := agent_rule.pattern.search(words):
            return _agent(draft, group_spans(found, inner.start), rule)
    return None


def _words(draft: Draft, span: Span) -> str:
    """The folded words; a hyphen at the end of a line is drawn out to the next line, so that a name stays whole."""
    return fold(_LINE_END_HYPHEN.sub(lambda found: "-" * len(found[0]), span.cut(draft.source.text)))


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
