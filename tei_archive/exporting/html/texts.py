"""The texts of the interface: English in the code, in other languages through gettext catalogues."""

import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.localedata import normalize_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent

from tei_archive.errors import ExportError, Location
from tei_archive.wording import day_in_words, locale_name

SOURCE_LANGUAGE = "en"

_OURS = Path(__file__).parent / "locale"
_DOMAIN = "site"

# The scripts that are written from right to left and that letters of the last centuries are in (ISO 15924).
_RIGHT_TO_LEFT = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))

# Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9): they would turn the words after them.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of the interface in a language, and how that language writes numbers and days.

    A text has blanks of the form `%(name)s`; `%%` is a percent sign. What fills a blank cannot turn the direction of
    the words around it. `locale` is the language whose numbers and days are written: the next that CLDR knows.
    """

    language: str
    locale: str
    translations: gettext.NullTranslations

    def gettext(self, message: str, /, **values: object) -> str:
        """Give back a text with its blanks filled."""
        return _filled(self.translations.gettext(message), values)

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Give back a text that stands in more than one place with more than one meaning."""
        return _filled(self.translations.pgettext(context, message), values)

    def ngettext(self, singular: str, plural: str, num: int, /, **values: object) -> str:
        """Give back a text for a number of things, which fills the blank `%(num)s`."""
        message = self.translations.ngettext(singular, plural, num)
        return _filled(message, {"num": self.number(num), **values})

    def number(self, value: float) -> str:
        """Give back a number as the language writes it: 5,000 or 5.000."""
        return format_decimal(value, locale=locale_name(self.locale))

    def percent(self, share: float) -> str:
        """Give back a share of one in percent, without decimals: 42% or 42 %."""
        return format_percent(share, locale=locale_name(self.locale))

    def day(self, day: date | str) -> str:
        """Give back a day in words: a day of the calendar, or one as settings write it (ISO 8601)."""
        return day_in_words(date.fromisoformat(day) if isinstance(day, str) else day, self.locale)


def read_texts(language: str, edition: Path | None = None) -> Texts:
    """Give back the texts of the interface in a language: those of the edition, those of ours, else in English.

    `language` is a tag of BCP 47; `de-AT` is found under `de`. `edition` is the folder of an edition, whose own
    catalogues stand in `theme/locale/`; they take the place of single texts, in English too.

    Raises `ExportError` where a catalogue of the edition cannot be read.
    """
    names = tuple(_names(language))
    own = _first(edition / "theme" / "locale", names) if edition else None
    ours = _first(_OURS, names)
    if own is None and ours is None and names[-1] != SOURCE_LANGUAGE:
        return read_texts(SOURCE_LANGUAGE, edition)
    translations = gettext.NullTranslations()
    for path in filter(None, (own, ours)):
        translations.add_fallback(_ours(path) if path == ours else _translations(path))
    locale = next(filter(None, map(normalize_locale, names)), SOURCE_LANGUAGE)
    return Texts(language, locale.replace("_", "-"), translations)


def msgid(message: str) -> str:
    """Mark a text for the catalogues where it is not yet said: in a table, to be looked up later."""
    return message


def plain(text: str) -> str:
    """Give back a text without what turns the direction of writing, for where no element isolates it."""
    return _TURNING.sub("", text)


def text_direction(language: str) -> str:
    """Give back the direction of a language's script, `ltr` or `rtl`; `auto` where the language is not known.

    A script that the tag names decides: `ar-Latn` is written from left to right.
    """
    if script := re.search(r"-([A-Za-z]{4})(?:-|$)", language):
        return "rtl" if script[1].title() in _RIGHT_TO_LEFT else "ltr"
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


def _filled(message: str, values: dict[str, object]) -> str:
    return message % {name: plain(str(value)) for name, value in values.items()}


def _names(language: str) -> Iterator[str]:
    """Give back the names that a catalogue may have, the narrowest first: `pt_BR`, `pt`."""
    parts = language.replace("_", "-").split("-")
    names = ("_".join(parts[:length]) for length in range(len(parts), 0, -1))
    yield from (normalize_locale(name) or name for name in names)


def _first(folder: Path, names: tuple[str, ...]) -> Path | None:
    paths = (folder / name / "LC_MESSAGES" / f"{_DOMAIN}.po" for name in names)
    return next((path for path in paths if path.is_file()), None)


@cache
def _ours(path: Path) -> gettext.GNUTranslations:
    return _translations(path)


def _translations(path: Path) -> gettext.GNUTranslations:
    """Compile a catalogue in memory: no step of a build is needed, from a wheel or from a checkout."""
    compiled = BytesIO()
    try:
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
        faults = [(message.lineno, fault) for message in catalog for fault in message.check(catalog)]
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise _failure(path, str(error)) from error
    if faults:
        raise _failure(path, f"{faults[0][1]}", faults[0][0])
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _failure(path: Path, words: str, line: int | None = None) -> ExportError:
    hint = "a translation has the same blanks, as %(name)s, as the English text"
    return ExportError(f"the catalogue does not work: {words}", Location(str(path), line), hint=hint)
