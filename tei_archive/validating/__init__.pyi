from .batch import Batch, Given, Outcome, SchematronChoice
from .catalogue import CodeEntry, explain_codes
from .codes import Code
from .collect import collect_files
from .edits import Mended, mend
from .fixes import is_applied
from .kept_findings import Memory
from .kept_runs import Run
from .layers import LAYERS, validate_files
from .selection import apply_selections, read_selections
from .sharing import check_against_schemas

__all__ = [
    "LAYERS",
    "Batch",
    "Code",
    "CodeEntry",
    "Given",
    "Memory",
    "Mended",
    "Outcome",
    "Run",
    "SchematronChoice",
    "apply_selections",
    "check_against_schemas",
    "collect_files",
    "explain_codes",
    "is_applied",
    "mend",
    "read_selections",
    "validate_files",
]
