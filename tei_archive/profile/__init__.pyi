from .checking import ProfileCheck, check_profile
from .folding import cue_form, figures, fold, normalise
from .loading import load_profile, profile_names
from .patterns import Pattern, alternatives
from .rules import AgentRule, DateRule, Examples, LabelRule, MarkRule, MentionRule, OfficeRule, Rule
from .values import Dating, Profile, SignatureUse, Weights

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
