"""Two or three letters without titles, as a first text may have them: they are told apart, and nothing else is."""

import pytest

from tei_archive.model import Label, Source
from tei_archive.profile import load_profile, profile_names
from tei_archive.segmenting import choose_profile, segment_sources

PAIR = ("Johanna Halvard", "Agnes Brand")
ENGLISH = """Velmar, 3rd of March 1894

Dear Agnes,

The trunk came on the 2nd. I am glad of it.

Yours truly,

Johanna Halvard


Osteck, March 9, 1894.

My dear Johanna,

I have your letter of the 3rd. We leave on Monday.

Ever yours,

A. Brand

P.S. Bring the keys.
"""
GERMAN = """Strelsau, den 3. Mai 1894.

Liebe Agnes!

Der Koffer kam heute. Ich bin froh darüber.

Deine

Johanna


Osteck, 9. Mai 1894.

Liebe Johanna,

danke für Deinen Brief. Wir reisen am Montag.

Herzlichst

Agnes
"""
FRENCH = """Strelsau, le 3 mai 1894.

Ma chère Agnès,

La malle est arrivée hier.

Je t'embrasse,

Jeanne


Osteck, le 9 mai 1894.

Chère Jeanne,

Merci de ta lettre. Nous partons lundi.

Ton amie,

Agnès
"""


@pytest.mark.parametrize(
    ("profile", "text", "senders"),
    [
        ("letters-en", ENGLISH, ["Johanna Halvard", "A. Brand"]),
        ("letters-de", GERMAN, ["Johanna", "Agnes"]),
        ("letters-fr", FRENCH, ["Jeanne", "Agnès"]),
    ],
)
def test_few_letters_without_titles_are_told_apart(profile: str, text: str, senders: list[str]) -> None:
    documents = segment_sources([Source("v", "v.txt", text)], "v", load_profile(profile)).documents
    assert [document.span.start for document in documents] == [0, text.index("Osteck")]
    assert [agent.label for document in documents for agent in document.senders] == senders
    for document in documents:
        labels = [block.label for block in document.blocks]
        assert labels[:3] == [Label.DATELINE, Label.SALUTE, Label.P]
        assert labels[3:5] == [Label.CLOSER, Label.SIGNED]


@pytest.mark.parametrize("order", ["From: {sender}\nTo: {addressee}\n", "To: {addressee}\nFrom: {sender}\n"])
@pytest.mark.parametrize("kind", ["", "TELEGRAM\n\n"])
def test_a_form_names_both_and_the_date(order: str, kind: str) -> None:
    heads = [order.format(sender=sender, addressee=addressee) for sender, addressee in (PAIR, PAIR[::-1])]
    days = ("3 March 1894", "9 March 1894")
    texts = [f"{kind}{head}Date: {day}\n\nThe trunk has come.\n\n" for head, day in zip(heads, days, strict=True)]
    source = Source("v", "v.txt", "".join(texts))
    documents = segment_sources([source], "v", load_profile("letters-en")).documents
    assert [document.span.start for document in documents] == [0, len(texts[0])]
    parties = [(document.senders[0].label, document.addressees[0].label) for document in documents]
    assert parties == [PAIR, PAIR[::-1]]
    assert [document.date.value.edtf for document in documents if document.date] == ["1894-03-03", "1894-03-09"]


def test_a_short_text_may_lack_the_words_that_are_typical_of_its_genre() -> None:
    letters = (("№ 12. Lindt to Osman", "Velmar, 3 May 1922"), ("№ 13. Osman to Lindt", "Osteck, 7 May 1922"))
    text = "".join(f"{head}\n{dateline}\n\nSir,\n\nThe ferry is late.\n\n" for head, dateline in letters)
    profiles = [load_profile(name) for name in profile_names()]
    assert choose_profile([Source("v", "v.txt", text)], profiles).profile == "letters-en"
    assert choose_profile([Source("v", "v.txt", text * 30)], profiles).profile == "base-en"
