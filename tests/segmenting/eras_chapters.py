"""Invented volumes of 1871 to 1967: titles between documents, files and sessions above them, misread lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from eras_typesetting import PLACES, Paper, american, body, days, full_name, prose, surname

_TITLES = (
    "Convention between the United States and Ruritania for the prevention of smuggling, signed March 3, 1897",
    "Efforts by the United States to secure the consent of the Ruritanian Government to the appointment of a consul",
    "Representations by the Minister to the Ruritanian Government regarding the treatment of American firms",
    "Refusal of the Department of State to support the claims of a bank to the forests of Ruritania",
    "Appointment of an American adviser to the Ruritanian Government",
    "Reports by the ambassador on the political situation",
    "Relations with Ruritania; claims of Mr. Halm to lands granted to the minister of forests",
    "Conversations between the Secretary of State and the Ruritanian ambassador",
    "Citizenship of Ewald Halm",
)


def capitals(year: int = 1897) -> Iterator[Paper]:
    """Titles of chapters in capitals, made of the same words as headings; no number and no file above a heading."""
    rng = Random(year)
    for count, day in zip(range(36), days(rng, year), strict=False):
        name = surname(rng)
        below = (
            f"No. {count + 50}.]",
            f"Legation of the United States,\n{rng.choice(PLACES)}, {american(day)}. (Received June 30.)",
            *body(rng, "Sir:", 1, 2),
            "I have, etc.,",
            f"Ewald {name}.",
        )
        between = (f"{_TITLES[count // 4]}.".upper(),) if count % 4 == 0 else ()
        yield Paper(f"Mr. {name} to Mr. Olney.", below, (name,), ("Olney",), day, between=between)


def small(year: int = 1883) -> Iterator[Paper]:
    """Titles of chapters in small letters, with a full stop, as the headings have it."""
    for paper in capitals(year):
        between = tuple(f"{title}." for title in _TITLES if f"{title}.".upper() in paper.between)
        yield replace(paper, between=between)


def misread(year: int = 1876) -> Iterator[Paper]:
    """Letters, blanks and brackets that the scanner misread; running heads of pages, also inside documents."""
    rng = Random(year)
    for count, day in zip(range(30), days(rng, year), strict=False):
        name, number = surname(rng), count + 100
        heading = rng.choice(
            ["Mr. {} to Mr. Fish.", "Mr, {} to Mr. Fish.", "Mr. {}to Mr. Fish.", "Mr. {} to Mr, Fish."]
        )
        extract = rng.choice([(), (), ("[Extract, ]",), ("[Extract.J",)])
        own = rng.choice(
            [f"No. {number}.]", f"No. {number}. ]", f"Xo. {number}.]", f"No. {number}.1", f"No, {number}.]"]
        )
        office = rng.choice(["Legation op the United States", "Legation of the Uhited States"])
        received = rng.choice(["", " (Eeceived June 30.)"])
        head = rng.choice([f"{number} FOREIGN RELATIONS.", f"RURITANIA.   {number}"])
        opener = (own, f"{office},\n{rng.choice(PLACES)}, {american(day)}.{received}")
        text = (*body(rng, "Sir :", 1, 1), head, *prose(rng, 1, 1), "I have, &c.,", f"E. {name.upper()}.")
        above = rng.choice([f"No. {count + 1}.", f"Xo. {count + 1}.", f"No.{count + 1}."])
        between = (f"THE QUESTION OF THE FORESTS. {number}",) if count % 5 == 4 else ()
        yield Paper(
            heading.format(name), (*extract, *opener, *text), (name,), ("Fis",), day, str(count + 1), (above,), between
        )


def repeated(year: int = 1871) -> Iterator[Paper]:
    """Headings that repeat the ones above, circulars, protocols, messages to Congress, inclosures that are listed."""
    rng, reader = Random(year), ""
    for count, day in zip(range(30), days(rng, year), strict=False):
        name, number = surname(rng), (f"No. {count + 1}.",)
        own, place = f"No. {count + 90}.]", f"Department of State,\nWashington, {american(day)}."
        text = body(rng, "Sir:", 1, 2)
        shape = count % 6
        if shape == 0:
            listed = (f"1. Mr. Halm to Mr. Reiner, {american(day)}.", f"2. Mr. Reiner to Mr. Halm, {american(day)}.")
            below = (own, f"{rng.choice(PLACES)}, {american(day)}.", *text, full_name(rng).upper() + ".")
            yield Paper(
                f"Mr. {name} to Mr. Fish.", (*below, "[Inclosures.]", *listed), (name,), ("Fish",), day, above=number
            )
        elif shape == 1:
            reader, below = name, (own, place, *text, "HAMILTON FISH.")
            yield Paper(f"Mr. Fish to Mr. {reader}.", below, ("Fish",), (reader,), day, above=number)
        elif shape == 2:
            heading = rng.choice(["Same to same.", "The same to the same."])
            yield Paper(heading, ("[Telegram.]", place, *text, "FISH."), ("Fish",), (reader,), day, above=number)
        elif shape == 3:
            heading = rng.choice(["Circular note to the powers at Zenda.", "Mr. Fish to the legations in Europe."])
            yield Paper(heading, ("[Telegram.]", place, *prose(rng, 1, 1), "FISH."), day=day, above=number)
        elif shape == 4:
            below = (*prose(rng, 1, 2), "FISH.\nREINER.")
            yield Paper(f"Protocol of a conference held at Zenda, {american(day)}.", below, day=day, above=number)
        else:
            below = (*prose(rng, 1, 2), "U. OSGOOD.", f"Executive Mansion, {american(day)}.")
            yield Paper("To the Senate and House of Representatives:", below, above=number)


def stamped(year: int = 1907) -> Iterator[Paper]:
    """Files with a number alone, or the same as above; proclamations, resolutions, releases, treaties in a series."""
    rng = Random(year)
    for count, day in zip(range(32), days(rng, year), strict=False):
        name = surname(rng)
        shape = count % 8
        if shape in (0, 1, 2, 3):
            above = (rng.choice([f"File No. {count + 5200}.", f"File No. {count + 5200}/{count}.", "Same file."]),)
            opener = (f"No. {count + 9}.]", f"American Embassy,\n{rng.choice(PLACES)}, {american(day)}.")
            between = ("CITIZENSHIP OF EWALD HALM.",) if shape == 0 else ()
            below = (*opener, *body(rng, "Sir:", 1, 2), full_name(rng) + ".")
            yield Paper(
                f"Ambassador {name} to the Secretary of State.", below, (name,), (), day, above=above, between=between
            )
        elif shape == 4:
            below = ("A PROCLAMATION.", *prose(rng), "By the President:\nElihu Halm,\nSecretary of State.")
            yield Paper(
                "By the President of the United States of America.", below, above=(f"File No. {count + 1797}/7.",)
            )
        elif shape == 5:
            heading = f"Press Release Issued by the Department of State, {american(day)}"
            yield Paper(heading, prose(rng), ("Department of State",), (), day, above=(f"817.00/{count + 4000}",))
        elif shape == 6:
            parties = "the United States of America and Ruritania"
            heading = f"Treaty of Friendship Between {parties}, Signed at Zenda, {american(day)}"
            signed = "Frank B. Halm [seal]\nA. Reiner [seal]"
            yield Paper(heading, (*prose(rng), signed), day=day, above=(f"Treaty Series No. {count + 700}",))
        else:
            heading = f"Joint resolution of Congress, approved {american(day)}."
            yield Paper(heading, prose(rng), day=day, above=(f"File No. 812.00/{count + 6000}.",))


def sessions(year: int = 1946) -> Iterator[Paper]:
    """Records of sessions below the name of the files, and days of a conference as titles of chapters."""
    rng = Random(year)
    for count, day in zip(range(32), days(rng, year), strict=False):
        between = (f"Thursday, {american(day)}".upper(),) if count % 6 == 0 else ()
        yield _session(rng, count, day, between)


def _session(rng: Random, count: int, day: date, between: tuple[str, ...]) -> Paper:
    when, text = american(day), prose(rng)
    council = f"Council of Foreign Ministers, Second Session, {surname(rng)} Meeting"
    delegation = "The United States Delegation to the Department of State"
    shape = count % 9
    dated: tuple[str, str, tuple[str, ...]] = {
        0: ("CFM Files", f"United States Delegation Record, {council}, Strelsau, {when}, 5 p. m.", ("secret",)),
        1: ("CFM Files", f"Fourth Plenary Meeting, {when}, 10 a. m.", (f"USDel (PC) (Journal) {count}",)),
        2: ("BC–A1", f"Notes of a Meeting Which Took Place at Mr. Halm’s House on {when}, at 11 a. m.", ("Present:",)),
        3: (f"[No. {count}]", f"Quadripartite Communiqué Issued at Zenda, {when}", ()),
        4: ("IO Files", f"Resolution Adopted by the Security Council, {when}", ()),
        5: ("J. C. S. Files", "Report by the Combined Chiefs of Staff", ("secret\nC. C. S. 423/2", f"Zenda, {when}.")),
        6: (f"396.1 GE/5–{count}46: Telegram", f"First Session, Zenda, {when}, 3 p.m.: {delegation}", ("secret",)),
        7: ("Halm Papers", "Cohen Notes", ("Present\nPresident Osgood\nMr. Halm",)),
        8: ("Forest Planning Staff Files", f"Record of Teletype Conference, {when}", ("secret", f"Zenda, {when}.")),
    }[shape]
    above, heading, opener = dated
    enclosed = ("Enclosure", "Plans for the Defence of Hentzau") if shape == 5 else ()
    below = ("[Tab A]", "Telegram to Strelsau", f"Zenda, {when}.", *prose(rng)) if shape == 8 else ()
    known = None if shape in (6, 7) else day
    number = str(count) if shape == 3 else ""
    return Paper(heading, (*opener, *enclosed, *text, *below), (), (), known, number, (above,), between)


def memoranda(year: int = 1967) -> Iterator[Paper]:
    """Subjects that look like headings, hours from one to the other, answers to tick, offices that possess a paper."""
    rng = Random(year)
    for count, day in zip(range(28), days(rng, year), strict=False):
        number = f"{count + 1}"
        source = f"Source: Johnson Library, box {count}. Secret.↩"
        when = f"Washington, {american(day)}"
        if count % 4 == 0:
            subject = rng.choice(["Reply to Letter From King Rudolf", "Letter From Mr. Halm to Mr. Reiner"])
            hour = rng.choice(["3–4:30 p.m.", "11 a.m.–noon.", "12:10-12:45 p.m."])
            below = (f"{when}, {hour}", "SUBJECT", subject, *prose(rng), source)
            yield Paper(f"{number}. Memorandum of Conversation1", below, day=day, number=number)
        elif count % 4 == 1:
            name = surname(rng)
            below = (f"{when}.", *prose(rng), "Walt", "Approve", "Disapprove", "Call me", source)
            heading = f"{number}. Memorandum From the President’s Special Assistant ({name}) to President Osgood1"
            yield Paper(heading, below, (name,), ("Osgood",), day, number)
        elif count % 4 == 2:
            name = full_name(rng)
            heading = f"Memorandum From {name} of the Forest Council Staff to Secretary of State Halm"
            yield Paper(f"{number}. {heading}", (f"{when}.", *prose(rng), source), (name,), ("Halm",), day, number)
        else:
            heading = f"{number}. Letter From President Osgood to King Rudolf"
            signed = ("Ulysses Osgood", "By the President:", "E. Halm\nSecretary of State")
            below = (f"{when}.", *prose(rng), *signed, source)
            yield Paper(heading, below, ("Osgood",), ("Rudolf",), day, number)
