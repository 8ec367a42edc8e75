"""Invented volumes of 1952 to 1968: running numbers, kinds of document from office to office, records of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from eras_typesetting import PLACES, Paper, american, body, days, full_name, prose, surname

_COUNTRIES = ("Ruritania", "Italy", "the Republic of China", "the Soviet Union", "the United Kingdom")


def _officer(rng: Random) -> tuple[str, str]:
    """An officer in Washington, and the words that name him."""
    name = surname(rng)
    return rng.choice(
        [
            (f"the Assistant Secretary of State for Far Eastern Affairs ({name})", name),
            (f"the President’s Special Assistant for National Security Affairs ({name})", name),
            ("Secretary of State Halm", "Halm"),
            (f"the Director of the Office of Chinese Affairs ({name})", name),
            (f"{full_name(rng)[:-1]}z of the National Security Council Staff", ""),
            (f"the Chairman of the Joint Chiefs of Staff ({name})", name),
            (f"the Deputy Assistant Secretary of Defense for International Security Affairs ({name})", name),
            (f"the Deputy Director for Plans, Central Intelligence Agency ({name})", name),
        ]
    )


def _between_posts(rng: Random) -> tuple[str, str, str]:
    """Sender, addressee and place of a telegram."""
    post = rng.choice(
        [
            f"the Embassy in {rng.choice(_COUNTRIES)}",
            f"the Consulate General at {rng.choice(PLACES)}",
            "the Mission to the United Nations",
            "the Delegation at the Strelsau Conference",
        ]
    )
    home = "the Department of State"
    return (post, home, rng.choice(PLACES)) if rng.random() < 0.5 else (home, post, "Washington")


def ministers(year: int = 1953) -> Iterator[Paper]:
    """A running number, a file, and a heading of offices, one below the other."""
    rng = Random(year)
    for count, day in zip(range(40), days(rng, year), strict=False):
        between = ("U.S. interest in the forests of Ruritania",) if count % 13 == 0 else ()
        file = rng.choice(
            [
                f"7{count % 90 + 10}.00/{day.month}-{day.day}{year % 100}",
                f"7{count % 90 + 10}.5 MSP/{day.month}–{day.day}{year % 100}",
                "Eisenhower Library, Eisenhower papers, Whitman file",
                "S/S–NSC files, lot 63 D 351, NSC 5405 Series",
                "Conference files, lot 60 D 627, CF 156",
            ]
        )
        number = f"No. {count + 1}"
        name, place = surname(rng), rng.choice(PLACES)
        shape = rng.randrange(5)
        if shape == 0:
            yield Paper("Editorial Note", prose(rng, 1, 3), number=str(count + 1), above=(number,), between=between)
            continue
        if shape == 1:
            officer, want = f"the Assistant Secretary of State for European Affairs ({name})", name
            heading = rng.choice(
                [f"Memorandum of Conversation, by {officer}", f"Memorandum by {officer} to the Secretary of State"]
            )
            to = ("Secretary of State",) if heading.endswith("State") else ()
            below = ("secret", f"[Washington,] {american(day)}.", "Subject: Forests", *prose(rng))
            if rng.random() < 0.4:
                below += (
                    "[Attachment 1]",
                    "Memorandum Prepared in the Office of Forests",
                    f"[Washington,] {american(day)}.",
                    *prose(rng),
                )
            yield Paper(heading, below, (want,), to, day, str(count + 1), (number, file), between)
            continue
        if shape == 2:
            heading = "National Intelligence Estimate"
            below = (
                "secret",
                f"Washington, {american(day)}.",
                f"NIE–{count + 20}",
                "Probable Developments in Ruritania",
            )
            heads = ("Conclusions", *(f"{point}. {text}" for point, text in enumerate(prose(rng, 3, 5), 1)))
            yield Paper(heading, (*below, *heads), (), (), day, str(count + 1), (number, "INR files"), between)
            continue
        sides = (f"The Ambassador in {rng.choice(_COUNTRIES)} ({name})", "the Department of State")
        out = rng.random() < 0.5
        heading = " to ".join(sides) if out else f"The Secretary of State to the Embassy in {rng.choice(_COUNTRIES)}"
        sender = name if out else "Secretary of State"
        addressee = "Department of State" if out else heading.split(" to the ")[1]
        below = (
            rng.choice(["secret", "top secret   priority", "confidential", "secret   niact"]),
            f"{place if out else 'Washington'}, {american(day)}—{count % 11 + 1} p.m.",
            *body(rng, f"{count + 900}. Re Embtel {count + 800}."),
            name if out else "Dulles",
            *((f"1. Repeated to {place}.↩",) if rng.random() < 0.5 else ()),
        )
        yield Paper(
            heading,
            below,
            (sender,),
            (addressee,),
            day,
            str(count + 1),
            (number, f"{file}: Telegram" if "/" in file and "files" not in file else file),
            between,
        )


def fifties(year: int = 1956) -> Iterator[Paper]:
    """Number, kind and parties in one line; place and date of a conversation in the heading; sources in note 1."""
    rng = Random(year)
    for count, day in zip(range(44), days(rng, year), strict=False):
        between = ("The first phase of the crisis, January–June",) if count % 15 == 0 else ()
        source = f"1. Source: Department of State, Central Files, 611.93/{day.month}–{day.day}56. Secret.↩"
        heading, sender, addressee, place = _fifties_heading(rng, day)
        own = "Washington, " in heading or "Camp Zenda" in heading
        dateline = () if own else (f"{place}, {american(day)}—{count % 11 + 1} p.m.",)
        if heading == "Editorial Note":
            below: tuple[str, ...] = prose(rng, 1, 3)
        elif own:
            seen = (
                "SUBJECT\nForests of Ruritania",
                "PARTICIPANTS\nMr. Halm, Ambassador of Ruritania\nMr. Robert Osgood, FE",
            )
            points = [f"{point}. {text}" for point, text in enumerate(prose(rng, 2, 4), 1)]
            below = (*seen, *points, *prose(rng, 1, 2), source)
        else:
            attached = ("[Enclosure]", "Draft Letter From President Osgood to Count Reiner", *body(rng, "Dear Count:"))
            more = attached if rng.random() < 0.2 else ()
            below = (*dateline, *body(rng, f"{count + 700}. Embtel {count + 50}."), surname(rng), *more, source)
        day_ = None if heading == "Editorial Note" else day
        heading = f"{count + 1}. {heading}{'' if heading == 'Editorial Note' else '1'}"
        yield Paper(heading, below, sender, addressee, day_, str(count + 1), (), between)


def _fifties_heading(rng: Random, day: date) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    shape = rng.randrange(9)
    name = surname(rng)
    if shape == 0:
        return "Editorial Note", (), (), ""
    if shape == 1:
        what = rng.choice(
            ["a Conversation", "a Telephone Conversation", "a Conversation Between the Secretary and Count Reiner"]
        )
        return f"Memorandum of {what}, Department of State, Washington, {american(day)}, 3 p.m.", (), (), ""
    if shape == 2:
        what = f"Memorandum of Discussion at the {rng.randint(224, 239)}th Meeting of the National Security Council"
        return f"{what}, Washington, {american(day)}", (), (), ""
    if shape == 3:
        what = rng.choice(
            ["Memorandum of a Conference With the President, White House", "Memorandum for the Record, White House"]
        )
        return f"{what}, Washington, {american(day)}, 10:30 a.m.", (), (), ""
    if shape == 4:
        officer, want = _officer(rng)
        other, to = _officer(rng)
        kind = rng.choice(["Memorandum", "Letter", "Note"])
        return f"{kind} From {officer} to {other}", (want,) if want else (), (to,) if to else (), "Washington"
    if shape == 5:
        paper = rng.choice(
            [
                "National Intelligence Estimate",
                "Operations Coordinating Board Report",
                "Staff Study",
                "Editorial Survey",
                "National Security Council Report",
                "Staff Notes No. 288",
                "Current Economic Developments",
                "Progress Report by the Operations Coordinating Board",
                "Joint Statement",
                "Agreed Minute",
            ]
        )
        return paper, (), (), "Washington"
    if shape == 6:
        text = "Circular Telegram From the Department of State to Certain Diplomatic Missions"
        return text, ("Department of State",), ("Certain Diplomatic Missions",), "Washington"
    kind = rng.choice(["Telegram", "Telegram", "Despatch", "Instruction", "Airgram"])
    sender, addressee, place = _between_posts(rng)
    if shape == 7:
        return f"Message From Prime Minister {name} to President Osgood", (name,), ("Osgood",), rng.choice(PLACES)
    return f"{kind} From {sender} to {addressee}", (sender[4:],), (addressee[4:],), place


def sixties(year: int = 1964) -> Iterator[Paper]:
    """Running numbers, place and date below, numbers of telegrams in the text, a source note, attachments and tabs."""
    rng = Random(year)
    for count, day in zip(range(44), days(rng, year), strict=False):
        between = ("The Ruritanian Crisis, January–June 1964",) if count % 15 == 0 else ()
        kind, sender, addressee, place = _sixties_heading(rng)
        source = f"Source: Department of State, Central Files, POL 27 RUR. Secret. Drafted by {surname(rng)}.↩"
        notes = tuple(f"{mark}. Document {count + mark}.↩" for mark in range(2, rng.randint(3, 5)))
        if kind == "Editorial Note":
            yield Paper(f"{count + 1}. {kind}", prose(rng, 1, 3), (), (), None, str(count + 1), (), between)
            continue
        dateline = f"{place}, {american(day)}, {count % 11 + 1}:15 p.m."
        if any(word in kind for word in ("Conversation", "Meeting", "Record", "Paper", "Estimate")):
            lists = ("SUBJECT\nRuritania", f"PARTICIPANTS\nThe President\nThe Secretary of State\nMr. {surname(rng)}")
            points = [f"{point}. {text}" for point, text in enumerate(prose(rng, 2, 4), 1)]
            text = (*lists, *points)
        else:
            text = body(rng, f"{1500 + count}. Embtel {count + 50}." if "gram From" in kind else "SUBJECT: Forests.")
        tab = (rng.choice(["Attachment", "Tab A", "Enclosure", "Attachment 1"]),)
        tab += rng.choice(
            [
                ("Paper Prepared in the Department of State",),
                ("Letter From President Osgood to Chairman Halm",),
                ("Draft Telegram From the Department of State to the Embassy in Ruritania",),
                ("Memorandum From Mr. Halm",),
                (),
            ]
        )
        more = (*tab, f"Washington, {american(day)}.", *prose(rng, 1, 2)) if rng.random() < 0.2 else ()
        signed = (full_name(rng),) if rng.random() < 0.6 else ()
        yield Paper(
            f"{count + 1}. {kind}",
            (dateline, *text, *signed, *more, source, *notes),
            sender,
            addressee,
            day,
            str(count + 1),
            (),
            between,
        )


def _sixties_heading(rng: Random) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    shape = rng.randrange(8)
    if shape == 0:
        return "Editorial Note", (), (), ""
    if shape == 1:
        return (
            rng.choice(
                [
                    "Memorandum of Conversation",
                    "Summary Record of the 505th Meeting of the National Security Council",
                    "Memorandum for the Record",
                    "Notes of Meeting",
                    "Special National Intelligence Estimate",
                    "Paper Prepared in the Department of State",
                    "Memorandum of Telephone Conversation Between President Osgood and Secretary of Defense Halm",
                    "Minutes of Cabinet Meeting",
                    "National Security Action Memorandum No. 288",
                    "Record of Meeting",
                    "Summary Notes of the 521st Meeting of the National Security Council",
                    "Intelligence Memorandum",
                    "Current Intelligence Weekly Review",
                    "Talking Points Prepared for the Secretary",
                ]
            ),
            (),
            (),
            "Washington",
        )
    if shape in (2, 3):
        officer, want = _officer(rng)
        other, to = rng.choice([_officer(rng), ("President Osgood", "Osgood")])
        kind = rng.choice(["Memorandum", "Action Memorandum", "Information Memorandum", "Draft Memorandum", "Letter"])
        return f"{kind} From {officer} to {other}", (want,) if want else (), (to,) if to else (), "Washington"
    if shape == 4:
        return (
            "Message From the Commander in Chief, Pacific (Halm) to the Joint Chiefs of Staff",
            ("Halm",),
            ("Joint Chiefs of Staff",),
            "Honolulu",
        )
    if shape == 5:
        name, other = surname(rng), surname(rng)
        return f"Letter From Chairman {name} to President {other}", (name,), (other,), rng.choice(PLACES)
    kind = rng.choice(["Telegram", "Telegram", "Airgram", "Circular Airgram"])
    sender, addressee, place = _between_posts(rng)
    return f"{kind} From {sender} to {addressee}", (sender[4:],), (addressee[4:],), place
