"""Invented volumes of 1913 to 1951: file numbers, offices with names in brackets, telegrams, memoranda, minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from eras_typesetting import PLACES, Paper, american, body, days, full_name, later, prose, surname

_OFFICES = (
    "The Ambassador in {} ({})",
    "The Chargé in {} ({})",
    "The Minister in {} ({})",
    "The Consul General at {} ({})",
    "The Vice Consul at {} ({})",
    "The Minister Resident in {} ({})",
    "The {} Ambassador ({})",
    "The {} Minister for Foreign Affairs ({})",
    "The Second Secretary of Embassy in {} ({})",
    "The Commissioner at {} ({})",
)
_HOME = ("The Secretary of State", "The Acting Secretary of State", "The Under Secretary of State ({})")
_COUNTRIES = ("Ruritania", "Italy", "Great Britain", "the Soviet Union", "Zenda", "Bulgaria", "Chungking")


def _foreign(rng: Random) -> tuple[str, str]:
    """An office abroad with its holder, and the words that name him."""
    name = surname(rng) if rng.random() < 0.8 else f"de {surname(rng)}"
    form = rng.choice(_OFFICES)
    where = rng.choice(("Ruritanian", "Italian", "British")) if form.startswith("The {}") else rng.choice(_COUNTRIES)
    return form.format(where, name), name


def _home(rng: Random) -> tuple[str, str]:
    form, name = rng.choice(_HOME), surname(rng)
    return form.format(name), name if "{}" in form else form.removeprefix("The ")


def _pair(rng: Random) -> tuple[str, str, str, str]:
    """A heading, sender, addressee, place."""
    abroad, there = _foreign(rng)
    home, here = _home(rng)
    if rng.random() < 0.5:
        return f"{abroad} to {home}", there, here, rng.choice(PLACES)
    if rng.random() < 0.2:
        office = f"Embassy in {rng.choice(_COUNTRIES[:3])}"
        return f"{home} to the {office}", here, office, "Washington"
    return f"{home} to {abroad[0].lower()}{abroad[1:]}", here, there, "Washington"


def wartime(year: int = 1916) -> Iterator[Paper]:
    """File numbers with the word File; telegrams and letters; enclosures with translations."""
    rng = Random(year)
    for count, day in zip(range(36), days(rng, year), strict=False):
        heading, sender, addressee, place = _pair(rng)
        between = (f"{rng.choice(_COUNTRIES[:3]).upper()}",) if count % 12 == 0 else ()
        above = (f"File No. 763.72/{1230 + count * 3}{'½' * (count % 7 == 0)}",)
        if rng.random() < 0.6:
            received = "" if place == "Washington" else f"\n[Received {later(day, 1)}, 8.30 a. m.]"
            opener = ("[Telegram]", f"{place}, {american(day)}, {count % 11 + 1} p. m.{received}")
            below = (*opener, *body(rng, f"{count + 800}. Your {count + 640}, {later(day, 0)}, noon."), surname(rng))
        else:
            mark = (f"No. {count + 50}",) if rng.random() < 0.7 else ()
            received = "" if place == "Washington" else f"\n[Received {later(day)}.]"
            inclosed = _enclosed(rng, day) if rng.random() < 0.4 else ()
            opener = (*mark, f"{place}, {american(day)}.{received}")
            below = (*opener, *body(rng, "Sir:"), "I have [etc.]", full_name(rng), *inclosed)
        yield Paper(heading, below, (sender,), (addressee,), day, "", above, between)


def _enclosed(rng: Random, day: date) -> tuple[str, ...]:
    heading, *_ = _pair(rng)
    mark = rng.choice(["[Enclosure—Translation]", "[Enclosure 1]", "[Inclosure]", "[Enclosure—Telegram]"])
    dateline = f"{rng.choice(PLACES)}, {american(day)}."
    if rng.random() < 0.5:
        return (mark, heading, dateline, *body(rng, "Excellency:"), "Accept [etc.]", full_name(rng))
    return (mark, rng.choice(["Memorandum", "Aide-Mémoire", "Draft Agreement"]), *prose(rng), dateline)


def conference(year: int = 1919) -> Iterator[Paper]:
    """Papers of a peace conference: minutes with those present and numbered heads, telegrams of the commission."""
    rng = Random(year)
    for count, day in zip(range(32), days(rng, year), strict=False):
        shape = rng.randrange(4)
        file = f"Paris Peace Conf. 180.0501/{count + 1}"
        if shape == 0:
            heading = rng.choice(
                [
                    f"Minutes of the Daily Meeting of the Commissioners Plenipotentiary, Tuesday, {american(day)}",
                    (
                        f"Secretary’s Notes of a Meeting of the Foreign Ministers Held in Mr. {surname(rng)}’s Room "
                        f"at the Palace, Strelsau, on Monday, {american(day)}, at 3 p.m."
                    ),
                    (
                        f"Notes of a Meeting Held at Count {surname(rng)}’s House in Strelsau, "
                        f"on Thursday, {american(day)}, at 4 p. m."
                    ),
                ]
            )
            series = (f"BC–{count + 12}",) if rng.random() < 0.5 else ()
            if rng.random() < 0.3:
                dated = f"{day.day} {american(day).split()[0]}, {year}"
                room = f"M. {surname(rng)}’s Room"
                heading = (
                    f"Secretary’s Notes of a Conversation Held in {room}, Strelsau, on Monday, {dated}, at 3 p. m."
                )
            below = _minutes(rng)
            if rng.random() < 0.5:
                below += (
                    f"Appendix A to BC–{count + 12}",
                    "Note From the Ruritanian Delegation to the President of the Conference",
                )
                below += prose(rng)
            yield Paper(heading, below, (), (), day, "", (file, *series))
        elif shape == 1:
            out = rng.random() < 0.5
            parties = ("The Commission to Negotiate Peace", "The Acting Secretary of State")
            sender, addressee = parties if out else parties[::-1]
            place = "Paris" if out else "Washington"
            text = body(rng, f"{1800 + count}. Your {1700 + count}, {later(day, 0)}, 7 p.m.")
            yield Paper(
                f"{sender} to {addressee[0].lower()}{addressee[1:]}",
                (f"{place}, {american(day)}—noon.\n[Received {later(day, 1)}—8:10 a. m.]", *text, "Am[erican] Mission"),
                (sender.removeprefix("The "),),
                (addressee.removeprefix("The "),),
                day,
                "",
                (f"{file}: Telegram",),
            )
        elif shape == 2:
            name, other = full_name(rng), surname(rng)
            yield Paper(
                f"Mr. {name} to President {other}",
                (
                    f"{rng.choice(PLACES)}, {day.day} {american(day).split()[0]}, {year}.",
                    *body(rng, "My Dear Mr. President:"),
                    "Faithfully yours,",
                    name,
                ),
                (name,),
                (other,),
                day,
                "",
                (file,),
            )
        else:
            heading, sender, addressee, place = _pair(rng)
            text = body(rng, f"{count + 20}. Department’s {count + 11}.")
            opener = f"{place}, {american(day)}—{count % 11 + 1} p.m."
            yield Paper(
                heading,
                (opener, *text, surname(rng)),
                (sender,),
                (addressee,),
                day,
                "",
                (f"763.72119/{4000 + count}: Telegram",),
            )


def _minutes(rng: Random) -> tuple[str, ...]:
    """Those present by country, then heads that are numbered."""
    present = [
        line
        for country in ("America, United States of", "British Empire", "France", "Italy")
        for line in (country, f"Mr. {surname(rng)}", f"Count {surname(rng)}")
    ]
    heads = [
        line
        for number, title in enumerate(
            ("Reparation", "Report of the Commission on Forests", "Frontiers of Ruritania"), 1
        )
        for line in (f"{number}. {title}", *body(rng, f"Mr. {surname(rng)} said"))
    ]
    return ("Present:", *present, *heads, f"{rng.choice(PLACES)}, {rng.randint(1, 28)} March, 1919.")


def thirties(year: int = 1938) -> Iterator[Paper]:
    """Decimal files with the way of transmission; notes of embassies; memoranda of conversation."""
    rng = Random(year)
    for count, day in zip(range(40), days(rng, year), strict=False):
        between = (
            ("Efforts to secure equality of treatment for American firms in Ruritania",) if count % 10 == 0 else ()
        )
        file = f"{rng.choice(['893.00', '740.00', '711.94', '865.01 Zenda'])}/{14000 + count * 7}"
        if rng.random() < 0.3:
            yield _record(rng, day, file, between)
        elif rng.random() < 0.2:
            office = rng.choice(["The British Embassy", "The Ruritanian Legation", "The Italian Embassy"])
            turned = rng.random() < 0.5
            kind = rng.choice(["Aide-Mémoire", "Memorandum", "[Translation]", "Note Verbale"])
            parties = (
                (office, "the Department of State") if not turned else ("The Department of State", f"the {office[4:]}")
            )
            strip = tuple(party[4:] for party in parties)
            below = (kind, *prose(rng), f"Washington, {american(day)}.")
            yield Paper(" to ".join(parties), below, strip[:1], strip[1:], day, "", (file,), between)
        else:
            heading, sender, addressee, place = _pair(rng)
            if rng.random() < 0.6:
                received = "" if place == "Washington" else f"\n[Received {later(day, 1)}—6:15 a.m.]"
                text = body(rng, f"{count + 12}. Reference my {count + 3}, {later(day, 0)}, 2 p.m.")
                note = (f"{count}. Telegram No. {count} not printed.↩",) if rng.random() < 0.4 else ()
                below = (f"{place}, {american(day)}—{count % 11 + 1} p.m.{received}", *text, surname(rng), *note)
                yield Paper(heading, below, (sender,), (addressee,), day, "", (f"{file}: Telegram",), between)
            else:
                inclosed = _enclosed(rng, day) if rng.random() < 0.5 else ()
                opener = (f"No. {count + 700}", f"{place}, {american(day)}.")
                below = (*opener, *body(rng, "Sir:"), "Respectfully yours,", full_name(rng), *inclosed)
                yield Paper(heading, below, (sender,), (addressee,), day, "", (file,), between)


def _record(rng: Random, day: date, file: str, between: Sequence[str]) -> Paper:
    """A memorandum that somebody in the Department made."""
    name = surname(rng)
    writer, want = rng.choice(
        [
            (f"the Chief of the Division of Western European Affairs ({name})", name),
            ("the Secretary of State", "Secretary of State"),
            (f"Mr. Ewald {name} of the Division of Forests", name),
            (f"the Assistant Chief of the Division of Far Eastern Affairs ({name})", name),
            (f"the Adviser on Political Relations ({name})", name),
        ]
    )
    form = rng.choice(
        [
            "Memorandum by {}",
            "Memorandum of Conversation, by {}",
            "Memorandum of Telephone Conversation, by {}",
            "Memorandum by {} to the Under Secretary of State (Winslow)",
        ]
    )
    to = ("Winslow",) if "Winslow" in form else ()
    below = (f"[Washington,] {american(day)}.", *prose(rng), f"E[wald] {name[0]}[{name[1:]}]")
    return Paper(form.format(writer), below, (want,), to, day, "", (file,), tuple(between))


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
            paper = _record(
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
            heading, sender, addressee, place = _pair(rng)
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
            heading, sender, addressee, place = _pair(rng)
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
