"""More layouts of invented volumes: what stands between the parts of a title, and where; letters without headings."""

from letter_volumes import ENGLISH, FRENCH, GERMAN, Letter, Manner


def _iso(one: Letter) -> str:
    return one.day.isoformat()


LAYOUTS = (
    Manner("de-place", GERMAN, lambda one: f"{one.sender} an {one.addressee}, {one.place}, {one.long_date}"),
    Manner("de-semicolon", GERMAN, lambda one: f"{one.sender} an {one.addressee}; {one.place}, {one.long_date}"),
    Manner("de-stroke", GERMAN, lambda one: f"{one.sender} an {one.addressee} | {one.long_date} | {one.place}"),
    Manner(
        "de-brackets",
        GERMAN,
        lambda one: f"[{one.number}.] {one.sender} an {one.addressee} [{one.place}, den {one.long_date}]",
    ),
    Manner("de-bare-number", GERMAN, lambda one: f"{one.number} {one.sender} – {one.addressee}, {one.long_date}"),
    Manner(
        "de-date-line-above",
        GERMAN,
        lambda one: f"{one.place}, {one.long_date}\n{one.sender} an {one.addressee}",
        dateline="none",
    ),
    Manner("de-kind", GERMAN, lambda one: f"{one.sender} an {one.addressee}, Briefkarte, {one.place} {one.short_date}"),
    Manner(
        "de-roman-date",
        GERMAN,
        lambda one: f"{'X' * one.number if one.number < 4 else 'L'}. An {one.courteous}. ({one.long_date}.)",
        names_sender=False,
        dateline="none",
    ),
    Manner(
        "de-weekday",
        GERMAN,
        lambda one: f"An {one.addressee}, {one.weekday}, {one.short_date}",
        names_sender=False,
        dateline="none",
    ),
    Manner("de-letter-to", GERMAN, lambda one: f"Brief an {one.addressee}, {one.long_date}", names_sender=False),
    Manner(
        "de-weekday-place",
        GERMAN,
        lambda one: f"{one.sender} an {one.addressee}, {one.weekday}, {one.place}, {one.short_date}",
    ),
    Manner("de-in-place", GERMAN, lambda one: f"An {one.addressee} in Bad Zenda am Berg", names_sender=False),
    Manner("fr-dash", FRENCH, lambda one: f"{one.sender} à {one.addressee} – {one.place}, {one.long_date}"),
    Manner("fr-colon", FRENCH, lambda one: f"Lettre {one.number} : {one.sender} à {one.addressee}, {one.long_date}"),
    Manner("fr-date-colon", FRENCH, lambda one: f"{one.short_date} : {one.sender} à {one.addressee}", dateline="none"),
    Manner("fr-iso", FRENCH, lambda one: f"{_iso(one)} | {one.sender} à {one.addressee}", dateline="none"),
    Manner(
        "fr-to-place",
        FRENCH,
        lambda one: f"À {one.courteous}. — {one.place}, {one.long_date}.",
        names_sender=False,
        dateline="none",
    ),
    Manner("fr-comma-to", FRENCH, lambda one: f"{one.sender}, à {one.addressee}, {one.long_date}"),
    Manner("fr-letter-to", FRENCH, lambda one: f"Lettre à {one.addressee}, {one.long_date}", names_sender=False),
    Manner(
        "fr-number-dash",
        FRENCH,
        lambda one: f"{one.number} — À {one.addressee}\n\n{one.place}, {one.weekday} [{one.long_date}].",
        names_sender=False,
        dateline="none",
    ),
    Manner(
        "fr-from-to",
        FRENCH,
        lambda one: f"LETTRE {one.number}.\n\nDE {one.sender.upper()} À {one.addressee.upper()}.",
    ),
    Manner("fr-to-in-place", FRENCH, lambda one: f"À {one.addressee}, à Saint-Zenda", names_sender=False),
    Manner("fr-capitals", FRENCH, lambda one: f"{one.sender.upper()} À {one.addressee.upper()}"),
    Manner(
        "fr-brackets-below",
        FRENCH,
        lambda one: f"{one.sender} à {one.addressee}\n[{one.place}, le {one.long_date}]",
        dateline="none",
    ),
    Manner("en-place", ENGLISH, lambda one: f"{one.sender} to {one.addressee}, {one.place}, {one.long_date}"),
    Manner("en-dated", ENGLISH, lambda one: f"{one.sender} to {one.addressee}, dated {one.place}, {one.long_date}"),
    Manner("en-bare-number", ENGLISH, lambda one: f"{one.number} {one.sender} to {one.addressee}, {one.long_date}"),
    Manner("en-pair", ENGLISH, lambda one: f"{one.sender} — {one.addressee}   {one.long_date}"),
    Manner(
        "en-autograph",
        ENGLISH,
        lambda one: f"Autograph letter from {one.sender} to {one.addressee}, {one.place}, {one.long_date}",
    ),
    Manner(
        "en-esquire",
        ENGLISH,
        lambda one: f"{one.number}. To {one.addressee}, Esq., {one.place}",
        names_sender=False,
    ),
)
UNDATED = (
    Manner("de-undated", GERMAN, lambda one: f"{one.sender} an {one.addressee}, undatiert", dateline="none"),
    Manner("fr-undated", FRENCH, lambda one: f"{one.sender} à {one.addressee}, s. d.", dateline="none"),
    Manner("en-undated", ENGLISH, lambda one: f"{one.sender} to {one.addressee}, n.d.", dateline="none"),
)
# What the title says, the same word of the reader of the letter above, and the volume's profile.
THE_SAME = (
    ("letters-de", "{number}. An {name}.", "denselben"),
    ("letters-de", "{number}. {writer} an {name}.", "denselben"),
    ("letters-fr", "{number}. — À {name}", "LA MÊME"),
    ("letters-en", "{number}. To {name}.", "the same"),
    ("letters-en", "{writer} to {name}", "the Same"),
)
# Of each language: a letter of an edition without headings in its parts.
PLAIN = {
    "letters-de": (
        "{place}, den {day}. Mai 1894",
        "Lieber Freund!",
        "Die Bienen lassen in diesem Jahr auf sich warten, und der Garten blüht.",
        "Ihr ergebener",
        "N. S. Der Schirm hat sich gefunden.",
        "Adresse: Frau Halm, Zenda.",
    ),
    "letters-fr": (
        "{place}, ce {day} mai 1894.",
        "Mon cher ami,",
        "Les abeilles se font attendre cette année, et le jardin est en fleur.",
        "Tout à vous",
        "P.-S. Le parapluie est retrouvé.",
        "Original autographe, Bibliothèque de Zenda.",
    ),
    "letters-en": (
        "{place}, May {day}, 1894.",
        "My dear Friend,",
        "The bees are late this year, and the garden is white all over.",
        "Ever yours,",
        "P.S.—The umbrella has been found.",
        "Endorsed: answered.",
    ),
}
