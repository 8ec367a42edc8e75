"""Volumes whose letters have no headings: who signs in full what he signs in short, and who writes to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from tei_archive.model import Agent, Certainty, Claim, Evidence, Label
from tei_archive.profile import fold
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.engine_rules import CONSTANT, PARTNER, SIGNS_IN_FULL

# So many signed letters tell who writes, and so many letters one who writes often.
_FEWEST, _OFTEN = 20, 3
# Two who write nearly all of them write to each other; whom nearly all addresses name is the one written to.
_PAIR, _ADDRESSED, _TELLING = 0.9, 0.75, 5
# A part of the letters that makes a writer one of two.
_SHARE = 0.1
# So many letters on either side of one tell to whom it is.
_NEAR = 4
_SCORE = 2.0
_NAME = regex.compile(r"\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)*|\p{Lu}+(?!\p{Ll})")
_Names = tuple[str, ...]
_Named = tuple[Agent, str]


def find_partners(described: Sequence[Description]) -> tuple[Description, ...]:
    """Complete the correspondents of each source where headings do not name them."""
    found: list[Description] = []
    for source in dict.fromkeys(one.draft.source for one in described):
        volume = [one for one in described if one.draft.source is source]
        found += _complete(volume) if _is_without_headings(volume) else volume
    return tuple(found)


def _is_without_headings(volume: Sequence[Description]) -> bool:
    signed = sum(bool(one.senders) for one in volume)
    headed = sum(any("addressee" in piece.groups for piece in one.draft.all(Label.HEAD)) for one in volume)
    return signed >= _FEWEST and headed * 4 < len(volume)


def _complete(volume: Sequence[Description]) -> Sequence[Description]:
    full = _full_names(volume)
    signed = [_signed_in_full(one, full) for one in volume]
    constant = _constant(signed)
    return signed if constant is None else [_addressed(at, signed, constant) for at in range(len(signed))]


def _names(agent: Agent) -> _Names:
    """The names of a correspondent, also where no blank stands between them."""
    return tuple(name.casefold() for name in _NAME.findall(fold(agent.label)))


def _full_names(volume: Sequence[Description]) -> Mapping[_Names, _Named]:
    """The names of two words and more that stand in several letters, each with a letter that has it.

    One that shortens another is none of them.
    """
    named = [
        (agent, one.id)
        for one in volume
        for agents in (one.senders, one.addressees)
        if len(agents) == 1 and agents[0].name
        for agent in agents
    ]
    counted = Counter(_names(agent) for agent, _ in named)
    often = [names for names, count in counted.items() if count >= _OFTEN and len(names) > 1]
    full = {names for names in often if not any(_shortens(names, other) for other in often)}
    # Of "AgnesHalm" and "Agnes Halm" the name is the one with a blank.
    ordered = sorted(named, key=lambda entry: entry[0].label.count(" "))
    return {_names(agent): (agent, id_) for agent, id_ in ordered if _names(agent) in full}


def _shortens(short: _Names, full: _Names) -> bool:
    """Whether a name is the first or the last of a full one, or all of its names or these two, cut short."""
    if len(short) == 1:
        return any(name.startswith(short[0]) for name in (full[0], full[-1]))
    of_same = any(
        len(short) == len(names) and all(name.startswith(cut) for cut, name in zip(short, names, strict=True))
        for names in (full, (full[0], full[-1]))
    )
    return of_same and short != full


def _signed_in_full(one: Description, full: Mapping[_Names, _Named]) -> Description:
    """A letter whose signature shortens one full name and no other has that name."""
    if len(one.senders) != 1 or one.senders[0].name is None or not (short := _names(one.senders[0])):
        return one
    fitting = [full[short]] if short in full else [named for names, named in full.items() if _shortens(short, names)]
    if len(fitting) != 1 or fitting[0][0].label == one.senders[0].label:
        return one
    agent, named_in = fitting[0]
    name = replace(
        one.senders[0].name, value=agent.label, rule=SIGNS_IN_FULL, certainty=Certainty.MEDIUM, inferred_from=named_in
    )
    words = name.words or one.draft.pieces[-1].span
    entry = LedgerEntry("sender.name", agent.label, words, SIGNS_IN_FULL, _SCORE)
    return replace(one, senders=(replace(one.senders[0], name=name),)).entered(entry, entry.field)


def _writer(one: Description) -> _Names:
    return _names(one.senders[0]) if len(one.senders) == 1 and one.senders[0].name else ()


def _constant(volume: Sequence[Description]) -> _Named | None:
    """The one who writes or is written to in all letters: one of the only two who write, or the one they address."""
    counted = Counter(writer for one in volume if (writer := _writer(one)))
    most = counted.most_common(2)
    signed = sum(counted.values())
    if signed < _FEWEST or len(most) < 2 or most[1][1] < max(_OFTEN, _SHARE * signed):
        return None
    is_pair = sum(count for _, count in most) >= _PAIR * signed
    for writer, _ in most:
        if is_pair or _is_addressed(writer, volume):
            return next((one.senders[0], one.id) for one in volume if _writer(one) == writer)
    return None


def _is_addressed(writer: _Names, volume: Sequence[Description]) -> bool:
    """Whether nearly all letters that others have written name this one in their address."""
    named = [_names(one.addressees[0]) for one in volume if _writer(one) not in ((), writer) and _is_told(one)]
    return len(named) >= _TELLING and sum(names[-1:] == writer[-1:] for names in named) >= _ADDRESSED * len(named)


def _is_told(one: Description) -> bool:
    """Whether more than a word of the greeting says whom the letter is for."""
    return any(
        agent.name is None or agent.name.certainty is not Certainty.LOW or agent.name.rule == CONSTANT
        for agent in one.addressees
    )


def _addressed(at: int, volume: Sequence[Description], constant: _Named) -> Description:
    one = volume[at]
    if not _writer(one) or _is_told(one):
        return one
    own = _writer(one) == _names(constant[0])
    reader = _partner_near(at, volume, _names(constant[0])) if own else constant
    return one if reader is None else _with_reader(one, reader)


def _partner_near(at: int, volume: Sequence[Description], constant: _Names) -> _Named | None:
    """Who wrote the letters before and after one of the constant correspondent's; none where they are two."""
    near = (*volume[max(0, at - _NEAR) : at], *volume[at + 1 : at + 1 + _NEAR])
    others = [one for one in near if _writer(one) not in ((), constant)]
    counted = Counter(_writer(one) for one in others).most_common(1)
    if not counted or counted[0][1] < _ADDRESSED * len(others):
        return None
    return next((one.senders[0], one.id) for one in others if _writer(one) == counted[0][0])


def _with_reader(one: Description, reader: _Named) -> Description:
    agent, named_in = reader
    words = one.draft.pieces[0].span
    name = Claim(agent.label, words, PARTNER, Certainty.LOW, Evidence.CONJECTURE, named_in)
    entry = LedgerEntry("addressee.name", agent.label, words, PARTNER, _SCORE)
    return replace(one, addressees=(replace(agent, name=name, role=None),)).entered(entry, "addressee.")
