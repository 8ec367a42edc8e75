"""The codes of findings: how bad each is, and what it means. Codes are never reused; `catalogue` says more of each."""

from enum import Enum

from tei_archive.errors import Location
from tei_archive.model import Finding, Fix, Severity

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
    BEYOND_BOUNDS = ("TA007", _ERROR, "The elements of the file are nested too deep.")
    LARGE = ("TA008", _NOTE, "The file is so large that only its grammar is checked.")

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

    # CMIF: the file and where it stands
    NOT_TEI = ("TA701", _ERROR, "The outermost element is not TEI in the namespace of the TEI.")
    ADDRESS_UNFIT = ("TA702", _ERROR, "The address in idno is not one that can be harvested.")
    ADDRESS_DIFFERS = ("TA703", _ERROR, "The address in idno is not the one that is registered.")
    STAMP_UNFIT = ("TA704", _WARNING, "The date of the file is no full time stamp in one fixed zone.")
    STAMP_NOT_LATER = ("TA705", _ERROR, "The file has changed, and its date is not greater than before.")
    CMIF_INVALID = ("TA706", _ERROR, "The file is not built as CMIF is.")
    NOT_SERVED = ("TA707", _ERROR, "The registered address does not give the file.")
    NO_LAST_MODIFIED = ("TA708", _WARNING, "The server does not say when the file was last changed.")
    NOT_ASKED = ("TA709", _NOTE, "The network could not be asked, so a part of the check was left out.")

    # CMIF: what the index says of itself
    TITLE_STATEMENT = ("TA711", _ERROR, "The titleStmt does not hold one title, then editors.")
    NO_EMAIL = ("TA712", _WARNING, "No editor of the index has an email.")
    PUBLICATION_STATEMENT = ("TA713", _ERROR, "The publicationStmt is not built as CMIF wants it.")
    LICENCE_UNFIT = ("TA714", _ERROR, "The licence of the index is neither CC BY 4.0 nor CC0.")
    BIBL_UNFIT = ("TA715", _ERROR, "An edition is not described as CMIF wants it.")
    BIBL_ID_UNFIT = ("TA716", _WARNING, "The id of an edition is no UUID.")
    BIBL_ID_CHANGED = ("TA717", _ERROR, "The id of an edition is not the one that it had before.")
    BIBL_EMPTY = ("TA718", _ERROR, "The description of an edition has no text.")
    BIBL_UNUSED = ("TA719", _WARNING, "An edition is described that no letter comes from.")
    BIBL_LINK_EMPTY = ("TA720", _ERROR, "A link to an edition has no address or no text.")
    BIBL_LINK_INSIDE = ("TA721", _WARNING, "A link to an edition does not stand at the end of its description.")
    BODY_UNFIT = ("TA722", _ERROR, "The body does not hold what TEI asks for.")

    # CMIF: the letters
    SOURCE_UNKNOWN = ("TA731", _ERROR, "A letter does not name the edition that it is published in.")
    LETTER_UNNAMED = ("TA732", _WARNING, "A letter has neither an address nor a number.")
    ACTION_MISSING = ("TA733", _ERROR, "A letter is not said to be sent, or not said to be received.")
    ACTION_TWICE = ("TA734", _WARNING, "A letter is said twice to be sent, or to be received.")
    ACTION_UNFIT = ("TA735", _ERROR, "An action has a type other than sent and received.")
    NAME_MISSING = ("TA736", _ERROR, "An action names neither a person nor an organisation.")
    NAME_EMPTY = ("TA737", _ERROR, "A name has no text.")
    UNKNOWN_WORD = ("TA738", _WARNING, "A party that is not known is called otherwise than Unknown.")
    NAME_UNFIT = ("TA739", _ERROR, "A name holds more than text, or has an attribute that CMIF does not know.")
    AUTHORITY_UNFIT = ("TA740", _WARNING, "The id of a person or organisation is from a file that is not taken.")
    PLACE_UNFIT = ("TA741", _WARNING, "The id of a place is not one of GeoNames in the form that is taken.")
    DATE_ATTRIBUTES = ("TA742", _ERROR, "A date is not given by when, by from and to, or by notBefore and notAfter.")
    DATE_UNFIT = ("TA743", _ERROR, "A date is no year, month or day, or has an attribute that CMIF does not know.")
    DATE_TWICE = ("TA744", _WARNING, "An action has more than one date.")
    DATE_WORDS = ("TA745", _NOTE, "The words of a date say no more than its attributes.")
    LINK_UNFIT = ("TA746", _ERROR, "A link does not lead to an address of the web.")
    STATEMENT_UNFIT = ("TA747", _WARNING, "A statement about a letter has no full address as its type.")
    PLACE_NAME = ("TA748", _WARNING, "A place has another name in GeoNames.")
    PLACE_CLASS = ("TA749", _WARNING, "What GeoNames has under the id of a place is no town or village.")

    def __init__(self, code: str, severity: Severity, docs: str) -> None:
        self.code = code
        self.severity = severity
        self.docs = docs

    def at(
        self,
        where: Location,
        message: str,
        hint: str | None = None,
        *,
        xpath: str | None = None,
        link: str | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """Make a finding of this kind."""
        return Finding(self.code, self.severity, message, where, hint, xpath, link, fix)
