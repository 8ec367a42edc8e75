"""The third layer: the rules of an edition that no schema can say."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from tei_archive.model import Finding
from tei_archive.validating.batch import Batch, Group, Outcome, XmlFile
from tei_archive.validating.rules.completeness import (
    find_uncalled_notes,
    find_undescribed_documents,
    find_unnamed_correspondents,
    find_vain_calls,
)
from tei_archive.validating.rules.dates import (
    find_backward_intervals,
    find_bad_dates,
    find_early_receipts,
    find_implausible_dates,
)
from tei_archive.validating.rules.ids import find_misnamed_documents, find_repeated_documents, find_repeated_ids
from tei_archive.validating.rules.numbering import find_flaws_of_numbering
from tei_archive.validating.rules.references import find_broken_references
from tei_archive.validating.rules.replies import find_flaws_of_replies, find_wrong_directions

FileRule = Callable[[XmlFile], Iterable[Finding]]
GroupRule = Callable[[Group], Iterable[Finding]]

FILE_RULES: Final[Mapping[str, FileRule]] = MappingProxyType(
    {
        "ids-in-file": find_repeated_ids,
        "id-and-name": find_misnamed_documents,
        "dates": find_bad_dates,
        "intervals": find_backward_intervals,
        "receipt": find_early_receipts,
        "direction": find_wrong_directions,
        "correspondents": find_unnamed_correspondents,
        "description": find_undescribed_documents,
        "calls": find_vain_calls,
    }
)

# Rules that need to see the other files of the edition.
GROUP_RULES: Final[Mapping[str, GroupRule]] = MappingProxyType(
    {
        "ids-in-edition": find_repeated_documents,
        "references": find_broken_references,
        "plausible-dates": find_implausible_dates,
        "replies": find_flaws_of_replies,
        "notes": find_uncalled_notes,
        "numbering": find_flaws_of_numbering,
    }
)


def check_rules(batch: Batch) -> Outcome:
    """Try every rule on every file and on every group of files; the other layers ask less of where tags stand."""
    findings = [finding for file in batch.files for rule in FILE_RULES.values() for finding in rule(file)]
    findings += [finding for group in batch.groups for rule in GROUP_RULES.values() for finding in rule(group)]
    for file in batch.files:
        file.tags.forget()
    return Outcome(tuple(findings), batch)
