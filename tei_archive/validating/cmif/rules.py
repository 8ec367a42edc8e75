"""All rules of an index that no grammar can say. A new rule is a function and a line here."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from tei_archive.model import Finding
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.cmif.dates import (
    find_dates_in_words,
    find_second_dates,
    find_unfit_dates,
)
from tei_archive.validating.cmif.editions import (
    find_empty_editions,
    find_unfit_ids,
    find_unfit_links,
    find_unused_editions,
)
from tei_archive.validating.cmif.heading import (
    find_missing_email,
    find_unfit_address,
    find_unfit_licence,
    find_unfit_stamp,
)
from tei_archive.validating.cmif.letters import (
    find_flaws_of_actions,
    find_unknown_sources,
    find_unnamed_letters,
)
from tei_archive.validating.cmif.links import find_links_elsewhere, find_unfit_statements
from tei_archive.validating.cmif.names import (
    find_flaws_of_names,
    find_unfit_authorities,
    find_unfit_places,
)

Rule = Callable[[XmlFile], Iterable[Finding]]

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "address": find_unfit_address,
        "stamp": find_unfit_stamp,
        "email": find_missing_email,
        "licence": find_unfit_licence,
        "edition-id": find_unfit_ids,
        "edition-text": find_empty_editions,
        "edition-use": find_unused_editions,
        "edition-link": find_unfit_links,
        "source": find_unknown_sources,
        "letter-name": find_unnamed_letters,
        "actions": find_flaws_of_actions,
        "names": find_flaws_of_names,
        "authorities": find_unfit_authorities,
        "places": find_unfit_places,
        "dates": find_unfit_dates,
        "second-dates": find_second_dates,
        "date-words": find_dates_in_words,
        "links": find_links_elsewhere,
        "statements": find_unfit_statements,
    }
)
