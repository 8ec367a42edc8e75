"""The language of a document is that whose words it is full of; in doubt that of the edition."""

import pytest

from tei_archive.model import Source
from tei_archive.profile import load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.languages import find_language

COMMON = load_profile("base").common
TEXTS = {
    "de": "Ich habe die Karte nicht gefunden, aber der Diener hat mir gesagt, daß sie in dem Schrank ist.",
    "en": "I have not found the map, but the servant told me that it is in the cupboard of my room.",
    "fr": "Je n'ai pas trouvé la carte, mais le valet m'a dit qu'elle est dans l'armoire de ma chambre.",
    "it": "Non ho trovato la carta, ma il servo mi ha detto che è nello scaffale della mia stanza.",
    "ru": "Я не нашёл карты, но мне сказали, что она у вас и что вы её не дали ни мне, ни ему.",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("expected", ["de", "en-GB", "fr", "und"])
def test_a_text_is_in_the_language_of_its_words(language: str, expected: str) -> None:
    found = find_language(TEXTS[language], expected, COMMON)
    assert found == (expected if expected.partition("-")[0] == language else language)


@pytest.mark.parametrize("text", ["", "Halm", "Reiner, Strelsau, 3", "Merci! Halm", "12 34 56", "Ja, ja."])
def test_a_short_text_is_in_the_language_that_is_expected(text: str) -> None:
    assert find_language(text, "en", COMMON) == "en"


def test_only_the_beginning_of_a_text_counts() -> None:
    assert find_language(TEXTS["en"] * 20 + TEXTS["de"] * 200, "de", COMMON) == "en"


def test_without_words_to_know_a_language_by_it_is_that_which_is_expected() -> None:
    assert find_language(TEXTS["fr"], "nl", {}) == "nl"


def test_a_letter_in_another_language_is_marked_as_such() -> None:
    letter = "Letter of the consul in Velmar to the mayor of Velmar, Rahmi.\n\nMay {day}, 1894\n\n{text}\n\nLindt\n\n"
    page = "".join(letter.format(day=day, text=text) for day, text in enumerate((TEXTS["en"], TEXTS["fr"]), 1))
    edition = segment_sources([Source("x", "x.txt", page)], "x", load_profile("base-en"))
    assert [document.language for document in edition.documents] == ["en", "fr"]
