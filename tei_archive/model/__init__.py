"""Values: what a source, a document, a claim and a finding are. No reading, no writing, no patterns."""

from tei_archive.model.calendars import Calendar
from tei_archive.model.choices import ProfileChoice, ProfileEvidence
from tei_archive.model.claims import Certainty, Claim, Evidence
from tei_archive.model.correspondence import (
    ActionType,
    Agent,
    AgentKind,
    ContextRef,
    CorrespAction,
    Place,
    Relation,
    Unresolved,
)
from tei_archive.model.dates import HistoricalDate, Precision, Reserve
from tei_archive.model.document import Block, Document, Enclosure, Mark, MarkKind, Part
from tei_archive.model.edition import SPACE, Decision, Edition, Unclaimed
from tei_archive.model.findings import Finding, Fix, Severity, TagPart, fingerprints
from tei_archive.model.labels import Label, Labelled, Segment
from tei_archive.model.project import Person, Project, SourceNote, Validation, Volume
from tei_archive.model.registers import Entry, Registers
from tei_archive.model.replies import ReplyTrees, answers, build_reply_trees, days_between, find_circles, is_too_early
from tei_archive.model.source import Source
from tei_archive.model.span import Span
from tei_archive.model.uncertainty import BOUNDARY, least_certain, less_certain_than

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
    "ContextRef",
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
    "Source",
    "SourceNote",
    "Span",
    "TagPart",
    "Unclaimed",
    "Unresolved",
    "Validation",
    "Volume",
    "answers",
    "build_reply_trees",
    "days_between",
    "find_circles",
    "fingerprints",
    "is_too_early",
    "least_certain",
    "less_certain_than",
]
