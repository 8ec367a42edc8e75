"""Values as literals of RDF: texts with their language, dates as exactly as they are known."""

from typing import Final

from rdflib import XSD, Literal, URIRef

from tei_archive.model import HistoricalDate, Precision, Reserve

EDTF: Final = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_TYPES: Final = {Precision.DAY: XSD.date, Precision.MONTH: XSD.gYearMonth, Precision.YEAR: XSD.gYear}


def date_literal(date: HistoricalDate) -> Literal:
    """Give back a date: a day, month or year of XML Schema where it is one without reserve, else EDTF."""
    exact = _TYPES.get(date.precision) if date.reserve is Reserve.NONE else None
    return Literal(date.edtf, datatype=exact or EDTF, normalize=False)
