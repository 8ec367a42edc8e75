"""What a page of the site is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, its template, its title, and what the template shows."""

    path: str
    template: str
    title: str
    view: object
