"""The catalogues of the web site's texts, brought up to date with code and templates: `make messages`.

A new language: `.venv/bin/python docs/make_messages.py it`. The English texts in the code are the ids of the messages.
What is no longer said is removed; what is new is added without a translation, which a test complains of.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "tei_archive" / "exporting" / "html"
FOLDER = PACKAGE / "locale"
KEYWORDS = {**DEFAULT_KEYWORDS, "msgid": None}
HEADER = "# The texts of the web site. Translate each msgid in the msgstr below it; see docs/edition.md.\n#"


def extract() -> Catalog:
    """Give back every text that code, templates and the stylesheet say."""
    catalog = Catalog()
    methods = [("**.py", "python"), ("templates/**.html", "jinja2"), ("**.xsl", _from_stylesheet)]
    options = {"templates/**.html": {"trimmed": "true"}}
    found = extract_from_dir(PACKAGE, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",))
    for path, _, message, comments, context in sorted(found, key=str):
        catalog.add(message, None, [(path, 0)], auto_comments=comments, context=context)
    return catalog


def update(locale: str, template: Catalog) -> bytes:
    """Give back the catalogue of a language with the messages of the template; the same template, the same bytes."""
    path = file_of(locale)
    catalog = Catalog(locale)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=locale)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.header_comment, catalog.fuzzy = HEADER, False
    written = BytesIO()
    write_po(written, catalog, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return re.sub(rb'"(?!Language:|Plural|MIME|Content)[A-Z][A-Za-z-]+: .*\\n"\n', b"", written.getvalue())


def file_of(locale: str) -> Path:
    """Give back where the catalogue of a language stands."""
    return FOLDER / locale / "LC_MESSAGES" / "site.po"


def languages() -> tuple[str, ...]:
    """Give back the languages that have a catalogue."""
    return tuple(sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/site.po")))


def _from_stylesheet(
    file: IO[bytes], _keywords: object, _tags: object, options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    del options
    for number, line in enumerate(file.read().decode().splitlines(), 1):
        yield from ((number, "gettext", text, []) for text in re.findall(r"i18n:gettext\('([^']+)'\)", line))


def main(new: list[str]) -> None:
    """Write the catalogues of all languages, and of those that are named."""
    template = extract()
    for locale in sorted({*languages(), *new}):
        path = file_of(locale)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(update(locale, template))


if __name__ == "__main__":
    main(sys.argv[1:])
