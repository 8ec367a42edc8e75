"""Tables → Profile: words turned into patterns and into our own types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypedDict, TypeVar

from tei_archive.model import Certainty, Label, MarkKind, Relation
from tei_archive.profile.folding import cue_form, fold
from tei_archive.profile.lexicon import DatedWords, build_lexicon, date_fragments, dated_words
from tei_archive.profile.locales import territory_names
from tei_archive.profile.patterns import NEVER, Pattern, PatternError, alternatives, split_guard, without_groups
from tei_archive.profile.rules import AgentRule, DateRule, Examples, LabelRule, MarkRule, MentionRule, OfficeRule, Rule
from tei_archive.profile.tables import Entry, TableError, Tables, is_number, is_texts
from tei_archive.profile.values import Dating, Profile, SignatureUse, Weights

E = TypeVar("E", bound=StrEnum)
_SEPARATOR = "agent_separator"
_SAME = "agent_same"
_HONORIFIC = "honorific"
_KEYS = {"id", "about", "pattern", "yes", "no"}


class _Common(TypedDict):
    """What every rule has."""

    id: str
    about: str
    pattern: Pattern
    examples: Examples


def build_profile(tables: Tables) -> Profile:
    """Build a profile. Raises `TableError` naming the rule; its patterns are looked at by `check_patterns`."""
    head = tables.head
    for key in ("name", "title", "language"):
        if key not in head:
            raise TableError(f"[profile] has no {key}")
    dated = dated_words(tables)
    fragments = fragments_of(tables, dated)
    return Profile(
        name=head["name"],
        title=head["title"],
        language=head["language"],
        extends=head.get("extends"),
        typical=Pattern(head["typical"], fragments) if "typical" in head else None,
        kinds={fold(word).casefold(): kind for word, kind in {**tables.kinds, **tables.records}.items()},
        lexicon=build_lexicon(dated, tables, fragments),
        places={fold(form).casefold(): name for name, forms in tables.places.items() for form in (name, *forms)},
        honorifics=tuple(fold(word).casefold() for word in tables.words.get(_HONORIFIC, ())),
        common={tag: frozenset(word.casefold() for word in words) for tag, words in tables.common.items()},
        separator=Pattern(fragments.get(_SEPARATOR, NEVER), fragments),
        same=Pattern(fragments.get(_SAME, NEVER), fragments),
        labels=tuple(_label(entry, fragments) for entry in tables.rules["label"].values()),
        agents=tuple(_agent(entry, fragments) for entry in tables.rules["agent"].values()),
        dates=tuple(_date(entry, fragments) for entry in tables.rules["date"].values()),
        mentions=tuple(_mention(entry, fragments) for entry in tables.rules["mention"].values()),
        offices=tuple(_office(entry, fragments) for entry in tables.rules["office"].values()),
        marks=tuple(_mark(entry, fragments) for entry in tables.rules["mark"].values()),
        weights=_weights("weights", tables.weights),
        untitled=_weights("untitled", tables.untitled) if tables.untitled else None,
        signature=_choice(head, "signature", SignatureUse, SignatureUse.COMPLETES),
        dating=_choice(head, "dating", Dating, Dating.DOCUMENT),
    )


def check_patterns(profile: Profile) -> None:
    """Compile all patterns of a profile. Raises `PatternError` naming the rule."""
    for pattern in filter(
        None, (profile.typical, profile.separator, profile.same, profile.lexicon.date, profile.lexicon.token)
    ):
        pattern.check()
    for rule in profile.rules:
        check_rule(rule)


def check_rule(rule: Rule) -> None:
    """Compile all patterns of a rule. Raises `PatternError` naming it."""
    beside: tuple[Pattern | None, ...] = (rule.after, rule.before) if isinstance(rule, LabelRule) else ()
    if isinstance(rule, OfficeRule):
        beside = (rule.seat,)
    try:
        for pattern in filter(None, (rule.pattern, *beside)):
            pattern.check()
    except PatternError as error:
        raise PatternError(f"rule {rule.id}: {error}") from error


def fragments_of(tables: Tables, dated: DatedWords) -> dict[str, str]:
    """Give back the vocabularies as patterns, the profile's own fragments, and those made of its date rules."""
    words = {name: alternatives(words) for name, words in tables.words.items()}
    places = [form for name, forms in tables.places.items() for form in (name, *forms)]
    dates = [_text(entry, "pattern") for entry in tables.rules["date"].values()]

    def own(name: str) -> list[str]:
        return [tables.fragments[name]] if name in tables.fragments else []

    return {
        "kind": alternatives(tuple(tables.kinds)),
        "record": alternatives(tuple(tables.records)),
        **date_fragments(dated),
        "territory": alternatives(territory_names(tables.head["language"])),
        "place": alternatives(places),
        **words,
        **tables.fragments,
        "date": _any([*own("date"), *(without_groups(pattern) for pattern in dates if "(?P<year>" in pattern)]),
        "day": _any([*own("date"), *own("day"), *map(without_groups, dates)]),
    }


def _choice(head: Mapping[str, str], key: str, words: type[E], default: E) -> E:
    """One of the words that a key of [profile] can have."""
    value = head.get(key, default.value)
    if value not in set(words):
        raise TableError(f"[profile] {key} = {value!r}; known: {', '.join(words)}")
    return words(value)


def _weights(name: str, table: Mapping[str, float]) -> Weights:
    known = {field.name for field in fields(Weights)}
    for key in table:
        if key not in known:
            raise TableError(f"[{name}] has an unknown key {key}; known: {', '.join(sorted(known))}")
    return replace(Weights(), **table)


def _any(patterns: Sequence[str]) -> str:
    return "|".join(patterns) or NEVER


def _label(entry: Entry, fragments: Mapping[str, str]) -> LabelRule:
    _check_keys(entry, {"label", "score", "after", "before", "cues", "kind", "relation", "longest", "firm"})
    guard, core = split_guard(_text(entry, "pattern"))
    return LabelRule(
        **_common(entry, fragments),
        guard=Pattern(guard, fragments) if guard else None,
        core=Pattern(core, fragments),
        label=_word(entry, "label", Label),
        score=_number(entry, "score"),
        longest=int(_number(entry, "longest", 400)),
        after=_pattern(entry, fragments, "after") if "after" in entry else None,
        before=_pattern(entry, fragments, "before") if "before" in entry else None,
        cues=tuple(map(cue_form, _cues(entry))),
        kind=_text(entry, "kind", "") or None,
        relation=_word(entry, "relation", Relation) if "relation" in entry else None,
        firm=entry.get("firm") is True,
    )


def _agent(entry: Entry, fragments: Mapping[str, str]) -> AgentRule:
    _check_keys(entry, set())
    return AgentRule(**_common(entry, fragments))


def _date(entry: Entry, fragments: Mapping[str, str]) -> DateRule:
    _check_keys(entry, {"certainty"})
    return DateRule(
        **_common(entry, fragments),
        certainty=_certainty(entry),
    )


def _mention(entry: Entry, fragments: Mapping[str, str]) -> MentionRule:
    _check_keys(entry, {"relation", "certainty", "cues", "opens"})
    opens = entry.get("opens", False)
    if not isinstance(opens, bool):
        raise TableError(f"rule {entry['id']}: opens must be true or false")
    return MentionRule(
        **_common(entry, fragments),
        relation=_word(entry, "relation", Relation),
        certainty=_certainty(entry),
        cues=_cues(entry),
        opens=opens,
    )


def _cues(entry: Entry) -> tuple[str, ...]:
    cues = entry.get("cues", [])
    if not is_texts(cues) or not all(cues):
        raise TableError(f"rule {entry['id']}: cues must be a list of texts")
    return tuple(fold(cue).lower() for cue in cues)


def _office(entry: Entry, fragments: Mapping[str, str]) -> OfficeRule:
    _check_keys(entry, {"seat"})
    return OfficeRule(
        **_common(entry, fragments),
        seat=_pattern(entry, fragments, "seat") if "seat" in entry else None,
    )


def _mark(entry: Entry, fragments: Mapping[str, str]) -> MarkRule:
    _check_keys(entry, {"mark"})
    return MarkRule(
        **_common(entry, fragments),
        mark=_word(entry, "mark", MarkKind),
    )


# What makes a rule of an entry, by the table that it stands in.
RULES: Mapping[str, Callable[[Entry, Mapping[str, str]], Rule]] = MappingProxyType(
    {"label": _label, "agent": _agent, "date": _date, "mention": _mention, "office": _office, "mark": _mark}
)


def _common(entry: Entry, fragments: Mapping[str, str]) -> _Common:
    return _Common(
        id=_text(entry, "id"),
        about=_text(entry, "about"),
        pattern=_pattern(entry, fragments),
        examples=_examples(entry),
    )


def _check_keys(entry: Entry, special: set[str]) -> None:
    known = _KEYS | special
    if unknown := [key for key in entry if key not in known]:
        raise TableError(f"rule {entry['id']}: unknown key {', '.join(unknown)}; known: {', '.join(sorted(known))}")


def _pattern(entry: Entry, fragments: Mapping[str, str], key: str = "pattern") -> Pattern:
    return Pattern(_text(entry, key), fragments)


def _examples(entry: Entry) -> Examples:
    yes, no = entry.get("yes"), entry.get("no")
    if not (is_texts(yes) and yes and is_texts(no) and no):
        raise TableError(f"rule {entry['id']}: yes and no must be lists with at least one example each")
    return Examples(tuple(yes), tuple(no))


def _certainty(entry: Entry) -> Certainty:
    return _word(entry, "certainty", Certainty) if "certainty" in entry else Certainty.HIGH


def _number(entry: Entry, key: str, default: float | None = None) -> float:
    value = entry.get(key, default)
    if not is_number(value):
        raise TableError(f"rule {entry['id']}: {key} must be a number")
    return float(value)


def _text(entry: Entry, key: str, default: str | None = None) -> str:
    value = entry.get(key, default)
    if not isinstance(value, str):
        raise TableError(f"rule {entry.get('id')}: {key} must be a text")
    return value


def _word(entry: Entry, key: str, words: type[E]) -> E:
    value = _text(entry, key)
    try:
        return words(value)
    except ValueError as error:
        known = ", ".join(word.value for word in words)
        raise TableError(f"rule {entry['id']}: {key} = {value!r}; known: {known}") from error
