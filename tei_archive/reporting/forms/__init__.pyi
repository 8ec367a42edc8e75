from .github import as_github
from .gitlab import as_gitlab
from .gnu import as_gnu
from .json import as_json, as_json_lines
from .junit import as_junit
from .markdown import as_markdown
from .sarif import as_sarif
from .statistics import as_statistics
from .summary import summary
from .table import REPORTERS, Reporter
from .text import as_text

__all__ = [
    "REPORTERS",
    "Reporter",
    "as_github",
    "as_gitlab",
    "as_gnu",
    "as_json",
    "as_json_lines",
    "as_junit",
    "as_markdown",
    "as_sarif",
    "as_statistics",
    "as_text",
    "summary",
]
