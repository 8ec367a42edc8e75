"""Layout: a tree as bytes, each block on a line of its own and untouched inside."""

from lxml import etree

from tei_archive.tei.names import qualified

# White space may be put only into elements that TEI gives no text of the source; everything else stays on its line.
_BROKEN = frozenset(
    qualified(name)
    for name in """
    teiCorpus TEI teiHeader fileDesc titleStmt respStmt editionStmt publicationStmt seriesStmt sourceDesc encodingDesc
    projectDesc editorialDecl listPrefixDef classDecl taxonomy appInfo application profileDesc langUsage textClass
    keywords correspDesc correspAction correspContext revisionDesc standOff listPerson person listOrg org listPlace
    place text body div opener closer postscript
    """.split()  # noqa: SIM905 - a list of names reads better than a list of quoted names
)
_BIBL = qualified("bibl")
_STEP = "  "


def serialize(root: etree._Element) -> bytes:
    """Give back the tree as UTF-8 with XML declaration and a line feed at the end; the same tree, the same bytes."""
    break_lines(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="UTF-8") + b"\n"


def break_lines(root: etree._Element) -> None:
    """Put each block of a tree on a line of its own; what has white space of its own is left as it is."""
    _break_lines(root, "\n")


def _break_lines(element: etree._Element, margin: str) -> None:
    if not _is_broken(element):
        return
    element.text = margin + _STEP
    for child in element:
        _break_lines(child, margin + _STEP)
        child.tail = margin + _STEP
    element[-1].tail = margin


def _is_broken(element: etree._Element) -> bool:
    if element.tag not in _BROKEN and not _is_list_of_facts(element):
        return False
    return len(element) > 0 and not element.text and not any(child.tail for child in element)


def _is_list_of_facts(element: etree._Element) -> bool:
    return element.tag == _BIBL and element.get("type") != "archival"
