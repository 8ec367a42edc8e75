"""The codes of findings: how bad each is, and what it means. Codes are never reused; `catalogue` says more of each."""

from enum import Enum

from tei_archive.errors import Location
from tei_archive.model import Finding, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE


class Code(Enum):
    """A kind of finding: its code, its severity, and one line that explains it."""

    # well-formed
    UNREADABLE = ("TA001", _ERROR, "The file cannot be read.")
    EMPTY = ("TA002", _ERROR, "The file is empty.")
    NOT_WELL_FORMED = ("TA003", _ERROR, "The file is not well-formed XML.")
    WRONG_ENCODING = ("TA004", _ERROR, "The bytes of the file are not in the encoding that it declares.")
    ENTITIES = ("TA005", _ERROR, "The file declares or uses entities of its own; they are never expanded.")
    DOCTYPE = ("TA006", _WARNING, "The file has a document type declaration, which is not read.")
    BEYOND_BOUNDS = ("TA007", _ERROR, "The file is too large or its elements are nested too deep.")

    # schema
    ELEMENT_NOT_ALLOWED = ("TA101", _ERROR, "An element stands where the schema does not allow it.")
    CONTENT_INCOMPLETE = ("TA102", _ERROR, "An element lacks content that the schema asks for.")
    ATTRIBUTE_NOT_ALLOWED = ("TA103", _ERROR, "An element has an attribute that the schema does not allow.")
    ATTRIBUTE_MISSING = ("TA104", _ERROR, "An element lacks an attribute that the schema asks for.")
    VALUE_NOT_ALLOWED = ("TA105", _ERROR, "An attribute or element has a value that the schema does not allow.")
    TEXT_NOT_ALLOWED = ("TA106", _ERROR, "Text stands where the schema allows only elements.")
    UNKNOWN_ROOT = ("TA107", _ERROR, "The outermost element is not one that the schema can begin with.")
    OTHERWISE_INVALID = ("TA108", _ERROR, "The schema is broken in another way.")
    OTHER_SCHEMA = ("TA109", _NOTE, "The file fails in so many places that it seems to follow another schema.")

    SCHEMA_MISSING = ("TA110", _WARNING, "A file names a schema that is not here or cannot be used.")

    # Schematron
    RULE_BROKEN = ("TA120", _ERROR, "A rule of a Schematron schema is broken.")
    RULE_ADVICE = ("TA121", _WARNING, "A rule of a Schematron schema is broken that its author calls a warning.")
    RULE_REMARK = ("TA122", _NOTE, "A rule of a Schematron schema has something to say for information.")
    RULE_NOT_RUN = (
        "TA123",
        _WARNING,
        "A rule of a Schematron schema could not be run; it is not known what it says.",
    )
    RULE_SLIP = ("TA124", _WARNING, "A Schematron schema has a slip that does not hinder its use.")

    # ids, references, registers
    ID_TWICE = ("TA201", _ERROR, "Two elements of a file have the same xml:id.")
    DOCUMENT_ID_TWICE = ("TA202", _ERROR, "Two files of an edition have the same id.")
    ID_NOT_FILE_NAME = ("TA203", _ERROR, "The id of a document is not the name of its file.")
    LOCAL_TARGET_MISSING = ("TA204", _ERROR, "A reference inside a file points to an id that is not there.")
    DOCUMENT_MISSING = ("TA205", _ERROR, "A reference points to a document that the edition does not hold.")
    REGISTER_ENTRY_MISSING = ("TA206", _ERROR, "A reference points to an entry that the registers do not hold.")
    DECLARATION_MISSING = ("TA207", _ERROR, "A rule or reason is used that the registers do not declare.")
    BAD_RANGE = ("TA208", _ERROR, "A reference to the source names no such file, or a range outside of it.")
    FILE_TARGET_MISSING = ("TA209", _ERROR, "A reference points to a file, or an id in a file, that is not there.")
    PREFIX_UNKNOWN = ("TA210", _WARNING, "A reference has a prefix that the file does not declare.")
    ID_MISSING = ("TA211", _ERROR, "A document of an edition has no id.")

    # dates
    BAD_DATE = ("TA301", _ERROR, "A date is not a day, month or year of the calendar in the form of ISO 8601.")
    BACKWARDS = ("TA302", _ERROR, "An interval ends before it begins.")
    IMPLAUSIBLE_DATE = ("TA303", _WARNING, "A date lies outside the years that are plausible for the edition.")
    RECEIVED_BEFORE_SENT = ("TA304", _WARNING, "A document was received before it was sent.")
    MIXED_DATE = ("TA305", _WARNING, "A date is given as one day and as an interval at once.")

    # the graph of replies
    REPLY_TOO_OLD = ("TA401", _ERROR, "A reply is certainly older than what it answers.")
    REPLY_CYCLE = ("TA402", _ERROR, "Documents answer one another in a circle.")
    NO_HAS_REPLY = ("TA403", _WARNING, "A document answers another, which does not name it as its reply.")
    NO_IS_REPLY_TO = ("TA404", _WARNING, "A document names a reply, which does not name it as what it answers.")
    WRONG_DIRECTION = ("TA405", _WARNING, "A reference has the type prev where it should be next, or the reverse.")
    REPLY_OTHER_CALENDAR = ("TA406", _WARNING, "A reply is older than what it answers, unless its date is Julian.")

    # lossless
    NO_RANGE = ("TA501", _WARNING, "A document does not say which part of the source it holds.")
    TEXT_DIFFERS = ("TA502", _ERROR, "The text of a document is not the text of its source.")
    SOURCE_CHANGED = ("TA503", _ERROR, "The source is not the one that the header describes: the checksum differs.")
    SOURCE_MISSING = ("TA504", _ERROR, "The source of a document is missing or cannot be read.")
    OVERLAP = ("TA505", _ERROR, "Two documents hold the same part of a source.")
    UNCOVERED = ("TA506", _ERROR, "A part of a source belongs to no document and is not listed as unclaimed.")

    # completeness and notes
    NO_SENDER = ("TA601", _WARNING, "The description of a correspondence does not say who sent it.")
    NO_ADDRESSEE = ("TA602", _WARNING, "The description of a correspondence does not say who received it.")
    NOTE_WITHOUT_CALL = ("TA603", _NOTE, "A note stands at the foot and nothing in the edition calls it.")
    CALL_WITHOUT_NOTE = ("TA604", _NOTE, "A note call leads to no note.")
    NO_CORRESP_DESC = ("TA605", _WARNING, "A document has no description of its correspondence.")
    NOT_RECEIVED = ("TA606", _NOTE, "The description of a correspondence has no action of receiving.")
    NUMBERS_LEFT_OUT = ("TA607", _NOTE, "The numbers of the printed edition leave one or more out.")
    NUMBER_TWICE = ("TA608", _NOTE, "Two documents of a source have the same number in the printed edition.")

    def __init__(self, code: str, severity: Severity, docs: str) -> None:
        self.code = code
        self.severity = severity
        self.docs = docs

    def at(self, where: Location, message: str, hint: str | None = None) -> Finding:
        """Make a finding of this kind."""
        return Finding(self.code, self.severity, message, where, hint)
