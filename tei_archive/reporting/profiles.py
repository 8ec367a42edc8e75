"""The profiles that come with the program, as a table and as JSON."""

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table

from tei_archive.api import ProfileSummary
from tei_archive.reporting.json_text import json_text


def profiles_table(profiles: Sequence[ProfileSummary]) -> RenderableType:
    """Give back a row a profile: its name, what it is for, its language and what it extends."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("name", no_wrap=True, style="cyan")
    for title in ("what it is for", "language", "extends"):
        table.add_column(title, overflow="fold")
    for profile in profiles:
        table.add_row(profile.name, profile.title, profile.language, profile.extends or "")
    return table


def profiles_json(profiles: Sequence[ProfileSummary]) -> str:
    """Give back the profiles as a JSON list."""
    return json_text(
        [
            {"name": found.name, "title": found.title, "language": found.language, "extends": found.extends}
            for found in profiles
        ]
    )
