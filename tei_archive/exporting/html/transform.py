"""The text of a document as HTML, through the XSLT stylesheet."""

from collections.abc import Callable, Container
from pathlib import Path

from lxml import etree
from markupsafe import Markup

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.html.overrides import OURS, stylesheet_of
from tei_archive.exporting.html.texts import Texts, text_direction
from tei_archive.tei import EncodedDocument

Transform = Callable[[EncodedDocument, Container[str]], Markup]

# An edition's stylesheet imports ours by this name, wherever ours is installed.
_OURS = "tei-archive:tei.xsl"

# The namespace of our functions: `gettext` gives a text of the interface, `direction` that of a language.
_NAMESPACE = "https://www.gnu.org/software/gettext"

_NOTHING = etree.XSLTAccessControl(  # type: ignore[call-arg] # the stubs leave its arguments out
    read_file=False, write_file=False, create_dir=False, read_network=False, write_network=False
)


class _Resolver(etree.Resolver):
    """Finds our stylesheet for one that imports it."""

    def resolve(self, system_url: str, _: str, context: object) -> object:  # type: ignore[override] # as above
        if system_url != _OURS:
            return None
        return self.resolve_string((OURS / "tei.xsl").read_bytes(), context, base_url=_OURS)


def build_transform(folder: Path, texts: Texts) -> Transform:
    """Give back what turns a TEI document into HTML, given the pointers that have a page.

    Raises `ExportError` where the stylesheet of the edition does not work.
    """
    path = stylesheet_of(folder)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parser.resolvers.add(_Resolver())
    try:
        # It may come from somebody else: it reads nothing but itself, and writes nothing.
        stylesheet = etree.XSLT(etree.parse(path, parser), access_control=_NOTHING, extensions=_functions(texts))
    except etree.LxmlError as error:
        raise _failure(path, error) from error

    def transform(encoded: EncodedDocument, pages: Container[str]) -> Markup:
        known = " ".join(sorted(pointer for pointer in _pointers(encoded) if pointer in pages))
        try:
            result = stylesheet(encoded.root, profile_run=False, known=etree.XSLT.strparam(f" {known} "))
        except etree.LxmlError as error:
            raise _failure(path, error) from error
        # The serializer escapes what is text in the TEI; only the stylesheet makes elements.
        return Markup(etree.tostring(result, method="html", encoding="unicode"))  # noqa: S704

    return transform


def _functions(texts: Texts) -> dict[tuple[str, str], Callable[[object, str], str]]:
    return {
        (_NAMESPACE, "gettext"): lambda _, message: texts.gettext(message),
        (_NAMESPACE, "direction"): lambda _, language: text_direction(language),
    }


def _pointers(encoded: EncodedDocument) -> frozenset[str]:
    """Give back the pointers of a document, each without the place in the document that it leads to."""
    values = (element.get(name, "") for element in encoded.root.iter("*") for name in ("ref", "target"))
    return frozenset(pointer.partition("#")[0] for value in values for pointer in value.split())


def _failure(path: Path, error: etree.LxmlError) -> ExportError:
    return ExportError(
        f"the stylesheet does not work: {error}", Location(str(path)), hint=f"it may import ours by the name {_OURS}"
    )
