"""What `profile check` found, as text and as JSON."""

from __future__ import annotations

from tei_archive.api import ProfileCheck
from tei_archive.reporting.forms.excerpt import line_reader
from tei_archive.reporting.forms.json import json_entry
from tei_archive.reporting.forms.text import text_lines
from tei_archive.reporting.json_text import json_text
from tei_archive.reporting.words import counted, visible


def profile_check_text(check: ProfileCheck) -> str:
    """Give back a line a finding, with its hint, and a last line that says what was looked at."""
    read_lines = line_reader()
    lines = [line for finding in check.findings for line in text_lines(finding, read_lines)]
    return "\n".join((*lines, _summary(check)))


def profile_check_json(check: ProfileCheck) -> str:
    """Give back one JSON object: the findings, and how many rules and examples were looked at."""
    return json_text(
        {
            "file": check.path,
            "rules": check.own,
            "inherited_rules": check.inherited,
            "examples": check.examples,
            "findings": [json_entry(finding) for finding in check.findings],
        }
    )


def _summary(check: ProfileCheck) -> str:
    rules = f"{counted(check.own, 'rule')}, {check.inherited} inherited, {counted(check.examples, 'example')}"
    found = counted(len(check.findings), "finding") if check.findings else "nothing found"
    return visible(f"{check.path}: {rules}: {found}")
