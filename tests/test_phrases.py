"""What is special about an archive is data: no word, example, month or sentence of a collection stands in a module."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.dates import get_month_names

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "tei_archive"
MODULES = sorted(PACKAGE.rglob("*.py"))
PROFILES = sorted((PACKAGE / "profile" / "data").glob("*.toml"))
SOURCES = sorted((REPOSITORY / "corpus").glob("*/sources/*.txt"))

SHORTEST_WORD = 4
SHORTEST_PHRASE = 16
WORDS_IN_A_ROW = 5
WORDS_OF_AN_EXAMPLE = 7

# Ordinary words that the headings of a source write with a capital.
ORDINARY = frozenset({"Archives", "Documents", "Foreign", "Meetings", "Page", "Policy", "Secret"})
# Words of a genre that the code has in its own sense: a plain text, a fragment of a pattern, a division of TEI;
# GitLab's word for an error; SKOS's word for a term; CSL's for a letter; and the little words in the French titles of
# the table's columns.
OUR_OWN = frozenset(
    {
        "children",
        "concept",
        "copy",
        "count",
        "de l",
        "de la",
        "direction",
        "division",
        "draft",
        "editor",
        "editors",
        "extract",
        "fragment",
        "general",
        "incomplete",
        "library",
        "major",
        "minute",
        "office",
        "parents",
        "personal",
        "plain",
        "premier",
        "times",
        "trust",
    }
)


def folded(text: str) -> str:
    """Lower case, with single blanks between the words."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@cache
def constants(module: Path) -> str:
    """Every string of a module that the program can use; docstrings, which only explain, are left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining
    )
    return "\n".join(strings)


def tables(profile: Path) -> dict[str, Any]:
    return tomllib.loads(profile.read_text(encoding="utf-8"))


def rules(profile: Path) -> Iterator[dict[str, Any]]:
    for table in ("label", "date", "mention", "office", "mark"):
        yield from tables(profile).get(table, [])


def words(profile: Path) -> set[str]:
    """The word lists, the words of dates and the places of a profile."""
    lists = [*tables(profile).get("words", {}).values(), *tables(profile).get("dates", {}).values()]
    places = tables(profile).get("places", {}).items()
    return {folded(word) for words in lists for word in words} | {
        folded(name) for place, others in places for name in (place, *others)
    }


def examples(profile: Path) -> set[str]:
    """What the rules of a profile must match, and what they must not."""
    return {folded(text) for rule in rules(profile) for text in (*rule.get("yes", []), *rule.get("no", []))}


def phrases(profile: Path) -> set[str]:
    """Everything in a profile that has several words: of the lists, the examples and the patterns."""
    plain = {folded(text) for rule in rules(profile) for text in literals(rule["pattern"])}
    return {text for text in words(profile) | examples(profile) | plain if " " in text and len(text) >= SHORTEST_PHRASE}


def literals(pattern: str) -> Iterator[str]:
    """The runs of two and more plain words in a pattern."""
    plain = re.sub(r"\{\w+\}|\(\?P<\w+>|\\.", "|", pattern)
    yield from re.findall(r"[^\W\d_]+(?: [^\W\d_]+)+", plain)


def rows(text: str, length: int) -> Iterator[str]:
    """Every row of so many words."""
    split = text.split(" ")
    return (" ".join(split[start : start + length]) for start in range(len(split) - length + 1))


def stands_in(phrase: str, text: str) -> bool:
    return f" {phrase} " in f" {text} "


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_no_phrase_of_a_profile_stands_in_a_module(profile: Path) -> None:
    forbidden = phrases(profile)
    found = [
        f"{module.name}: {phrase}"
        for module in MODULES
        for text in [folded(constants(module))]
        for phrase in forbidden
        if stands_in(phrase, text)
    ]
    assert found == []


def test_there_are_phrases_to_look_for() -> None:
    assert sum(bool(phrases(profile)) for profile in PROFILES) > len(PROFILES) // 2


def test_no_word_of_one_genre_stands_in_a_module() -> None:
    """A profile that extends that of a language holds the words of one genre; not even a comment may name them."""
    special = [path for path in PROFILES if tables(path)["profile"].get("extends", "base") != "base"]
    forbidden = {
        text for path in special for text in words(path) | phrases(path) if len(text) >= SHORTEST_WORD
    } - OUR_OWN
    found = [
        f"{module.name}: {word}"
        for module in MODULES
        for text in [folded(module.read_text(encoding="utf-8"))]
        for word in forbidden
        if stands_in(word, text)
    ]
    assert forbidden
    assert found == []


def test_our_own_words_are_words_of_a_genre_too() -> None:
    assert {word for path in PROFILES for word in words(path)} >= OUR_OWN


@pytest.mark.parametrize("language", ["de", "en", "fr", "ru"])
def test_no_month_stands_in_a_module(language: str) -> None:
    months = {name for name in get_month_names(locale=language).values() if name != "May"}  # "May" opens sentences
    found = [
        f"{module.name}: {month}"
        for module in MODULES
        for month in months
        if re.search(rf"\b{month}\b", constants(module), re.IGNORECASE if language == "en" else 0)
    ]
    assert found == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_sentence_or_name_of_a_source_stands_in_a_module(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    sentences = set(rows(folded(text), WORDS_IN_A_ROW))
    names = set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}", text)) - ORDINARY
    found = [
        f"{module.name}: {piece}"
        for module in MODULES
        for content in [constants(module)]
        for piece in sentences.intersection(rows(folded(content), WORDS_IN_A_ROW))
        | names.intersection(re.findall(r"\w+", content))
    ]
    assert sentences
    assert names
    assert found == []


def test_no_example_of_a_profile_is_copied_from_a_gold_text(shared: Path) -> None:
    golds = [path for path in (shared / "gold").glob("*/raw/*.txt") if path.parent.parent.name != "seed"]
    ours = {text for path in PROFILES for text in examples(path) if text.count(" ") >= WORDS_OF_AN_EXAMPLE - 1}
    found = [
        f"{path.name}: {example}"
        for path in golds
        for text in [folded(path.read_text(encoding="utf-8"))]
        for example in ours
        if stands_in(example, text)
    ]
    assert ours
    assert golds
    assert found == []
