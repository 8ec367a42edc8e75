from .faults import Kind
from .schema import Schema
from .schema_error import SchemaError
from .validation import Violation

__all__ = ["Kind", "Schema", "SchemaError", "Violation"]
