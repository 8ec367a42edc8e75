"""The codes of findings: what each means."""

from collections.abc import Mapping
from types import MappingProxyType

from tei_archive.validating import Code, CodeEntry, explain_codes

__all__ = ["FINDING_TITLES", "CodeEntry", "explain_codes"]

FINDING_TITLES: Mapping[str, str] = MappingProxyType({code.code: code.docs for code in Code})
