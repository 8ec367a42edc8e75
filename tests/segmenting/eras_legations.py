"""Invented volumes of 1865 to 1912: legations, despatches with numbers in brackets, chains of inclosures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from eras_typesetting import PLACES, Paper, american, body, days, full_name, later, prose, surname

_COUNTRIES = ("Ruritania", "Spain", "Chili", "Great Britain", "China")
_CLOSERS = ("I have, &c.,", "I am, &c.,", "I have the honor to be, sir, your obedient servant,", "I am, sir, &c.,")


def translated(rng: Random, number: int, day: date, shapes: int = 4) -> Iterator[str]:
    """Papers inclosed in a despatch: announced with its number, some without heading, some newspapers."""
    many = rng.randint(1, 4)
    for count in range(1, many + 1):
        kind = rng.choice(["", "", ".—Translation", ".—Extract"])
        which = f" {count}" if many > 1 else ""
        yield f"[Inclosure{which} in No. {number}{kind}.]"
        shape = rng.randrange(shapes)
        if shape == 0:
            yield f"Mr. {surname(rng)} to Mr. {surname(rng)}."
            yield f"Legation of the United States,\n{rng.choice(PLACES)}, {american(day)}."
            yield from body(rng, "Sir:")
            yield rng.choice(_CLOSERS)
            yield full_name(rng).upper() + "."
        elif shape == 1:
            yield f"From the {rng.choice(PLACES)} Gazette, {american(day)}."
            yield from prose(rng)
        elif shape == 2:
            yield f"Count {surname(rng)} to Mr. {surname(rng)}."
            yield from body(rng, "The undersigned has the honor to say to the minister of the United States:")
            yield f"{rng.choice(PLACES)}, {american(day)}."
            yield full_name(rng).upper() + "."
        elif shape >= 4:
            mark = iter(("1.—", "2.—", "3.—") if shape == 5 else ("", "", ""))
            for reader in ("Count Reiner", "Mr. Halm", "Count Reiner"):
                yield f"{next(mark)}Mr. {surname(rng)} to {reader}."
                yield f"{rng.choice(PLACES)}, {american(day)}."
                yield from body(rng, "Sir:", 1, 2)
                yield f"{full_name(rng)}."
        else:
            yield rng.choice(["Memorandum.", "Petition of the merchants of Strelsau.", "Decree.", "Protest."])
            for article in range(1, 4):
                yield f"Article {article}. {prose(rng, 1, 1)[0]}"


def early(year: int = 1866) -> Iterator[Paper]:
    """Despatches with the number below the dateline, addressees below the signature, no number above."""
    rng = Random(year)
    minister, number = full_name(rng), 21
    for count, day in zip(range(36), days(rng, year), strict=False):
        between: tuple[str, ...] = ()
        if count % 9 == 0:
            between, minister = (_COUNTRIES[count // 9].upper() + ".",), full_name(rng)
        last, number = minister.split()[-1], number + 1
        goes_out = rng.random() < 0.4
        place = (
            "Department of State,\nWashington" if goes_out else f"Legation of the United States,\n{rng.choice(PLACES)}"
        )
        sender, addressee = ("Seward", last) if goes_out else (last, "Seward")
        received = "" if goes_out or rng.random() < 0.5 else f" (Received {later(day)}.)"
        extract = ("[Extract.]",) if rng.random() < 0.2 else ()
        signer = "William H. Seward" if goes_out else minister
        reader = f"{minister}, Esq., &c., &c., &c." if goes_out else "Hon. William H. Seward,\nSecretary of State, &c."
        dateline = f"{place}, {american(day)}.{received}"
        shape = rng.randrange(3)
        opener = {
            0: (dateline, f"No. {number}.]"),
            1: (f"No. {number}.]", dateline),
            2: (f"No. {number}.] {dateline}",),
        }[shape]
        inclosed = () if goes_out or rng.random() < 0.6 else tuple(translated(rng, number, day))
        yield Paper(
            f"Mr. {sender} to Mr. {addressee}.",
            (*extract, *opener, *body(rng, "Sir:"), rng.choice(_CLOSERS), signer.upper() + ".", reader, *inclosed),
            (sender,),
            (addressee,),
            day,
            between=between,
        )


def numbered(year: int = 1874, sign: str = "No. ") -> Iterator[Paper]:
    """Documents with a running number above the heading, and notes between legations and the Department."""
    rng = Random(year)
    minister, number = surname(rng), 200
    for count, day in zip(range(38), days(rng, year), strict=False):
        between: tuple[str, ...] = ()
        if count % 10 == 0:
            country, minister = _COUNTRIES[count // 10], surname(rng)
            between = (f"{country.upper()}.",)
            if count == 20:
                between += (f"CORRESPONDENCE WITH THE LEGATION OF {country.upper()} AT WASHINGTON.",)
        number += 1
        sender, addressee, place = rng.choice(
            [
                (minister, "Fish", f"Legation of the United States,\n{rng.choice(PLACES)}"),
                ("Fish", minister, "Department of State,\nWashington"),
                (minister, "Fish", f"United States Consulate-General,\n{rng.choice(PLACES)}"),
            ]
        )
        received = f" (Received {later(day)}.)" if addressee == "Fish" else ""
        extract = (rng.choice(["[Extract.]", "[Telegram.]", "[Translation.]"]),) if rng.random() < 0.3 else ()
        inclosed = tuple(translated(rng, number, day, 6)) if rng.random() < 0.5 else ()
        own = (f"No. {number}.]",) if rng.random() < 0.8 else ()
        title = rng.choice(["Mr.", "Mr.", "Count", "Sir Edward", "Señor"]) if sender != "Fish" else "Mr."
        yield Paper(
            f"{title} {sender} to Mr. {addressee}.",
            (
                *extract,
                f"{place}, {american(day)}.{received}",
                *own,
                *body(rng, "Sir:"),
                rng.choice(_CLOSERS),
                f"{sender.upper()}.",
                *inclosed,
            ),
            (sender,),
            (addressee,),
            day,
            f"{count + 1}",
            (f"{sign}{count + 1}.",),
            between,
        )


def telegraphed(year: int = 1895) -> Iterator[Paper]:
    """Letters and telegrams between persons; small chapter titles; inclosures within inclosures."""
    rng = Random(year)
    minister, number = surname(rng), 1000
    for count, day in zip(range(36), days(rng, year), strict=False):
        between: tuple[str, ...] = ()
        if count % 9 == 0:
            minister = surname(rng)
            between = (_COUNTRIES[count // 9].upper() + ".", "PROTECTION OF AMERICAN MERCHANTS AT ZENDA.")
        number += 1
        sender, addressee = rng.choice([(minister, "Olney"), ("Olney", minister)])
        place = rng.choice(PLACES) if addressee == "Olney" else "Washington"
        if rng.random() < 0.4:
            kind = rng.choice(["[Telegram.]", "[Telegram.—Paraphrase.]", "[Confidential.—Telegram.]"])
            office = ("Department of State,\n" if sender == "Olney" else "Legation of the United States,\n") * (
                count % 2
            )
            below = (kind, f"{office}{place}, {american(day)}.", *prose(rng, 1, 2), f"{sender}.")
        else:
            office = "Department of State" if sender == "Olney" else "Legation of the United States"
            received = f" (Received {later(day)}.)" if addressee == "Olney" else ""
            inclosed = tuple(translated(rng, number, day)) if rng.random() < 0.5 else ()
            below = (
                f"No. {number}.]",
                f"{office},\n{place}, {american(day)}.{received}",
                *body(rng, "Sir:"),
                rng.choice(_CLOSERS),
                full_name(rng).rsplit(" ", 1)[0] + f" {sender}.",
                *inclosed,
            )
        yield Paper(f"Mr. {sender} to Mr. {addressee}.", below, (sender,), (addressee,), day, between=between)


def filed(year: int = 1908) -> Iterator[Paper]:
    """A file number above a heading that names offices; names behind the offices of a few."""
    rng = Random(year)
    envoy = surname(rng)
    for count, day in zip(range(36), days(rng, year), strict=False):
        between: tuple[str, ...] = ()
        if count % 9 == 0:
            envoy = surname(rng)
            between = (_COUNTRIES[count // 9].upper(), "BOUNDARY DISPUTE BETWEEN RURITANIA AND NEIGHBORING STATES.")
        home = rng.choice(["The Secretary of State", "The Acting Secretary of State"])
        abroad = rng.choice(
            [
                f"Ambassador {envoy}",
                f"Minister {envoy}",
                f"Chargé {envoy}",
                "The American Minister",
                "The Minister of Ruritania",
            ]
        )
        goes_out = rng.random() < 0.45
        sender, addressee = (home, abroad) if goes_out else (abroad, home)
        place = "Washington" if goes_out else rng.choice(PLACES)
        number = 400 + count
        if rng.random() < 0.45:
            below = (
                rng.choice(["[Telegram.]", "[Telegram—Paraphrase.]", "[Extract—Telegram.]"]),
                f"{'Department of State' if goes_out else 'American Legation'},\n{place}, {american(day)}.",
                *prose(rng, 1, 2),
                f"{surname(rng)}.",
            )
        else:
            received = "" if goes_out else f"\n[Received {later(day)}.]"
            below = (
                f"No. {number}.]",
                f"{'Department of State' if goes_out else 'American Legation'},\n{place}, {american(day)}.{received}",
                *body(rng, "Sir:"),
                rng.choice(["I have, etc.,", "I am, etc.,"]),
                f"{full_name(rng)}.",
                *((f"[Inclosure{' 1' * (count % 2)}—Translation.]", *_note(rng, day)) if rng.random() < 0.4 else ()),
            )
        above = (rng.choice([f"File No. {780 + count}/15–1{count % 9}.", f"File No. 893.51/{640 + count}."]),)
        yield Paper(f"{sender} to {addressee}.", below, _bare(sender), _bare(addressee), day, "", above, between)


def _note(rng: Random, day: date) -> tuple[str, ...]:
    """A translated note, inclosed."""
    return (
        rng.choice(["The Minister for Foreign Affairs to the American Minister.", "Prince Rudolf to Minister Halm."]),
        f"Foreign Office,\n{rng.choice(PLACES)}, {american(day)}.",
        *body(rng, "Your Excellency:"),
        "I avail, etc.,",
        f"{full_name(rng)}.",
    )


def _bare(name: str) -> tuple[str, ...]:
    """The name of a correspondent if there is one, else the office."""
    words = name.split()
    return (words[-1],) if words[0] != "The" else (name.removeprefix("The "),)
