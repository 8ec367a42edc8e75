from .errors import SchemaError
from .findings import Finding, Kind
from .names import ENGINES, NAMESPACES
from .paths import find_element
from .schema import Schema
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
