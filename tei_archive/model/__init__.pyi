from .calendars import Calendar
from .choices import ProfileChoice, ProfileEvidence
from .circles import find_circles
from .claims import Certainty, Claim, Evidence
from .correspondence import (
    ActionType,
    Agent,
    AgentKind,
    ContextRef,
    CorrespAction,
    Place,
    Unresolved,
)
from .dates import HistoricalDate, Precision, Reserve
from .document import Block, Document, Enclosure, Mark, MarkKind, Part
from .edition import SPACE, Decision, Edition, Unclaimed
from .findings import Finding, Fix, Severity, TagPart, Validation, fingerprints
from .labels import Label, Labelled, Segment
from .project import Cmif, Person, Project, SiteSettings, SourceNote, Volume, Withdrawn
from .registers import Coordinates, Entry, Registers
from .relations import Relation
from .replies import ReplyTrees, answers, build_reply_trees, days_between, is_too_early
from .source import Source
from .span import Span
from .uncertainty import BOUNDARY, least_certain, less_certain_than

__all__ = [
    "BOUNDARY",
    "SPACE",
    "ActionType",
    "Agent",
    "AgentKind",
    "Block",
    "Calendar",
    "Certainty",
    "Claim",
    "Cmif",
    "ContextRef",
    "Coordinates",
    "CorrespAction",
    "Decision",
    "Document",
    "Edition",
    "Enclosure",
    "Entry",
    "Evidence",
    "Finding",
    "Fix",
    "HistoricalDate",
    "Label",
    "Labelled",
    "Mark",
    "MarkKind",
    "Part",
    "Person",
    "Place",
    "Precision",
    "ProfileChoice",
    "ProfileEvidence",
    "Project",
    "Registers",
    "Relation",
    "ReplyTrees",
    "Reserve",
    "Segment",
    "Severity",
    "SiteSettings",
    "Source",
    "SourceNote",
    "Span",
    "TagPart",
    "Unclaimed",
    "Unresolved",
    "Validation",
    "Volume",
    "Withdrawn",
    "answers",
    "build_reply_trees",
    "days_between",
    "find_circles",
    "fingerprints",
    "is_too_early",
    "least_certain",
    "less_certain_than",
]
