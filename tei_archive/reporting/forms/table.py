"""The forms of findings by name; what makes one is loaded when it is wanted."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tei_archive.api import ValidationReport
from tei_archive.reporting import forms

Reporter = Callable[[ValidationReport], str]

_FORMS = ("text", "gnu", "github", "gitlab", "json", "json-lines", "sarif", "junit", "markdown")


def _load_when_called(form: str) -> Reporter:
    def report_in_form(report: ValidationReport) -> str:
        make: Reporter = getattr(forms, f"as_{form.replace('-', '_')}")
        return make(report)

    return report_in_form


REPORTERS: Mapping[str, Reporter] = MappingProxyType({form: _load_when_called(form) for form in _FORMS})
