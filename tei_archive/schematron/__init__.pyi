from .errors import SchemaError
from .findings import Finding, Kind
from .paths import find_element
from .schema import ENGINES, Schema
from .sources import NAMESPACES
from .values import Fault, Notice, Severity

__all__ = [
    "ENGINES",
    "NAMESPACES",
    "Fault",
    "Finding",
    "Kind",
    "Notice",
    "Schema",
    "SchemaError",
    "Severity",
    "find_element",
]
