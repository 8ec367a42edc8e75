"""A profile that is none: one error with the file, what is wrong, and where to read on."""

from pathlib import Path

import pytest

from tei_archive.errors import ProfileError
from tei_archive.profile import load_profile, profile_names

HEAD = '[profile]\nname = "mine"\ntitle = "Mine"\nlanguage = "en"\n'
EXAMPLES = 'yes = ["a"]\nno = ["b"]\n'
LABEL = f'[[label]]\nid = "x"\nabout = "an a"\nlabel = "head"\nscore = 1\npattern = "a"\n{EXAMPLES}'

BROKEN = {
    "not TOML": ("[profile", "not TOML"),
    "empty": ("", "[profile] has no name"),
    "no title": ('[profile]\nname = "mine"\nlanguage = "en"', "[profile] has no title"),
    "no language": ('[profile]\nname = "mine"\ntitle = "Mine"', "[profile] has no language"),
    "unknown language": (HEAD.replace('"en"', '"xx"'), "xx"),
    "language that is none": (HEAD.replace('"en"', '"?!"'), "?!"),
    "unknown table": (f"{HEAD}[lable]\n", "unknown table [lable]; known:"),
    "profile is a list": ("[[profile]]\n", "[profile] must hold texts"),
    "kinds hold numbers": (f"{HEAD}[kinds]\nnote = 1\n", "[kinds] must hold texts"),
    "a kind of two words": (
        f'{HEAD}[kinds]\n"visiting card" = "visiting card"\n',
        "[kinds] has 'visiting card', which TEI cannot have as a kind; write one word: visiting-card",
    ),
    "words hold a text": (f'{HEAD}[words]\nrole = "king"\n', "[words] must hold lists of texts"),
    "unknown word of dates": (
        f'{HEAD}[dates]\nlately = ["late"]\n',
        "[dates] has an unknown key lately; known: ordinal,",
    ),
    "words of dates hold a text": (f'{HEAD}[dates]\nlate = "late"\n', "[dates] must hold lists of texts"),
    "a day in quotation marks": (
        f'{HEAD}[gregorian_since]\n"Zenda" = "1912-01-14"\n',
        "[gregorian_since] must hold days, without quotation marks",
    ),
    "a weight that is not known": (
        f"{HEAD}[weights]\nuntitle = -9\n",
        "[weights] has an unknown key untitle; known: address_below,",
    ),
    "a weight that is not known, of volumes without titles": (
        f"{HEAD}[untitled]\nheads = 1\n",
        "[untitled] has an unknown key heads; known: address_below,",
    ),
    "a weight in words": (f'{HEAD}[weights]\nuntitled = "low"\n', "[weights] must hold numbers"),
    "weights in a list": (f"{HEAD}[[untitled]]\nbare = 1\n", "[untitled] must hold numbers"),
    "a use of signatures that is not known": (
        HEAD + 'signature = "proves"\n',
        "[profile] signature = 'proves'; known: completes, confirms",
    ),
    "a month of no year": (f"{HEAD}[months]\nmay = 13\n", "[months] must hold numbers from 1 to 12"),
    "one bracket": (f'{HEAD}[label]\nid = "x"\n', "write [[label]], with two brackets"),
    "a rule without id": (f"{HEAD}{LABEL.replace('id =', 'about_ =', 1)}", "a [[label]] has no id"),
    "a rule that is no table": (f"label = [1]\n{HEAD}", "a [[label]] has no id"),
    "the same id twice": (f"{HEAD}{LABEL}{LABEL}", "two [[label]] have the id x"),
    "unknown key": (f"{HEAD}{LABEL}patern = 'a'\n", "rule x: unknown key patern; known:"),
    "unknown label": (HEAD + LABEL.replace('"head"', '"header"'), "rule x: label = 'header'; known: head,"),
    "no about": (HEAD + LABEL.replace("about =", "kind ="), "rule x: about must be a text"),
    "no pattern": (HEAD + LABEL.replace("pattern =", "kind ="), "rule x: pattern must be a text"),
    "score in words": (HEAD + LABEL.replace("score = 1", 'score = "high"'), "rule x: score must be a number"),
    "no score": (HEAD + LABEL.replace("score = 1\n", ""), "rule x: score must be a number"),
    "no examples": (HEAD + LABEL.replace(EXAMPLES, ""), "rule x: yes and no must be lists"),
    "an empty list of examples": (HEAD + LABEL.replace('["b"]', "[]"), "rule x: yes and no must be lists"),
    "examples that are no texts": (HEAD + LABEL.replace('["b"]', "[1]"), "rule x: yes and no must be lists"),
    "unknown fragment": (HEAD + LABEL.replace('"a"\n', '"{rol}"\n', 1), "rule x: unknown fragment {rol}"),
    "irregular expression": (HEAD + LABEL.replace('"a"\n', '"(a"\n', 1), "rule x: missing )"),
    "irregular condition": (f"{HEAD}{LABEL}after = '(a'\n", "rule x: missing )"),
    "fragments that contain each other": (
        f"{HEAD}[fragments]\none = '{{two}}'\ntwo = '{{one}}'\n" + LABEL.replace('"a"\n', '"{one}"\n', 1),
        "contain each other",
    ),
    "groups without end": (HEAD + LABEL.replace('"a"\n', f'"{"(?:a|" * 400}{")" * 400}"\n', 1), "nested too deep"),
    "a number without end": (f"{HEAD}[weights]\nuntitled = {'9' * 5000}\n", "a number has too many digits"),
    "a weight that is no number": (f"{HEAD}[weights]\nuntitled = nan\n", "[weights] must hold numbers"),
    "an endless length": (f"{HEAD}{LABEL}longest = inf\n", "rule x: longest must be a number"),
    "a month that is half of one": (f"{HEAD}[months]\nmay = 5.0\n", "[months] must hold numbers from 1 to 12"),
    "extends nobody": (f'{HEAD}extends = "base-xy"\n', "extends 'base-xy'"),
    "extends a path": (f'{HEAD}extends = "../base-en"\n', "extends '../base-en'"),
    "unknown relation": (f"{HEAD}{LABEL}relation = 'answers'\n", "rule x: relation = 'answers'; known: isReplyTo,"),
    "unknown certainty": (
        f"{HEAD}[[date]]\nid = 'x'\nabout = 'a day'\npattern = 'a'\ncertainty = 'sure'\n{EXAMPLES}",
        "rule x: certainty = 'sure'; known: high,",
    ),
    "unknown mark": (
        f"{HEAD}[[mark]]\nid = 'x'\nabout = 'a name'\npattern = 'a'\nmark = 'name'\n{EXAMPLES}",
        "rule x: mark = 'name'; known: persName,",
    ),
    "a mention without relation": (
        f"{HEAD}[[mention]]\nid = 'x'\nabout = 'a note'\npattern = 'a'\n{EXAMPLES}",
        "rule x: relation must be a text",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_profile_is_an_error_with_file_and_hint(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(str(file))
    assert message in caught.value.message
    assert caught.value.where is not None
    assert caught.value.where.path == str(file)
    assert caught.value.hint


def test_what_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f"{HEAD}title\n", encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(str(file))
    assert caught.value.where is not None
    assert caught.value.where.line == 5


def test_a_profile_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(HEAD.encode() + b"\n# caf\xe9\n")
    with pytest.raises(ProfileError) as caught:
        load_profile(str(file))
    assert caught.value.where is not None
    assert caught.value.hint


def test_an_unknown_profile_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile("ottoman-en")
    assert "ottoman-en" in caught.value.message
    assert caught.value.hint is not None
    assert all(name in caught.value.hint for name in profile_names())


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    with pytest.raises(ProfileError):
        load_profile(str(tmp_path))


def test_the_sound_rule_of_these_examples_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(HEAD + LABEL, encoding="utf-8")
    assert [rule.id for rule in load_profile(str(file)).rules] == ["x"]
