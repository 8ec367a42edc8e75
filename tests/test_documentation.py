"""What the documents say is so: commands and options exist, links lead somewhere, versions agree."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import tei_archive
from tei_archive.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
PAGES = [*sorted(REPOSITORY.glob("*.md")), *sorted((REPOSITORY / "docs").rglob("*.md"))]

FENCED = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^ *(?:\$ )?((?:\S*/)?tei-archive|make) +(\S.*)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)|<img[^>]+src=\"(?!https?:)([^\"]+)\"")
TARGET = re.compile(r"^([a-z]+):.*##", re.MULTILINE)


def blocks(page: Path) -> str:
    """The code blocks of a page."""
    return "\n".join(FENCED.findall(page.read_text(encoding="utf-8")))


def named(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command in a text: the program and its arguments, up to a pipe or a redirection."""
    for program, line in COMMAND.findall(text.replace("\\\n", " ")):
        simple = re.split(r"[|;>]|&&", line)[0]
        yield program.rsplit("/", 1)[-1], shlex.split(simple, comments=True)


def complaint(arguments: list[str]) -> str | None:
    """What is wrong with the arguments of a `tei-archive` that a page names."""
    command: click.Command = main
    words = iter(arguments)
    for word in words:
        if isinstance(command, click.Group) and not word.startswith("-"):
            found = command.get_command(click.Context(command), word)
            if found is None:
                return f"{command.name} has no command {word}"
            command = found
        elif word.startswith("-") and word.split("=")[0] not in _options(command):
            return f"{command.name} has no option {word}"
    return None


def commands(group: click.Group = main) -> Iterator[click.Command]:
    """All commands, those in groups too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield command
        if isinstance(command, click.Group):
            yield from commands(command)


def _options(command: click.Command) -> set[str]:
    parameters = command.get_params(click.Context(command))
    return {name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)}


def _unknown_target(arguments: list[str]) -> str | None:
    targets = set(TARGET.findall((REPOSITORY / "Makefile").read_text(encoding="utf-8")))
    unknown = [word for word in arguments if "=" not in word and word not in targets]
    return f"no target {unknown[0]}" if unknown else None


def wrong(text: str) -> list[str]:
    """The commands in a text that do not exist, each with what is wrong."""
    return [
        f"{program} {' '.join(arguments)}: {found}"
        for program, arguments in named(text)
        if (found := (_unknown_target if program == "make" else complaint)(arguments))
    ]


def test_the_readme_names_the_commands() -> None:
    assert {program for program, _ in named(blocks(REPOSITORY / "README.md"))} == {"make", "tei-archive"}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_command_on_a_page_exists(page: Path) -> None:
    assert wrong(blocks(page)) == []


@pytest.mark.parametrize("command", list(commands()), ids=lambda command: command.name)
def test_every_command_in_a_help_text_exists(command: click.Command) -> None:
    assert list(named(command.help or "")), "a help text without an example"
    assert wrong(command.help or "") == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["segment", "letters.txt", "--out", "edition"], None),
        (["export", "csv", "edition"], None),
        (["--version"], None),
        (["cut", "letters.txt"], "main has no command cut"),
        (["segment", "letters.txt", "--output", "edition"], "segment has no option --output"),
        (["export", "docx", "edition"], "export has no command docx"),
    ],
)
def test_a_wrong_command_is_found(arguments: list[str], expected: str | None) -> None:
    assert complaint(arguments) == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_links_between_our_pages_lead_somewhere(page: Path) -> None:
    targets = [match[1] or match[2] for match in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = REPOSITORY / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(folder.glob("0*.md")) if f"({path.name})" not in listed] == []


def test_the_version_is_the_same_everywhere() -> None:
    citation = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^version: (\S+)$", citation, re.MULTILINE) == [tei_archive.__version__]
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == tei_archive.__version__


@pytest.mark.parametrize("target", ["demo", "test", "check", "score", "bench", "golden", "help"])
def test_make_help_lists_the_target(target: str) -> None:
    shown = subprocess.run(["make", "help"], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    assert re.search(rf"^  {target} +\S", shown, re.MULTILINE)
