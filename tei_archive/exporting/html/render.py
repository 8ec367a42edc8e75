"""Pages from templates: what Jinja knows about the edition, and how it escapes."""

import re
from collections.abc import Mapping
from pathlib import Path

from babel import Locale, UnknownLocaleError
from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

import tei_archive
from tei_archive.errors import ExportError, Location
from tei_archive.exporting.html.links import is_web_address
from tei_archive.exporting.html.overrides import OURS, templates_of
from tei_archive.exporting.html.texts import LANGUAGE, count, say
from tei_archive.model import Project

# The marks and overrides of the bidirectional algorithm (UAX 9): harmless in a `bdi`, not in a title or an attribute.
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

SECTIONS = (
    ("letters", "index.html"),
    ("chains", "chains.html"),
    ("persons", "persons.html"),
    ("about", "about.html"),
)


def build_templates(folder: Path, project: Project) -> ImmutableSandboxedEnvironment:
    """Give back the templates of an edition: its own first, ours after them and, by the name `default/…`, beside them.

    An edition may come from somebody else, so its templates run in Jinja's sandbox.
    """
    ours = FileSystemLoader(OURS / "templates")
    own = FileSystemLoader(templates_of(folder))
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([own, ours, PrefixLoader({"default": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "say": say,
        "count": count,
        "language": LANGUAGE,
        "project": project,
        "sections": SECTIONS,
        "tool": f"tei-archive {tei_archive.__version__}",
    }
    environment.filters |= {"plain": _plain, "direction": text_direction}
    environment.tests["web"] = is_web_address
    return environment


def render_page(
    environment: ImmutableSandboxedEnvironment, path: str, template: str, values: Mapping[str, object]
) -> bytes:
    """Give back a page of the site; `ExportError` where a template of the edition does not work."""
    root = "../" * path.count("/")
    try:
        return environment.get_template(template).render(**values, path=path, root=root).encode()
    except TemplateError as error:
        name = getattr(error, "name", None) or template
        raise ExportError(
            f"the template does not work: {error}",
            Location(name, getattr(error, "lineno", None)),
            hint="docs/edition.md lists what a template may use",
        ) from error


def text_direction(language: str) -> str:
    """Give back the direction of a language's script; `auto` where the language is not known."""
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


def _plain(text: str) -> str:
    return _DIRECTION_MARKS.sub("", text)
