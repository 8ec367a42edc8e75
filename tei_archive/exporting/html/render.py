"""Pages from templates: what Jinja knows about the edition, and how it escapes."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

import tei_archive
from tei_archive.errors import ExportError, Location
from tei_archive.exporting.html.drawing.svg import Figure, drawn
from tei_archive.exporting.html.links import absolute, is_web_address
from tei_archive.exporting.html.overrides import OURS, templates_of
from tei_archive.exporting.html.texts import Texts, msgid, plain, text_direction
from tei_archive.model import Project

# What a mistake in a template may raise besides the errors of Jinja: 1 / 0, "a" + 1, a template that includes itself.
_MISTAKES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

SECTIONS = (
    (msgid("Documents"), "index.html"),
    (msgid("Search"), "search.html"),
    (msgid("Chronology"), "chronology.html"),
    (msgid("Exchanges"), "chains.html"),
    (msgid("Persons"), "persons.html"),
    (msgid("Places"), "places.html"),
    (msgid("About"), "about.html"),
)

# Pages that stand side by side in one section; each leads to the others.
GROUPS = (
    ((msgid("Exchanges"), "chains.html"), (msgid("Pairs"), "pairs.html"), (msgid("Network"), "network.html")),
    (
        (msgid("The edition"), "about.html"),
        (msgid("Statistics"), "statistics.html"),
        (msgid("To be checked"), "review.html"),
        (msgid("Encoding"), "encoding.html"),
    ),
)


def build_templates(folder: Path, project: Project, texts: Texts, *, has_feed: bool) -> Environment:
    """Give back the templates of an edition: its own first, ours after them and, by the name `default/…`, beside them.

    An edition may come from somebody else, so templates run in Jinja's sandbox where it brings any; ours alone do
    without, in half the time.
    """
    ours = FileSystemLoader(OURS / "templates")
    own = FileSystemLoader(templates_of(folder))
    kind = ImmutableSandboxedEnvironment if templates_of(folder).is_dir() else Environment
    environment = kind(
        loader=ChoiceLoader([own, ours, PrefixLoader({"default": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined] # the extension adds it
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals |= _lookups(texts) | {
        "language": texts.language,
        "project": project,
        "sections": SECTIONS,
        "groups": GROUPS,
        "address": partial(absolute, project.base_url),
        "has_feed": has_feed,
        "tool": f"tei-archive {tei_archive.__version__}",
    }
    environment.filters |= {
        "day": texts.day,
        "direction": text_direction,
        "drawing": drawing,
        "number": texts.number,
        "percent": texts.percent,
        "plain": plain,
    }
    environment.tests["web"] = is_web_address
    return environment


def render_page(environment: Environment, path: str, template: str, values: Mapping[str, object]) -> bytes:
    """Give back a page of the site; `ExportError` where a template of the edition does not work."""
    root = "../" * path.count("/")
    try:
        return environment.get_template(template).render(**values, path=path, root=root).encode()
    except TemplateError as error:
        raise _failure(error, template) from error
    except _MISTAKES as error:
        if not environment.sandboxed:  # the mistake is not in a template of the edition, so it is ours
            raise
        raise _failure(error, template) from error


def _failure(error: Exception, template: str) -> ExportError:
    return ExportError(
        f"the template does not work: {error}",
        _place(error) or Location(template),
        hint="docs/edition.md lists what a template may use",
    )


def _place(error: Exception) -> Location | None:
    """Find the line of a template that is to blame: the innermost, since Jinja lists its templates among the calls."""
    if isinstance(error, TemplateSyntaxError):
        return Location(error.filename or error.name or "", error.lineno) if error.filename or error.name else None
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    places = [Location(name, line) for name, line in frames if name.endswith(".html")]
    return places[-1] if places else None


def drawing(figure: Figure) -> Markup:
    """Give back the drawing of a figure as a part of a page."""
    # The serializer escapes what is text; only our code makes elements.
    return Markup(etree.tostring(drawn(figure), encoding="unicode"))  # noqa: S704


def _lookups(texts: Texts) -> dict[str, Callable[..., Markup]]:
    """Give back gettext's functions for templates.

    A text holds no markup: it is escaped, and so is what fills its blanks unless a template made it.
    """

    def gettext(message: str, /, **values: object) -> Markup:
        return _filled(texts.translations.gettext(message), values)

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        return _filled(texts.translations.pgettext(context, message), values)

    def ngettext(singular: str, plural: str, num: int, /, **values: object) -> Markup:
        message = texts.translations.ngettext(singular, plural, num)
        return _filled(message, {**values, "num": texts.number(num)})

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext}


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    blanks = {name: value if isinstance(value, Markup) else plain(str(value)) for name, value in values.items()}
    return escape(message) % blanks
