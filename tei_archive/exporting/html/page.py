"""What a page of the site is."""

from dataclasses import dataclass

_UNLISTED = frozenset({"permalink.html", "withdrawn.html"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, its template, its title, and what the template shows."""

    path: str
    template: str
    title: str
    view: object

    @property
    def is_listed(self) -> bool:
        """Whether it is to be found by itself; what only leads on, or says that something is gone, is not."""
        return self.template not in _UNLISTED
