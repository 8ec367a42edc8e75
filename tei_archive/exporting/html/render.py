"""Pages from templates: what Jinja knows about the edition, and how it escapes."""

from collections.abc import Mapping
from pathlib import Path

from babel import Locale, UnknownLocaleError
from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

import tei_archive
from tei_archive.errors import ExportError, Location
from tei_archive.exporting.html.links import is_web_address
from tei_archive.exporting.html.overrides import OURS, templates_of
from tei_archive.exporting.html.texts import LANGUAGE, count, plain, say
from tei_archive.model import Project

SECTIONS = (
    ("letters", "index.html"),
    ("chains", "chains.html"),
    ("persons", "persons.html"),
    ("places", "places.html"),
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
    environment.filters |= {"plain": plain, "direction": text_direction}
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
        where = Location(error.name or template, error.lineno) if isinstance(error, TemplateSyntaxError) else None
        raise ExportError(
            f"the template does not work: {error}",
            where or Location(template),
            hint="docs/edition.md lists what a template may use",
        ) from error


def text_direction(language: str) -> str:
    """Give back the direction of a language's script; `auto` where the language is not known."""
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"
