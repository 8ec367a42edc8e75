"""Forms of findings, for people and for other programs. A new form is one new line in the table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tei_archive.api import ValidationReport
from tei_archive.reporting.forms.github import as_github
from tei_archive.reporting.forms.gitlab import as_gitlab
from tei_archive.reporting.forms.json import as_json, as_json_lines
from tei_archive.reporting.forms.junit import as_junit
from tei_archive.reporting.forms.markdown import as_markdown
from tei_archive.reporting.forms.sarif import as_sarif
from tei_archive.reporting.forms.text import as_gnu, as_text

Reporter = Callable[[ValidationReport], str]

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": as_text,
        "gnu": as_gnu,
        "github": as_github,
        "gitlab": as_gitlab,
        "json": as_json,
        "json-lines": as_json_lines,
        "sarif": as_sarif,
        "junit": as_junit,
        "markdown": as_markdown,
    }
)
