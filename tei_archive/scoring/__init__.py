"""Scoring: how far a machine's encoding agrees with one that was corrected by hand, and where the two differ."""

from tei_archive.scoring.comparison import compare
from tei_archive.scoring.editions import read_items, shared_texts
from tei_archive.scoring.losslessness import find_altered
from tei_archive.scoring.values import FIELDS, FIGURES, Comparison, Difference, Figure, Item, Kind, Value

__all__ = [
    "FIELDS",
    "FIGURES",
    "Comparison",
    "Difference",
    "Figure",
    "Item",
    "Kind",
    "Value",
    "compare",
    "find_altered",
    "read_items",
    "shared_texts",
]
