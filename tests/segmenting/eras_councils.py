"""Invented volumes of 1943 to 1951: minutes and messages of conferences, papers of councils, classified telegrams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from eras_embassies import pair, record
from eras_typesetting import PLACES, Paper, american, body, days, prose, surname


def postwar(year: int = 1947) -> Iterator[Paper]:
    """Decimal files with dates, lot files, editorial notes, papers of staffs and councils, classified telegrams."""
    rng = Random(year)
    for count, day in zip(range(42), days(rng, year), strict=False):
        between = ("Interest of the United States in the economic situation of Ruritania",) if count % 14 == 0 else ()
        stamp = f"{day.month}–{day.day}{year % 100}"
        file = rng.choice([f"740.00119 Control (Zenda)/{stamp}", f"501.BB Ruritania/{stamp}", f"893.00/{stamp}"])
        secrecy = rng.choice(["secret", "top secret", "confidential", "restricted", "secret   us urgent"])
        shape = rng.randrange(8)
        if shape == 0:
            text = prose(rng, 1, 2)
            yield Paper("Editorial Note", text, between=between)
        elif shape == 1:
            yield _paper(rng, day, between)
        elif shape == 2:
            paper = record(
                rng, day, rng.choice([file, "Hickerson Files", "Lot 54 D 423", "SWNCC Files", "Halm Papers"]), between
            )
            opener = (
                secrecy,
                f"[Washington,] {american(day)}.",
                "Participants:\nMr. Halm, Embassy of Ruritania\nMr. Reiner, EUR",
            )
            below = (*opener, "Subject: Forests of Zenda", *paper.below[1:])
            yield Paper(paper.heading, below, paper.sender, paper.addressee, day, "", paper.above, between)
        elif shape == 3:
            group = rng.choice(
                ["Certain Diplomatic and Consular Offices", "Certain Diplomatic Missions", "All Diplomatic Posts"]
            )
            below = (secrecy, f"Washington, {american(day)}—8 a. m.", *prose(rng, 1, 2), "Acheson")
            yield Paper(
                f"The Acting Secretary of State to {group}",
                below,
                ("Acting Secretary of State",),
                (group,),
                day,
                "",
                (f"{file}: Circular telegram",),
                between,
            )
        else:
            heading, sender, addressee, place = pair(rng)
            note = (f"1. Telegram {count}, not printed.↩",) if rng.random() < 0.4 else ()
            text = body(rng, f"{count + 300}. Remytel {count + 3}.")
            below = (secrecy, f"{place}, {american(day)}—{count % 11 + 1} p. m.", *text, surname(rng), *note)
            mark = "1" if note else ""
            yield Paper(heading + mark, below, (sender,), (addressee,), day, "", (f"{file}: Telegram",), between)


def _paper(rng: Random, day: date, between: Sequence[str]) -> Paper:
    """A paper of a staff or council, with heads that are numbered."""
    heading, sender, above = rng.choice(
        [
            ("Report by the Joint Strategic Survey Committee", "Joint Strategic Survey Committee", "SWNCC 360/1"),
            ("Paper Prepared by the Policy Planning Staff", "Policy Planning Staff", "PPS Files: Lot 64 D 563"),
            ("Policy Statement Prepared in the Department of State", "", f"611.93/{day.month}–{day.day}47"),
            ("Minutes of the Third Meeting of the Committee on Forests, Held at Strelsau", "", "Reiner Files"),
            ("Draft Memorandum by the Director of the Office of European Affairs (Halm)", "Halm", "Halm Files"),
            ("Report by the National Security Council", "National Security Council", "S/S–NSC Files: Lot 63 D 351"),
        ]
    )
    heads = [
        line
        for number, title in enumerate(("The problem", "Facts bearing on the problem", "Discussion", "Conclusions"), 1)
        for line in (f"{number}. {title}", *prose(rng, 1, 2))
    ]
    below = ("top secret", f"[Washington,] {american(day)}.", "forests of ruritania", *heads)
    more = ("[Annex]", "Draft Letter to the Ambassador of Ruritania", *prose(rng)) if rng.random() < 0.4 else ()
    return Paper(heading, below + more, (sender,) if sender else (), (), day, "", (above,), tuple(between))


def summits(year: int = 1943) -> Iterator[Paper]:
    """Papers of conferences in the war: minutes by those who took them, messages from archives, agreed texts."""
    rng = Random(year)
    for count, day in zip(range(36), days(rng, year), strict=False):
        between = ("the conference at strelsau",) if count % 12 == 0 else ()
        file = rng.choice(["Roosevelt Papers", "Halm Collection", "J. C. S. Files", "Defense Files", "Leahy Papers"])
        shape = rng.randrange(5)
        title = f"{surname(rng)}–{surname(rng)} Meeting, {american(day)}, {count % 11 + 1} P. M., Castle of Zenda"
        if shape in (0, 1):
            writer = rng.choice(["Halm Minutes", "Combined Chiefs of Staff Minutes", "Department of State Minutes"])
            below = ("secret", f"Strelsau, {american(day)}.", "Present\nCount Reiner\nPresident Osgood", *prose(rng))
            yield Paper(writer, below, (), (), day, "", (file,), (*between, title) if shape == 0 else between)
        elif shape == 2:
            name = surname(rng)
            opener = ("top secret", f"{rng.choice(PLACES)}, {day.day} {american(day).split()[0]} {year}.")
            heading = f"Prime Minister {name} to President Osgood"
            yield Paper(
                heading,
                (*opener, *body(rng, f"{count + 400}.")),
                (name,),
                ("Osgood",),
                day,
                "",
                (f"{file}: Telegram",),
                between,
            )
        elif shape == 3:
            name, want = rng.choice(
                [("President Osgood", "Osgood"), ("The President’s Special Assistant (Hopkins)", "Hopkins")]
            )
            below = ("secret   priority", f"Washington, {american(day)}.", *prose(rng), want)
            yield Paper(f"{name} to Marshal Strakencz", below, (want,), ("Strakencz",), day, "", (file,), between)
        else:
            heading, sender, addressee, place = pair(rng)
            below = ("secret", f"{place}, {american(day)}—noon.", *body(rng, f"{count + 20}."), surname(rng))
            yield Paper(
                heading,
                below,
                (sender,),
                (addressee,),
                day,
                "",
                (f"740.0011 European War 1939/{2000 + count}: Telegram",),
                between,
            )
