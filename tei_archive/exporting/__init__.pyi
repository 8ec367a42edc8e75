from .format import Format
from .html import Site
from .output import OutputFile
from .tables import LettersTable

__all__ = ["Format", "LettersTable", "OutputFile", "Site"]
