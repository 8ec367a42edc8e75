from .bibtex import as_bibtex
from .csl import as_csl_json
from .reference import Reference, cite
from .ris import as_ris

__all__ = ["Reference", "as_bibtex", "as_csl_json", "as_ris", "cite"]
