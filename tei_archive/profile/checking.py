"""A profile file → findings: what is wrong with it, rule by rule, each with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from tei_archive.errors import Location
from tei_archive.model import Finding, Severity
from tei_archive.profile.build import RULES, build_profile, check_rule, fragments_of
from tei_archive.profile.lexicon import dated_words
from tei_archive.profile.loading import extended, parse_profile, read_profile
from tei_archive.profile.rules import Rule
from tei_archive.profile.tables import HEAD_KEYS, KNOWN_TABLES, RULE_TABLES, Tables, check_tables
from tei_archive.profile.trials import find_stronger, is_slow, is_switched_off, is_too_long, reads

_GUIDE = "see docs/profiles.md"
_TABLE = re.compile(r"\s*\[+\s*(\w+)\s*\]+")
_ID = re.compile(r"""\s*id\s*=\s*["']([^"']+)["']""")


class Code(Enum):
    """A kind of finding: its code, its severity, and one line that explains it."""

    UNUSABLE = ("TP001", Severity.ERROR, "A table or key is not known, or does not hold what it must.")
    BROKEN_RULE = ("TP002", Severity.ERROR, "A rule lacks a key, has one that is not known, or is no pattern.")
    UNREAD = ("TP101", Severity.ERROR, "A rule does not read an example that it must read.")
    MISREAD = ("TP102", Severity.ERROR, "A rule reads an example that it must not read.")
    NEVER_WINS = ("TP201", Severity.WARNING, "A rule is never taken on any of its examples.")
    SLOW = ("TP202", Severity.WARNING, "A pattern takes more than linear time on a text that almost matches.")


@dataclass(frozen=True, slots=True)
class ProfileCheck:
    """What was found in a profile, and how much was looked at."""

    path: str
    findings: tuple[Finding, ...]
    own: int = 0
    inherited: int = 0
    examples: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class _File:
    """A profile file: where its tables and rules stand, as lines."""

    path: str
    raw: Mapping[str, object]
    tables: Mapping[str, int]
    ids: Mapping[tuple[str, str], int]

    def finding(self, code: Code, message: str, line: int | None = None, hint: str = _GUIDE) -> Finding:
        """Make a finding at a line of the file."""
        name, severity, _ = code.value
        return Finding(name, severity, message, Location(self.path, line), hint)


@dataclass(frozen=True, slots=True)
class _Tried:
    """A rule that could be built, the table that it stands in, and its line; None where it is inherited."""

    rule: Rule
    table: str
    line: int | None


def check_profile(name: str) -> ProfileCheck:
    """Check a profile by its name, or from a path to a TOML file: all that is wrong with it, in order.

    Raises `ProfileError` where there is none, or the file is not TOML.
    """
    text, path = read_profile(name)
    file = _File(path, parse_profile(text, path), *_lines(text))
    unknown = tuple(_find_unknown(file))
    try:
        own = check_tables({key: value for key, value in file.raw.items() if key in KNOWN_TABLES})
        merged = extended(own)
        fragments = fragments_of(merged, dated_words(merged))
    except (KeyError, ValueError) as error:
        return ProfileCheck(path, (*unknown, file.finding(Code.UNUSABLE, _message(error), _line_of(error, file))))
    broken: list[Finding] = []
    tried = tuple(_build(merged, fragments, file, broken))
    if not broken:
        unknown = (*unknown, *_find_unusable(merged, file))
    findings = (*unknown, *broken, *_find_flaws(tried, file))
    ours = [one for one in tried if one.line is not None]
    examples = sum(len(one.rule.examples.yes) + len(one.rule.examples.no) for one in tried)
    return ProfileCheck(path, findings, len(ours), len(tried) - len(ours), examples)


def _lines(text: str) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """The lines where tables begin, and where the ids of rules stand, by table and id."""
    tables: dict[str, int] = {}
    ids: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = found[1]
            tables.setdefault(table, number)
        elif found := _ID.match(line):
            ids.setdefault((table, found[1]), number)
    return tables, ids


def _find_unknown(file: _File) -> Iterator[Finding]:
    """Report tables, and keys of `[profile]`, that nobody reads."""
    for name in file.raw:
        if name not in KNOWN_TABLES:
            message = f"unknown table [{name}]; known: {', '.join(KNOWN_TABLES)}"
            yield file.finding(Code.UNUSABLE, message, file.tables.get(name))
    head = file.raw.get("profile")
    for key in head if isinstance(head, dict) else ():
        if key not in HEAD_KEYS:
            message = f"[profile]: unknown key {key}; known: {', '.join(HEAD_KEYS)}"
            yield file.finding(Code.UNUSABLE, message, file.tables.get("profile"))


def _find_unusable(merged: Tables, file: _File) -> Iterator[Finding]:
    """Report what is wrong with the profile as a whole where each rule is sound."""
    try:
        build_profile(merged)
    except ValueError as error:
        yield file.finding(Code.UNUSABLE, _message(error), file.tables.get("profile"))


def _build(merged: Tables, fragments: Mapping[str, str], file: _File, broken: list[Finding]) -> Iterator[_Tried]:
    """Build each rule; one that cannot be built is entered among the broken."""
    for table in RULE_TABLES:
        for rule_id, entry in merged.rules[table].items():
            line = file.ids.get((table, rule_id))
            try:
                rule = RULES[table](entry, fragments)
                check_rule(rule)
            except ValueError as error:
                broken.append(file.finding(Code.BROKEN_RULE, str(error), line))
            else:
                yield _Tried(rule, table, line)


def _find_flaws(tried: tuple[_Tried, ...], file: _File) -> Iterator[Finding]:
    """Try every rule on its examples; those of the file itself also against the others, and for their speed."""
    rules = tuple(one.rule for one in tried)
    for one in tried:
        if is_switched_off(one.rule):
            continue
        flaws = tuple(_find_wrong_examples(one, file))
        yield from flaws
        if one.line is not None:
            yield from () if flaws else _find_never_winning(one, rules, file)
            yield from _find_slow(one, file)


def _find_wrong_examples(one: _Tried, file: _File) -> Iterator[Finding]:
    trials: tuple[tuple[Code, tuple[str, ...], Callable[[bool], bool], str], ...] = (
        (Code.UNREAD, one.rule.examples.yes, lambda read: not read, "does not read its example"),
        (Code.MISREAD, one.rule.examples.no, lambda read: read, "reads what it must not"),
    )
    for code, examples, is_wrong, verdict in trials:
        for text in examples:
            if is_wrong(reads(one.rule, text)):
                hint = "correct the pattern, or the example" if one.line else "words of this profile change the rule"
                yield file.finding(code, f"rule {_name(one)} {verdict} “{text}”", one.line, hint)


def _find_never_winning(one: _Tried, rules: tuple[Rule, ...], file: _File) -> Iterator[Finding]:
    if is_too_long(one.rule):
        message = f"rule {one.rule.id} is not tried on any of its examples: they have more characters than `longest`"
        yield file.finding(Code.NEVER_WINS, message, one.line, "give it a greater `longest`")
    elif stronger := find_stronger(one.rule, rules):
        message = f"rule {one.rule.id} never wins: {stronger.id} reads all its examples and is preferred"
        yield file.finding(Code.NEVER_WINS, message, one.line, "give it more weight, or an example of its own")


def _find_slow(one: _Tried, file: _File) -> Iterator[Finding]:
    if is_slow(one.rule):
        message = f"rule {one.rule.id} takes more than linear time on a text that almost matches"
        hint = "no repetition inside a repetition, and bounds instead of `+` and `*`: `.{1,80}?`"
        yield file.finding(Code.SLOW, message, one.line, hint)


def _name(one: _Tried) -> str:
    return one.rule.id if one.line else f"{one.rule.id}, which is inherited,"


def _message(error: KeyError | ValueError) -> str:
    return f"[profile] has no {error.args[0]}" if isinstance(error, KeyError) else str(error)


def _line_of(error: KeyError | ValueError, file: _File) -> int | None:
    """The line of the table that an error names, or of `[profile]`."""
    named = (line for table, line in file.tables.items() if f"[{table}]" in _message(error))
    return next(named, file.tables.get("profile"))
