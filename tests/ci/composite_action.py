"""A composite action run as GitHub's runner runs it: step by step, in bash, with files for outputs and summary.

Steps that use another action (`uses:`) cannot be run here. What they would give stands in `GIVEN`.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ci_page import ACTION, loaded

# GitHub's own line for `shell: bash`.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
GIVEN = {"steps.python.outputs.python-path": sys.executable}
FOREIGN = ("GITHUB_", "GIT_", "RUNNER_", "INPUT_")


@dataclass(frozen=True, slots=True)
class Step:
    """What a step of an action left behind."""

    code: int
    stdout: str
    stderr: str
    outputs: Mapping[str, str]
    summary: str

    @property
    def annotations(self) -> list[dict[str, str]]:
        """The workflow commands on standard output, on which there must be nothing else."""
        return [_annotation(line) for line in self.stdout.splitlines()]


@dataclass(frozen=True, slots=True)
class Runner:
    """A runner's folders: the checkout of whoever uses the action, and a temporary one."""

    workspace: Path
    temporary: Path
    more: Mapping[str, str] = field(default_factory=dict)

    def run(self, step_id: str, inputs: Mapping[str, str] | None = None) -> Step:
        """Run the script of a step, with the inputs that a workflow gives and the defaults of the others."""
        action = loaded(ACTION.read_text(encoding="utf-8"))
        [step] = [step for step in action["runs"]["steps"] if step.get("id") == step_id]
        assert step["shell"] == "bash"
        defaults = {name: given["default"] for name, given in action["inputs"].items()}
        assert set(inputs or {}) <= set(defaults)
        known = {f"inputs.{name}": value for name, value in (defaults | dict(inputs or {})).items()} | GIVEN
        script, output, summary = (self.temporary / f"{step_id}-{name}" for name in ("script.sh", "output", "summary"))
        script.write_text(step["run"], encoding="utf-8")
        output.touch()
        summary.write_bytes(b"")
        own = {name: EXPRESSION.sub(lambda found: known[found[1]], value) for name, value in step["env"].items()}
        environment = self._environment() | {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)} | own
        done = subprocess.run(
            [*BASH, script], cwd=self.workspace, env=environment, capture_output=True, text=True, check=False
        )
        outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return Step(done.returncode, done.stdout, done.stderr, outputs, summary.read_text(encoding="utf-8"))

    def _environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        return ours | {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ACTION.parent),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
            **self.more,
        }


def _annotation(line: str) -> dict[str, str]:
    found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    assert found, f"no annotation: {line}"
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    return {"severity": found[1], "message": found[3]} | properties
