"""Names by which the world outside knows what is here: the namespaces of Schematron, and our engines."""

from typing import Final

# The second is that of Schematron 1.5, which old schemas still use.
NAMESPACES: Final = frozenset({"http://purl.oclc.org/dsdl/schematron", "http://www.ascc.net/xml/schematron"})

ELEMENTPATH: Final = "elementpath"
SAXON: Final = "saxon"
ENGINES: Final = (ELEMENTPATH, SAXON)
