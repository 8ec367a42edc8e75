"""Invented volumes of letters in several manners, each with what a right segmentation says of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

Title = Callable[["Letter"], str]
_FIRST = date(1893, 11, 6)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A few phrases of one language, out of which letters are made."""

    profile: str
    months: tuple[str, ...]
    day_month_year: str
    places: tuple[str, ...]
    people: tuple[str, ...]
    courtesies: tuple[str, ...]
    salutes: tuple[str, ...]
    run_in: tuple[str, ...]
    sentences: tuple[str, ...]
    closers: tuple[str, ...]
    postscript: str
    notes: tuple[str, ...]
    addresses: tuple[str, ...]
    weekdays: tuple[str, ...]
    cited: str


ENGLISH = Tongue(
    profile="letters-en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    day_month_year="{day} {month} {year}",
    places=("Strelsau", "Zenda", "Hentzau", "Tarlenheim"),
    people=("Ewald Reiner", "Agnes Halm", "Karl Tarn", "Flora Brandt", "Otto Weiss"),
    courtesies=("Mr. Reiner", "Mrs. Halm", "Dr. Tarn", "Miss Brandt", "Otto Weiss"),
    salutes=("My dear Reiner,", "Dear Sir,", "Dearest Flora,", "My dear Friend,—", "Dear Mrs. Halm"),
    run_in=("My dear Tarn,—", "Dear Sir,"),
    sentences=(
        "The orchard has been white since Tuesday and the bees are late.",
        "I have sent the second parcel of maps by the carrier, who promises to be with you before the snow.",
        "Nobody here believes in the railway, and I least of all.",
        "What you tell me of the choir is excellent news.",
        "We walked to the mill and back and found the bridge mended.",
        "On 4 June I shall be at the castle, if the doctor allows it.",
        "Will you ask your brother for the key of the small cabinet?",
        "Yesterday the tuner came, looked at the piano, shook his head and went away.",
    ),
    closers=("Yours sincerely,", "Ever yours,", "With kind regards to your mother,", "Believe me, yours very truly,"),
    postscript="P.S. The umbrella has been found.",
    notes=(
        "The mill burned down in the following year.",
        "See {cited}.",
        "The choir of the abbey, founded by his uncle.",
        "Not found.",
    ),
    addresses=("Mrs. Agnes Halm,\n12 Mill Street,\nZenda", "Ewald Reiner Esq.\nThe Observatory\nStrelsau"),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    cited="{sender} to {addressee}, {date}",
)
GERMAN = Tongue(
    profile="letters-de",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    day_month_year="{day}. {month} {year}",
    places=("Strelsau", "Zenda", "Hentzau", "Tarlenheim"),
    people=("Ewald Reiner", "Agnes Halm", "Karl von Tarn", "Flora Brandt", "Otto Weiss"),
    courtesies=("Herrn Reiner", "Frau Agnes Halm", "Dr. Karl von Tarn", "Fräulein Brandt", "Otto Weiss"),
    salutes=("Lieber Reiner!", "Sehr geehrter Herr Doktor,", "Liebste Flora,", "Mein lieber Freund!", "Verehrte Frau"),
    run_in=("Lieber Freund!", "Verehrter Herr Professor!"),
    sentences=(
        "Der Obstgarten steht seit Dienstag in Blüte, nur die Bienen lassen auf sich warten.",
        "Das zweite Paket mit den Landkarten geht heute mit dem Boten ab.",
        "An die Eisenbahn glaubt hier niemand, ich am wenigsten.",
        "Was Sie vom Chor erzählen, hat uns alle gefreut.",
        "Wir gingen bis zur Mühle und fanden die Brücke wieder hergestellt.",
        "Am 4. Juni bin ich auf dem Schloss, wenn der Arzt es erlaubt.",
        "Fragen Sie doch Ihren Bruder nach dem Schlüssel zum kleinen Kasten.",
        "Gestern kam der Klavierstimmer, besah das Instrument, schüttelte den Kopf und ging.",
    ),
    closers=("Mit herzlichen Grüßen Ihr", "Hochachtungsvoll", "Ihr ergebener", "Viele Grüße von uns allen"),
    postscript="P. S. Der Schirm hat sich gefunden.",
    notes=(
        "Die Mühle brannte im Jahr darauf ab.",
        "Vgl. {cited}.",
        "Gemeint ist der Chor der Abtei.",
        "Nicht überliefert.",
    ),
    addresses=("Frau Agnes Halm\nZenda\nMühlgasse 12", "Herrn Ewald Reiner\nSternwarte\nStrelsau"),
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    cited="{sender} an {addressee}, {date}",
)
FRENCH = Tongue(
    profile="letters-fr",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    day_month_year="{day} {month} {year}",
    places=("Strelsau", "Zenda", "Hentzau", "Tarlenheim"),
    people=("Ewald Reiner", "Agnès Halm", "Charles de Tarn", "Flore Brandt", "Otto Weiss"),
    courtesies=("M. Reiner", "Mme Halm", "M. de Tarn", "Mlle Brandt", "Otto Weiss"),
    salutes=("Mon cher Reiner,", "Monsieur,", "Ma chère Flore,", "Cher ami,", "Chère Madame"),
    run_in=("Mon cher ami,", "Mon cher maître,"),
    sentences=(
        "Le verger est en fleur depuis mardi, mais les abeilles se font attendre.",
        "Je vous envoie par le messager le second paquet de cartes.",
        "Personne ici ne croit au chemin de fer, et moi moins que tout autre.",
        "Ce que vous me dites du chœur nous a fait grand plaisir.",
        "Nous sommes allés jusqu'au moulin et le pont était refait.",
        "Le 4 juin je serai au château, si le médecin le permet.",
        "Demandez donc à votre frère la clef du petit cabinet.",
        "Il est venu hier un accordeur qui a regardé le piano, hoché la tête, et s'en est allé.",
    ),
    closers=(
        "Bien à vous,",
        "Votre dévoué",
        "Veuillez agréer, Monsieur, l'assurance de mes sentiments dévoués.",
        "Mille amitiés",
    ),
    postscript="P. S. Le parapluie est retrouvé.",
    notes=("Le moulin brûla l'année suivante.", "Voir {cited}.", "Le chœur de l'abbaye.", "Lettre non retrouvée."),
    addresses=("Madame Agnès Halm\n12, rue du Moulin\nZenda", "Monsieur Reiner\nà l'Observatoire\nStrelsau"),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    cited="{sender} à {addressee}, {date}",
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter before it is printed: its number in the volume, who wrote to whom, where and when."""

    tongue: Tongue
    number: int

    @property
    def sender(self) -> str:
        """The writer's name in full."""
        return self.tongue.people[self.number % 5]

    @property
    def addressee(self) -> str:
        """The reader's name in full."""
        return self.tongue.people[(self.number + 1 + self.number % 3) % 5]

    @property
    def courteous(self) -> str:
        """The reader's name with a title."""
        return self.tongue.courtesies[(self.number + 1 + self.number % 3) % 5]

    @property
    def place(self) -> str:
        """Where it was written."""
        return self.tongue.places[self.number % 4]

    @property
    def day(self) -> date:
        """The day of writing."""
        return _FIRST + timedelta(days=9 * self.number + self.number % 4)

    @property
    def long_date(self) -> str:
        """The day with the name of the month."""
        month = self.tongue.months[self.day.month - 1]
        return self.tongue.day_month_year.format(day=self.day.day, month=month, year=self.day.year)

    @property
    def short_date(self) -> str:
        """The day in numbers."""
        return f"{self.day.day}. {self.day.month}. {self.day.year}"

    @property
    def weekday(self) -> str:
        """The day of the week."""
        return self.tongue.weekdays[self.day.weekday()]


@dataclass(frozen=True, slots=True)
class Expected:
    """Where a letter stands in the text of its volume, and what is known of it from its title."""

    start: int
    end: int
    sender: str | None
    addressee: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Volume:
    """The text of a volume and its letters."""

    name: str
    profile: str
    text: str
    letters: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a volume is printed: its titles, and where the date, addresses and notes stand."""

    name: str
    tongue: Tongue
    title: Title | None = None
    names_sender: bool = True
    names_addressee: bool = True
    dateline: str = "above"
    addresses: bool = False
    notes: bool = True
    page_numbers: bool = False
    glued: bool = False
    front: str = ""


def build_volume(manner: Manner, count: int = 30) -> Volume:
    """Print so many letters in a manner."""
    parts, expected, at = [manner.front] if manner.front else [], [], len(manner.front) + 2 if manner.front else 0
    for number in range(1, count + 1):
        letter = Letter(manner.tongue, number)
        text = "\n\n".join(_blocks(letter, manner))
        sender = letter.sender if manner.title and manner.names_sender else None
        addressee = letter.addressee if manner.title and manner.names_addressee else None
        expected.append(Expected(at, at + len(text), sender, addressee, _printed_day(letter, text)))
        parts.append(text)
        at += len(text) + 2
        if manner.page_numbers and number % 3 == 0:
            parts.append(f"— {number + 10} —")
            at += len(parts[-1]) + 2
    return Volume(manner.name, manner.tongue.profile, "\n\n".join(parts) + "\n", tuple(expected))


def _printed_day(letter: Letter, text: str) -> date | None:
    own = re.compile(rf"(?<!\d)(?:{re.escape(letter.long_date)}|{re.escape(letter.short_date)})")
    return letter.day if own.search(text) else None


def _blocks(letter: Letter, manner: Manner) -> Iterable[str]:
    if manner.title:
        yield manner.title(letter)
    yield from _opener(letter, manner)
    yield from _body(letter, manner)
    yield from _closer(letter, manner)
    if manner.notes:
        yield from _notes(letter)


def _opener(letter: Letter, manner: Manner) -> Iterable[str]:
    number, tongue = letter.number, letter.tongue
    if manner.addresses and number % 3 == 0:
        yield tongue.addresses[number % 2]
    if _date_above(letter, manner):
        yield f"{letter.place}, {letter.long_date}." if number % 2 else f"{letter.place} {letter.long_date}"
    if number % 6 != 4:
        yield tongue.salutes[number % 5]


def _date_above(letter: Letter, manner: Manner) -> bool:
    if manner.dateline == "mixed":
        return letter.number % 3 != 1
    return manner.dateline == "above" and letter.number % 7 != 6


def _body(letter: Letter, manner: Manner) -> Iterable[str]:
    number, sentences = letter.number, letter.tongue.sentences
    call = "1" if manner.glued else ""
    for paragraph in range(1 + number % 3):
        first, second = sentences[(number + 3 * paragraph) % 8], sentences[(number * 3 + paragraph + 1) % 8]
        begins = f"{letter.tongue.run_in[number % 2]} " if paragraph == 0 and number % 6 == 4 else ""
        yield f"{begins}{first}{call} {second}"


def _closer(letter: Letter, manner: Manner) -> Iterable[str]:
    number, tongue = letter.number, letter.tongue
    closer = tongue.closers[number % 4]
    signature = letter.sender if number % 2 else letter.sender.split(" ")[-1]
    if number % 5 == 3:
        yield signature
    elif number % 2:
        yield f"{closer}\n{signature}"
    else:
        yield closer
        yield signature
    if not _date_above(letter, manner) and manner.dateline in ("below", "mixed"):
        yield f"{letter.place}, {letter.long_date}"
    if number % 6 == 5:
        yield tongue.postscript


def _notes(letter: Letter) -> Iterable[str]:
    number, tongue = letter.number, letter.tongue
    other = Letter(tongue, number + 2)
    cited = tongue.cited.format(sender=other.sender, addressee=other.addressee, date=other.long_date)
    if number % 4 != 3:
        yield "\n".join(
            f"{note} {tongue.notes[(number + note) % 4].format(cited=cited)}" for note in range(1, 2 + number % 3)
        )


def _surname(name: str) -> str:
    return name.rsplit(" ", maxsplit=1)[-1]


def _last_first(name: str) -> str:
    given, _, surname = name.rpartition(" ")
    return f"{surname}, {given}"


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


TITLED = (
    Manner("en-both-date", ENGLISH, lambda one: f"{one.sender} to {one.addressee}, {one.long_date}", glued=True),
    Manner(
        "en-to-number",
        ENGLISH,
        lambda one: f"{one.number}. To {one.courteous}",
        names_sender=False,
        page_numbers=True,
        front="THE LETTERS OF A FAMILY\n\nIntroduction\n\nThese letters were found at Zenda in a chest.",
    ),
    Manner(
        "en-number-above",
        ENGLISH,
        lambda one: f"{one.number}\n\nTO {one.addressee.upper()}\n\n[{one.place}, {one.long_date}]",
        names_sender=False,
        dateline="none",
    ),
    Manner("en-roman", ENGLISH, lambda one: f"LETTER {_roman(one.number)}.", names_sender=False, names_addressee=False),
    Manner(
        "en-to-or-from",
        ENGLISH,
        lambda one: (
            f"To {one.addressee}   {one.long_date}" if one.number % 2 else f"From {one.sender}   {one.long_date}"
        ),
        names_sender=False,
        names_addressee=False,
    ),
    Manner("de-both-short", GERMAN, lambda one: f"{one.sender} an {one.addressee}, [{one.short_date}?]", glued=True),
    Manner(
        "de-two-lines",
        GERMAN,
        lambda one: f"{one.sender} an {one.addressee} in Zenda\n{one.place}, {one.weekday}, {one.long_date}",
        dateline="below",
    ),
    Manner(
        "de-to-number",
        GERMAN,
        lambda one: f"[{one.number}] An {one.courteous}",
        names_sender=False,
        page_numbers=True,
    ),
    Manner(
        "de-place-first",
        GERMAN,
        lambda one: f"{one.place}, {one.long_date}. An {one.addressee}",
        names_sender=False,
        dateline="none",
    ),
    Manner(
        "de-last-first",
        GERMAN,
        lambda one: f"{_last_first(one.sender)} an {_last_first(one.addressee)}, {one.long_date}",
    ),
    Manner(
        "de-capitals",
        GERMAN,
        lambda one: f"{_roman(one.number)}. {_surname(one.sender).upper()} AN {_surname(one.addressee).upper()}",
    ),
    Manner(
        "fr-both-place",
        FRENCH,
        lambda one: f"{one.sender} à {one.addressee} [{one.place}], {one.long_date}",
        glued=True,
    ),
    Manner("fr-lettre-both", FRENCH, lambda one: f"Lettre {one.number}. — {one.sender} à {one.addressee}."),
    Manner(
        "fr-to",
        FRENCH,
        lambda one: f"À {one.courteous.upper()}",
        names_sender=False,
        page_numbers=True,
    ),
    Manner(
        "fr-roman",
        FRENCH,
        lambda one: f"{_roman(one.number)}\n\nÀ {one.addressee}\n\n{one.place}, {one.long_date}.",
        names_sender=False,
        dateline="none",
    ),
    Manner(
        "en-two-lines",
        ENGLISH,
        lambda one: f"{one.sender} to {one.courteous}\n{one.place}, {one.weekday}, {one.long_date}",
        dateline="none",
    ),
    Manner(
        "en-letter-to",
        ENGLISH,
        lambda one: f"Letter {one.number}. To {one.courteous}. {one.place}, {one.long_date}.",
        names_sender=False,
        dateline="below",
    ),
    Manner(
        "en-letter-above",
        ENGLISH,
        lambda one: f"LETTER {_roman(one.number)}.\n\nTO {one.courteous.upper()}.",
        names_sender=False,
    ),
    Manner("en-to-from", ENGLISH, lambda one: f"To {one.addressee} from {one.sender}", page_numbers=True),
    Manner(
        "en-number-only",
        ENGLISH,
        lambda one: f"{one.number}\n\n{one.place}, {one.long_date}",
        names_sender=False,
        names_addressee=False,
        dateline="none",
    ),
    Manner("de-vom", GERMAN, lambda one: f"Brief von {one.sender} an {one.addressee} vom {one.long_date}"),
    Manner(
        "de-nr",
        GERMAN,
        lambda one: f"Nr. {one.number}\n\n{one.sender} an {one.addressee}",
        page_numbers=True,
    ),
    Manner(
        "de-number-only",
        GERMAN,
        lambda one: f"{one.number}.\n\n{one.place}, den {one.long_date}",
        names_sender=False,
        names_addressee=False,
        dateline="none",
    ),
    Manner(
        "fr-two-lines",
        FRENCH,
        lambda one: f"{one.sender} à {one.courteous}\n{one.place}, {one.weekday} {one.long_date}",
        dateline="below",
    ),
    Manner(
        "fr-lettre-roman",
        FRENCH,
        lambda one: f"LETTRE {_roman(one.number)}\n\nÀ {one.courteous}",
        names_sender=False,
    ),
)
UNTITLED = (
    Manner("en-dateline-above", ENGLISH, addresses=True),
    Manner("en-dateline-anywhere", ENGLISH, dateline="mixed", addresses=True, page_numbers=True),
    Manner("de-dateline-above", GERMAN, addresses=True, glued=True),
    Manner("de-dateline-below", GERMAN, dateline="below", addresses=True),
    Manner("de-dateline-anywhere", GERMAN, dateline="mixed", notes=False),
    Manner("fr-dateline-above", FRENCH, addresses=True),
    Manner("fr-dateline-anywhere", FRENCH, dateline="mixed", addresses=True),
)
