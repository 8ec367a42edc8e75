from .edition_json import EditionJson
from .format import Format
from .html import Site
from .output import OutputFile
from .tables import LettersTable
from .texts import LetterTexts, VolumeText
from .volume import TeiVolume

__all__ = ["EditionJson", "Format", "LetterTexts", "LettersTable", "OutputFile", "Site", "TeiVolume", "VolumeText"]
