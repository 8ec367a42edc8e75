"""What docs/ci.md gives to copy, and the files of continuous integration, as tests read them."""

from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PAGE = REPOSITORY / "docs" / "ci.md"
HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"
ACTION = REPOSITORY / ".github" / "actions" / "validate" / "action.yml"
WORKFLOW = REPOSITORY / ".github" / "workflows" / "ci.yml"
CI_RUN = REPOSITORY / ".ci" / "run"

COMMIT, GITHUB, GITLAB = "Before each commit", "GitHub", "GitLab"


def snippets(heading: str, language: str = "yaml") -> list[str]:
    """The code blocks of a language below a heading of the page."""
    found, below = [], ""
    tokens = MarkdownIt().parse(PAGE.read_text(encoding="utf-8"))
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is not None and before.type == "heading_open":
            below = token.content
        elif token.type == "fence" and token.info == language and below == heading:
            found.append(token.content)
    return found


def loaded(text: str) -> Any:
    """YAML as GitHub and GitLab read it: `on` is a word, not a truth value."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # the loader that knows text alone


def scripts(action: Any) -> dict[str, str]:
    """The shell scripts of a composite action by the id of their step."""
    return {step["id"]: step["run"] for step in action["runs"]["steps"] if "run" in step}
