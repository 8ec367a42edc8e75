"""What reads the words of a run and remembers them."""

from __future__ import annotations

from dataclasses import dataclass

from tei_archive.profile import Profile
from tei_archive.segmenting.agents import AgentReader
from tei_archive.segmenting.dates import DateReader


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of a run, all by one profile."""

    profile: Profile
    dates: DateReader
    agents: AgentReader


def make_readers(profile: Profile) -> Readers:
    """Give readers that have read nothing yet."""
    return Readers(profile, DateReader(profile), AgentReader(profile))
