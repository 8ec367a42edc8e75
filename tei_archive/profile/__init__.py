"""Profiles: what a genre of texts looks like, as data."""

from tei_archive.profile.checking import ProfileCheck, check_profile
from tei_archive.profile.folding import cue_form, figures, fold, normalise
from tei_archive.profile.loading import load_profile, profile_names
from tei_archive.profile.patterns import Pattern, alternatives
from tei_archive.profile.rules import AgentRule, DateRule, Examples, LabelRule, MarkRule, MentionRule, OfficeRule, Rule
from tei_archive.profile.values import Dating, Profile, SignatureUse, Weights

__all__ = [
    "AgentRule",
    "DateRule",
    "Dating",
    "Examples",
    "LabelRule",
    "MarkRule",
    "MentionRule",
    "OfficeRule",
    "Pattern",
    "Profile",
    "ProfileCheck",
    "Rule",
    "SignatureUse",
    "Weights",
    "alternatives",
    "check_profile",
    "cue_form",
    "figures",
    "fold",
    "load_profile",
    "normalise",
    "profile_names",
]
