from .cmif import LetterIndex
from .deposit import Deposit, DepositArchive
from .deposit.payload import Part
from .edition_json import EditionJson
from .format import Format
from .graph import CorrespondenceGraph, GraphForm, GraphOf
from .html import Site, has_pagefind
from .html.plots import Plots
from .linked_data import LinkedData
from .output import OutputFile
from .tables import LAYOUTS, TABLES, CsvLayout, CsvTables, Workbook
from .texts import LetterTexts, VolumeText
from .volume import TeiVolume

__all__ = [
    "LAYOUTS",
    "TABLES",
    "CorrespondenceGraph",
    "CsvLayout",
    "CsvTables",
    "Deposit",
    "DepositArchive",
    "EditionJson",
    "Format",
    "GraphForm",
    "GraphOf",
    "LetterIndex",
    "LetterTexts",
    "LinkedData",
    "OutputFile",
    "Part",
    "Plots",
    "Site",
    "TeiVolume",
    "VolumeText",
    "Workbook",
    "has_pagefind",
]
