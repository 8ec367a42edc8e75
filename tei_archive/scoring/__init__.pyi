from .comparison import compare
from .editions import read_items, shared_texts
from .losslessness import find_altered
from .values import FIELDS, FIGURES, Comparison, Difference, Figure, Item, Kind, Value

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
