"""The index of letters in CMIF: what stands in it, what is left out, and what the settings must say."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from cmif_index import (
    BASE,
    CC_BY,
    GND,
    REGISTERS,
    SETTINGS,
    TEI,
    VIAF,
    action,
    dressed,
    edit,
    index,
    letter,
    omissions,
    told,
)
from fixture_types import Golden
from lxml import etree
from zenda import LETTER, REPLY, STRAY, write_edition

from tei_archive import api
from tei_archive.api.preflight import refuse_unfit
from tei_archive.errors import ExportError
from tei_archive.exporting import EditionJson, LetterIndex, OutputFile
from tei_archive.exporting.cmif.stamps import read_stamp, stamp_of_epoch
from tei_archive.exporting.cmif.statements import language_address
from tei_archive.model import Cmif, Entry, Registers
from tei_archive.tei import EncodedEdition
from tei_archive.tei.cmif import make_identifier

FIRST, SECOND, THIRD = "zenda-d001", "zenda-d002", "zenda-d003"
TERMS = "https://lod.academy/cmif/vocab/terms#"


@pytest.fixture
def edition(zenda: EncodedEdition) -> EncodedEdition:
    return dressed(zenda)


# -- the whole -----------------------------------------------------------------------------------------------------


def test_an_index_is_as_expected(edition: EncodedEdition, golden: Golden) -> None:
    golden(index(edition), "exporting/cmif.xml")
    golden(index(edition, LetterIndex(statements=True)), "exporting/cmif2.xml")


def test_an_index_is_the_same_from_run_to_run(edition: EncodedEdition) -> None:
    assert index(edition) == index(replace(edition, documents=edition.documents))


def test_an_index_knows_its_own(edition: EncodedEdition) -> None:
    form = LetterIndex()
    assert form.made("cmif.xml", index(edition))
    assert not form.made("cmif.xml", index(edition).replace(b"Written by", b"Not written by"))
    assert not form.made("cmif.xml", b"")


# -- the head ------------------------------------------------------------------------------------------------------


def bibl(edition: EncodedEdition) -> etree._Element:
    return etree.fromstring(index(edition)).find(f".//{TEI}sourceDesc/{TEI}bibl")


def identifier(edition: EncodedEdition) -> str:
    return str(bibl(edition).get("{http://www.w3.org/XML/1998/namespace}id"))


def test_the_id_of_the_edition_depends_on_address_and_siglum_alone(edition: EncodedEdition) -> None:
    ids = {
        identifier(dressed(edition, replace(SETTINGS, **change)))
        for change in ({}, {"title": "Other"}, {"base_url": BASE}, {"date": "2027-01-01"}, {"version": "2"})
    }
    others = [
        identifier(dressed(edition, replace(SETTINGS, **change)))
        for change in ({"base_url": f"{BASE}/2"}, {"siglum": "zenda2"})
    ]
    assert len(ids) == 1
    assert len({*ids, *others}) == 3


def test_an_id_that_is_known_stays(edition: EncodedEdition) -> None:
    known = "e4c10c66-9b0b-4f2e-810c-669b0b2f2e20"
    settings = replace(SETTINGS, base_url="https://example.org/moved", cmif=replace(SETTINGS.cmif, id=known))
    assert identifier(dressed(edition, settings)) == known


@pytest.mark.parametrize("name", [f"https://example.org/{number}#s" for number in range(40)])
def test_a_made_id_is_the_first_uuid_that_begins_with_a_letter(name: str) -> None:
    drawn = [str(uuid.uuid5(uuid.NAMESPACE_URL, name + end)) for end in ("", *(f"#{n}" for n in range(1, 30)))]
    assert make_identifier(name) == next(one for one in drawn if one[0].isalpha())


def test_the_address_of_the_edition_stands_at_the_end_of_its_citation(edition: EncodedEdition) -> None:
    found = bibl(edition)
    assert found.get("type") == "online"
    assert "".join(found.itertext()) == f"Fritz von Tarlenheim, Sapt: The Zenda letters. Zenda Press. {BASE}/"
    assert found[-1].tail is None
    settings = replace(SETTINGS, cmif=replace(SETTINGS.cmif, type="hybrid"))
    assert bibl(dressed(edition, settings)).get("type") == "hybrid"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-03-01", "2026-03-01T00:00:00+00:00"),
        ("2026-03-01T09:30:00+01:00", "2026-03-01T08:30:00+00:00"),
        ("2026-03-01T09:30:00Z", "2026-03-01T09:30:00+00:00"),
        ("2026-03-01T09:30:00.5Z", "2026-03-01T09:30:00+00:00"),
    ],
)
def test_a_time_is_a_stamp_in_one_zone(words: str, expected: str) -> None:
    assert read_stamp(words) == expected


@pytest.mark.parametrize(
    "words", ["2026", "2026-02-30", "2026-03-01T09:30:00", "yesterday", "", "0001-01-01T00:00:00+14:00"]
)
def test_a_time_without_day_or_zone_is_refused(words: str) -> None:
    with pytest.raises(ExportError) as caught:
        read_stamp(words)
    assert caught.value.hint


def test_the_epoch_is_a_time() -> None:
    assert stamp_of_epoch("1772323200") == "2026-03-01T00:00:00+00:00"
    for words in ("x", "1e9", "99999999999999999999"):
        with pytest.raises(ExportError):
            stamp_of_epoch(words)


def test_a_date_that_is_named_comes_before_that_of_the_edition(edition: EncodedEdition) -> None:
    assert b'<date when="2026-04-02T00:00:00+00:00"/>' in index(edition, LetterIndex(date="2026-04-02"))
    undated = dressed(edition, replace(SETTINGS, date=None))
    assert b'<date when="2026-04-02T00:00:00+00:00"/>' in index(undated, LetterIndex(date="2026-04-02"))


# -- settings ------------------------------------------------------------------------------------------------------

MISSING = {
    "[edition] base_url": {"base_url": None},
    "[edition] publisher": {"publisher": "unpublished"},
    "[edition] publisher_ref": {"publisher_ref": "https://élan.example.org"},
    "[edition] date": {"date": None},
    "[[editor]] email": {"editors": SETTINGS.editors[1:]},
    "[cmif] url": {"cmif": Cmif()},
    "[cmif] licence": {"licence": "https://creativecommons.org/licenses/by-nc/4.0/"},
}


@pytest.mark.parametrize("key", MISSING)
def test_a_setting_that_is_missing_is_named_with_what_to_write(key: str, edition: EncodedEdition) -> None:
    with pytest.raises(ExportError) as caught:
        index(dressed(edition, replace(SETTINGS, **MISSING[key])))
    assert caught.value.message == f"the settings lack what CMIF asks for: {key}"
    assert str(caught.value.where) == str(edition.folder / "tei-archive.toml")
    assert key.rsplit(maxsplit=1)[-1] in (caught.value.hint or "")


def test_all_that_is_missing_is_named_at_once(edition: EncodedEdition) -> None:
    settings = replace(SETTINGS, **{name: value for change in MISSING.values() for name, value in change.items()})
    with pytest.raises(ExportError) as caught:
        index(dressed(edition, settings))
    assert all(key in caught.value.message for key in MISSING)


def test_the_index_may_have_a_licence_of_its_own(edition: EncodedEdition) -> None:
    free = "https://creativecommons.org/publicdomain/zero/1.0/"
    settings = replace(SETTINGS, licence=None, cmif=replace(SETTINGS.cmif, licence=free))
    assert f'<licence target="{free}">This file is dedicated to the public domain'.encode() in index(
        dressed(edition, settings)
    )
    assert f'<licence target="{CC_BY}">This file is licensed under the terms'.encode() in index(edition)


# -- letters -------------------------------------------------------------------------------------------------------


def test_senders_are_named_as_in_the_register_and_an_office_by_itself(edition: EncodedEdition) -> None:
    assert told(action(letter(edition, FIRST), "sent")) == [
        ("persName", "Flavia, Queen of Ruritania", {"ref": GND}),
        ("persName", "chancellor", {"cert": "low"}),
        ("placeName", "Strelsau", {"ref": "https://www.geonames.org/2950159"}),
        ("date", "", {"when": "1894-03-03"}),
    ]


def test_an_office_that_the_register_knows_without_a_name_stays_as_printed(edition: EncodedEdition) -> None:
    registers = Registers(persons=(Entry("flavia", "Regent of Ruritania", name_known=False),))
    assert told(action(letter(dressed(edition, registers=registers), FIRST), "sent"))[0] == ("persName", "Flavia", {})


def test_who_takes_part_twice_is_named_once(edition: EncodedEdition) -> None:
    edited = edit(edition, FIRST, ">Fritz<", ">Sapt<")
    assert [words for _, words, _ in told(action(letter(edited, FIRST), "received"))] == ["Senate", "Sapt"]


def test_the_number_in_print_is_the_key(edition: EncodedEdition) -> None:
    numbered = edit(
        edition, FIRST, '<idno type="docNumber" subtype="sender"', '<idno type="docNumber" subtype="edition"'
    )
    assert letter(numbered, FIRST).get("key") == "17-a"
    keyed = edit(numbered, FIRST, "<correspDesc ", '<correspDesc key="I, 17" ')
    assert letter(keyed, FIRST).get("key") == "I, 17"
    assert letter(keyed, SECOND).get("key") is None


def test_copies_are_received_with_the_letter(edition: EncodedEdition) -> None:
    assert told(action(letter(edition, FIRST), "received")) == [
        ("orgName", "Senate", {}),
        ("persName", "Sapt", {}),
        ("persName", "Fritz", {}),
    ]


def test_who_is_not_known_is_unknown(edition: EncodedEdition) -> None:
    for name in (SECOND, THIRD):
        for type_ in ("sent", "received"):
            assert told(action(letter(edition, name), type_))[0] == ("persName", "Unknown", {})


@pytest.mark.parametrize("words", ["?", "N. N.", "[Unbekannt]", "unknown", "—", "\u00a0"])
def test_words_for_nobody_are_unknown(words: str, edition: EncodedEdition) -> None:
    edited = edit(edition, FIRST, ">Senate<", f">{words}<")
    assert ("orgName", "Unknown", {}) in told(action(letter(edited, FIRST), "received")) or words == "\u00a0"


def test_a_name_of_wikidata_is_left_out_and_told(edition: EncodedEdition) -> None:
    ids = (("wikidata", "http://www.wikidata.org/entity/Q5879"), ("orcid", "0000"))
    registers = replace(REGISTERS, persons=(Entry("flavia", "Flavia", authorities=ids),))
    found = dressed(edition, registers=registers)
    assert told(action(letter(found, FIRST), "sent"))[0] == ("persName", "Flavia", {})
    assert omissions(found)[-1] == (
        "ids of persons and places in files that CMIF does not take: orcid (1), www.wikidata.org (1)"
    )


def test_the_first_authority_file_of_the_table_counts(edition: EncodedEdition) -> None:
    for ids in ((("viaf", VIAF), ("gnd", "118540238")), (("gnd", GND), ("viaf", "24602065"))):
        registers = Registers(persons=(Entry("flavia", "Flavia", authorities=ids),))
        assert told(action(letter(dressed(edition, registers=registers), FIRST), "sent"))[0][2] == {"ref": GND}
    registers = Registers(persons=(Entry("flavia", "Flavia", authorities=(("VIAF", "24602065"),)),))
    assert told(action(letter(dressed(edition, registers=registers), FIRST), "sent"))[0][2] == {"ref": VIAF}


def test_an_id_that_an_editor_wrote_into_the_letter_counts(edition: EncodedEdition) -> None:
    edited = edit(edition, FIRST, '"pers:flavia"', f'"pers:nobody {VIAF}"')
    assert told(action(letter(edited, FIRST), "sent"))[0] == ("persName", "Flavia", {"ref": VIAF})


def test_a_doubtful_date_says_so(edition: EncodedEdition) -> None:
    assert told(action(letter(edition, SECOND), "sent"))[1:] == [("date", "", {"when": "1894-03", "cert": "low"})]


DATES = {
    'when="1894-03-15" when-custom="1894-03-03" datingMethod="#cal.julian"': {"when": "1894-03-15"},
    'from="1894-03-03" to="1894-03-05"': {"from": "1894-03-03", "to": "1894-03-05"},
    'notBefore="1894-03" notAfter="1894-04"': {"notBefore": "1894-03-01", "notAfter": "1894-04-30"},
    'notBefore="1894-03-03"': {"notBefore": "1894-03-03"},
    'to="1894"': {"to": "1894"},
    'notAfter="1894-03-03T12:00:00"': {"notAfter": "1894-03-03"},
    'when="1894-03-03T12:00:00Z"': {"when": "1894-03-03"},
    'when-iso="1894-03-03"': {"when": "1894-03-03"},
    'when="1894-03-03" precision="unknown"': {"when": "1894-03-03", "cert": "low"},
    'when="1894-03-03" cert="0.2"': {"when": "1894-03-03", "cert": "low"},
    'when="1894-03-03" evidence="conjecture"': {"when": "1894-03-03", "evidence": "conjecture"},
}
NO_DATES = ['when="1894-02-30"', 'from="1894-05-01" to="1894-03-01"', 'notBefore="soon"', 'when="--03-03"', 'n="1"']


@pytest.mark.parametrize("stated", DATES)
def test_a_date_is_a_day_or_an_interval_of_the_gregorian_calendar(stated: str, edition: EncodedEdition) -> None:
    *_, date = told(action(letter(dated(edition, stated), FIRST), "sent"))
    assert date == ("date", "", DATES[stated])


@pytest.mark.parametrize("stated", NO_DATES)
def test_what_is_no_date_is_left_out_and_told(stated: str, edition: EncodedEdition) -> None:
    found = dated(edition, stated)
    assert [name for name, _, _ in told(action(letter(found, FIRST), "sent"))] == ["persName", "persName", "placeName"]
    assert "dates that are no day, month, year or interval: 1" in omissions(found)


def dated(edition: EncodedEdition, stated: str) -> EncodedEdition:
    """The edition with another date of the first letter, and no other attribute on it."""
    path = edition.folder / "tei" / f"{FIRST}.xml"
    text = path.read_text(encoding="utf-8")
    text, number = re.subn(r"(Strelsau</placeName>\s*)<date [^>]*>", rf"\1<date {stated}>", text, count=1)
    assert number == 1
    path.write_text(text, encoding="utf-8")
    return dressed(api.load_edition(edition.folder))


# -- replies, enclosures -------------------------------------------------------------------------------------------


def refs(found: etree._Element) -> list[dict[str, str]]:
    return [dict(ref.attrib) for ref in found.iter(f"{TEI}ref")]


def test_a_reply_is_linked_and_what_was_not_found_is_told(edition: EncodedEdition) -> None:
    (link,) = refs(letter(edition, SECOND))
    assert link == {"type": "prev", "subtype": "isReplyTo", "target": f"{BASE}/{FIRST}"}
    assert omissions(edition) == (
        "references to letters that have no address here: 1",
        "papers inside letters that have no correspDesc of their own: 1",
    )


def test_a_doubtful_reply_says_so(edition: EncodedEdition) -> None:
    edited = edit(edition, SECOND, f'target="doc:{FIRST}" cert="high"', f'target="doc:{FIRST}" cert="low"')
    assert [link.get("cert") for link in refs(letter(edited, SECOND))] == ["low"]


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/other/d7", True),
        ("doc:other-d7", False),
        ("../other/tei/other-d7.xml", False),
        ("urn:x:7", False),
    ],
)
def test_a_letter_of_another_edition_is_linked_where_it_has_an_address(
    target: str, kept: bool, edition: EncodedEdition
) -> None:
    edited = edit(
        edition, SECOND, f'subtype="isReplyTo" target="doc:{FIRST}"', f'subtype="isReplyTo" target="{target}"'
    )
    assert [link["target"] for link in refs(letter(edited, SECOND))] == [target] * kept


ENCLOSED = """</correspDesc><correspDesc xml:id="enclosed" key="1/encl.">
<correspAction type="sent"><persName>Sapt</persName></correspAction></correspDesc>"""


def test_an_enclosure_that_is_described_is_a_letter(edition: EncodedEdition) -> None:
    edited = edit(edition, FIRST, "</correspDesc>", ENCLOSED)
    edited = edit(edited, FIRST, f'xml:id="{FIRST}-e1"', f'xml:id="{FIRST}-e1" decls="#enclosed"')
    found = letter(edited, f"{FIRST}#{FIRST}-e1")
    assert found.get("key") == "1/encl."
    assert told(action(found, "sent")) == [("persName", "Sapt", {})]
    assert told(action(found, "received")) == [("persName", "Unknown", {})]
    assert [words for words in omissions(edited) if "papers" in words] == []


# -- version 2 -----------------------------------------------------------------------------------------------------


def statements(found: etree._Element) -> list[tuple[str, str]]:
    return [(ref["type"].removeprefix(TERMS), ref["target"]) for ref in refs(found.find(f"{TEI}note"))]


def test_statements_are_full_addresses(edition: EncodedEdition) -> None:
    assert statements(letter(edition, FIRST, LetterIndex(statements=True))) == [
        ("isAvailableAsTEIfile", f"{BASE}/tei/{FIRST}.xml"),
        ("hasLanguage", "https://id.loc.gov/vocabulary/iso639-1/en"),
    ]
    assert letter(edition, FIRST).find(f"{TEI}note") is None


@pytest.mark.parametrize(("kind", "term"), [("print", "Print"), ("manuscript", "Manuscript"), ("webpage", None)])
def test_the_text_base_is_that_of_the_header(kind: str, term: str | None, edition: EncodedEdition) -> None:
    edited = edit(edition, FIRST, '<bibl xml:id="src.raw"', f'<bibl xml:id="src.raw" type="{kind}"')
    found = statements(letter(edited, FIRST, LetterIndex(statements=True)))
    assert [target for name, target in found if name == "hasTextBase"] == ([f"{TERMS}{term}"] if term else [])


def test_whom_and_what_place_the_text_names_is_stated(edition: EncodedEdition) -> None:
    edited = edit(
        edition,
        FIRST,
        "<p>I accept.</p>",
        '<p><persName ref="pers:flavia">I</persName> <placeName ref="place:strelsau">acc</placeName>ept.</p>',
    )
    assert statements(letter(edited, FIRST, LetterIndex(statements=True)))[-2:] == [
        ("mentionsPerson", GND),
        ("mentionsPlace", "https://www.geonames.org/2950159"),
    ]


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ("en", "https://id.loc.gov/vocabulary/iso639-1/en"),
        ("de-AT", "https://id.loc.gov/vocabulary/iso639-1/de"),
        ("ota", "http://lexvo.org/id/iso639-3/ota"),
        *((tag, None) for tag in ("und", "mul", "qaa", "qtz-x", "x-klingon", "abcd", "é", "")),
    ],
)
def test_a_language_has_an_address(tag: str, address: str | None) -> None:
    assert language_address(tag) == address


# -- writing -------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition whose settings have all that is asked for."""
    settings = {
        name: getattr(SETTINGS, name) for name in ("publisher", "licence", "date", "editors", "base_url", "cmif")
    }
    return write_edition(tmp_path / "zenda", LETTER, REPLY, STRAY, **settings)


def test_an_index_is_written_and_passes(folder: Path, tmp_path: Path) -> None:
    written = api.export(LetterIndex(), folder, tmp_path / "cmif.xml")
    assert written.files == (tmp_path / "cmif.xml",)
    assert len(written.omissions) == 2
    assert api.preflight(tmp_path / "cmif.xml", url=f"{BASE}/cmif.xml").findings == ()


def test_an_index_that_would_not_pass_is_refused(edition: EncodedEdition, tmp_path: Path) -> None:
    broken = index(edition).replace(b'type="received"', b'type="forwarded"')
    with pytest.raises(ExportError) as caught:
        refuse_unfit(LetterIndex(), [OutputFile(PurePosixPath("cmif.xml"), broken)], tmp_path)
    assert "would not pass the preflight: TA733" in caught.value.message
    assert "(and 5 more)" in caught.value.message
    refuse_unfit(EditionJson(), [OutputFile(PurePosixPath("cmif.xml"), broken)], tmp_path)


class Broken(LetterIndex):
    """An index that is none."""

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        yield from (replace(file, content=b"<TEI/>") for file in LetterIndex().files(edition, name))


def test_nothing_is_written_of_an_index_that_would_not_pass(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="TA701"):
        api.export(Broken(), folder, tmp_path / "cmif.xml")
    assert not (tmp_path / "cmif.xml").exists()


def test_a_change_without_a_later_date_is_told(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cmif.xml"
    assert api.export(LetterIndex(), folder, out).warnings == ()
    assert api.export(LetterIndex(), folder, out).warnings == ()
    (words,) = api.export(LetterIndex(statements=True), folder, out).warnings
    assert "2026-03-01T00:00:00+00:00 is not greater than 2026-03-01T00:00:00+00:00" in words
    assert api.export(LetterIndex("2026-03-02"), folder, out).warnings == ()


def test_a_broken_index_of_ours_is_replaced(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cmif.xml"
    api.export(LetterIndex(), folder, out)
    whole = out.read_bytes()
    out.write_bytes(whole[:500])
    assert api.export(LetterIndex(), folder, out).warnings == ()
    assert out.read_bytes() == whole


def test_a_file_that_is_not_ours_is_left_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "cmif.xml"
    out.write_text("<TEI/>", encoding="utf-8")
    with pytest.raises(ExportError):
        api.export(LetterIndex(), folder, out)
    assert out.read_text(encoding="utf-8") == "<TEI/>"
