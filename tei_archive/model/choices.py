"""Which profile was chosen for a text, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileEvidence:
    """What speaks for a profile: a figure that compares among profiles, and the reasons in a few words each."""

    name: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """The name of the profile that was taken, and the evidence for each that could have been."""

    profile: str
    candidates: tuple[ProfileEvidence, ...]

    def __post_init__(self) -> None:
        if self.profile not in {candidate.name for candidate in self.candidates}:
            raise ValueError(f"{self.profile} is not among the candidates")

    @property
    def ranked(self) -> tuple[ProfileEvidence, ...]:
        """The profile that was taken, then the others, those with the best evidence first."""
        return tuple(sorted(self.candidates, key=lambda found: (found.name != self.profile, -found.score, found.name)))
