"""Profiles: those that come with the program, and the check of one's own."""

from tei_archive.api.reports import ProfileSummary
from tei_archive.profile import ProfileCheck, check_profile, load_profile, profile_names

__all__ = ["ProfileCheck", "check_profile", "profiles"]


def profiles() -> tuple[ProfileSummary, ...]:
    """Give back the profiles that come with the program, by name."""
    loaded = map(load_profile, sorted(profile_names()))
    return tuple(ProfileSummary(found.name, found.title, found.language, found.extends) for found in loaded)
