"""Git as the tests use it: nobody's settings, the same day, and so the same commits."""

import os
import subprocess
from pathlib import Path

_DAY = "2026-01-01T00:00:00Z"
_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Reiner",
    "GIT_AUTHOR_EMAIL": "reiner@example.org",
    "GIT_AUTHOR_DATE": _DAY,
    "GIT_COMMITTER_NAME": "Reiner",
    "GIT_COMMITTER_EMAIL": "reiner@example.org",
    "GIT_COMMITTER_DATE": _DAY,
}


def environment(**more: str) -> dict[str, str]:
    """The variables of this process without those of git and GitHub, and with settings of our own."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    return ours | _SETTINGS | more


def git(folder: Path, *words: str, **more: str) -> str:
    """Run git in a folder and give back what it writes."""
    command = ["git", *words]
    done = subprocess.run(command, cwd=folder, env=environment(**more), capture_output=True, text=True, check=True)
    return done.stdout


def commit_all(folder: Path, message: str) -> str:
    """Commit everything, whatever a hook may say, and give back the name of the commit."""
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", message)
    return git(folder, "rev-parse", "HEAD").strip()
