"""The two who write to each other all through a volume: they are the correspondents of letters that do not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from tei_archive.model import Agent, Certainty, Claim, Evidence
from tei_archive.profile import Profile
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.engine_rules import CONSTANT
from tei_archive.segmenting.names import letters, may_be_one

# So many letters must name a correspondent, and so large a part of them the same one.
_FEWEST, _SHARE = 20, 0.75
_SCORE = 2.0
_Constant = tuple[Agent, str] | None
_Side = Callable[[Description], tuple[Agent, ...]]


def complete_pairs(described: Sequence[Description], profile: Profile) -> tuple[Description, ...]:
    """Give letters without sender or addressee the one whom nearly all letters of their source name.

    Where a letter names him in a shorter form, he has the fullest that the source has.
    """
    found = list(described)
    for source in dict.fromkeys(one.draft.source for one in described):
        places = [at for at, one in enumerate(described) if one.draft.source is source]
        volume = [described[at] for at in places]
        sender = _constant(volume, lambda one: one.senders, profile)
        addressee = _constant(volume, lambda one: one.addressees, profile)
        for at in places if sender or addressee else ():
            found[at] = _completed(found[at], sender, addressee, profile)
    return tuple(found)


def _constant(volume: Sequence[Description], side: _Side, profile: Profile) -> _Constant:
    """The correspondent on one side of a volume, in the fullest form, with the letter that names him so."""
    named = [
        (agent, one.id) for one in volume for agent in side(one)[:1] if len(side(one)) == 1 and agent.name is not None
    ]
    if len(named) < _FEWEST:
        return None
    usual = Counter(agent.label for agent, _ in named).most_common(1)[0][0]
    same = [(agent, id_) for agent, id_ in named if may_be_one(agent.label, usual, profile.honorifics)]
    if len(same) < len(named) * _SHARE:
        return None
    return max(same, key=lambda found: len(letters(found[0].label)))


def _completed(one: Description, sender: _Constant, addressee: _Constant, profile: Profile) -> Description:
    senders = _in_full(one.senders, sender, profile) or _concluded(one, sender)
    addressees = _in_full(one.addressees, addressee, profile) or _concluded(one, addressee)
    completed = replace(one, senders=senders, addressees=addressees)
    for field, before, agents in (("sender", one.senders, senders), ("addressee", one.addressees, addressees)):
        if agents != before and (name := agents[0].name):
            words = name.words or one.draft.pieces[0].span
            entry = LedgerEntry(f"{field}.name", name.value, words, CONSTANT, _SCORE)
            completed = completed.entered(entry, entry.field)
    return completed


def _in_full(agents: tuple[Agent, ...], constant: _Constant, profile: Profile) -> tuple[Agent, ...]:
    """The same agents; one who is named as the constant correspondent is, in fewer letters, has his full name."""
    if constant is None or len(agents) != 1 or (name := agents[0].name) is None:
        return agents
    agent, named_in = constant
    is_short = len(letters(name.value)) < len(letters(agent.label))
    if not is_short or not may_be_one(name.value, agent.label, profile.honorifics):
        return agents
    certainty = min(name.certainty, Certainty.MEDIUM, key=list(Certainty)[::-1].index)
    full = replace(name, value=agent.label, rule=CONSTANT, certainty=certainty, inferred_from=named_in)
    return (replace(agents[0], name=full),)


def _concluded(one: Description, constant: _Constant) -> tuple[Agent, ...]:
    """The agent as a conclusion from the letter that names him."""
    if constant is None or constant[1] == one.id:
        return ()
    agent, named_in = constant
    words = one.draft.pieces[0].span
    name = Claim(agent.label, words, CONSTANT, Certainty.LOW, Evidence.CONJECTURE, named_in)
    return (replace(agent, name=name, role=None),)
