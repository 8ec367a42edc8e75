"""All letters in one TEI file: valid, with the same text, unique ids, and pointers that lead where they led."""

import re
from pathlib import Path

import pytest
from editions import EVIL, edition_of, hostile_edition
from fixture_types import Jing
from hypothesis import HealthCheck, given, settings
from lxml import etree
from strategies import projects, registers, sourced_documents
from zenda import LETTER, REPLY, SOURCE, STRAY, write_edition

from tei_archive import api
from tei_archive.errors import EncodingError, ExportError, Location, TeiArchiveError
from tei_archive.exporting import TeiVolume
from tei_archive.model import Document, Project, Registers, Source
from tei_archive.relaxng import Schema
from tei_archive.tei import EncodedEdition, blocks_text
from tei_archive.tei.names import XML_ID, qualified

TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def content(edition: EncodedEdition) -> bytes:
    return next(iter(TeiVolume().files(edition, "volume.xml"))).content


def volume(edition: EncodedEdition) -> etree._Element:
    return etree.fromstring(content(edition))


def letters(root: etree._Element) -> list[etree._Element]:
    return root.findall(qualified("TEI"))


def ids(root: etree._Element) -> list[str]:
    return [found for element in root.iter("*") if (found := element.get(XML_ID))]


def local_pointers(root: etree._Element) -> set[str]:
    values = (value for element in root.iter("*") for key, value in element.items() if key != XML_ID)
    return {word[1:] for value in values for word in value.split() if re.fullmatch(r"#[^\s$]+", word)}


@pytest.fixture
def kars(repository: Path) -> EncodedEdition:
    return api.load_edition(repository / "corpus" / "kars-1921")


# -- validity ------------------------------------------------------------------------------------------------------


def test_the_first_edition_is_valid_tei(kars: EncodedEdition, shared: Path, jing: Jing, tmp_path: Path) -> None:
    file = tmp_path / "volume.xml"
    file.write_bytes(content(kars))
    schema = shared / "schemas" / "tei_all.rng"
    assert jing(schema, file) == []
    assert list(Schema.read(schema).validate(file)) == []


def test_every_kind_of_value_is_valid_tei(
    zenda: EncodedEdition, specimens: tuple[EncodedEdition, ...], shared: Path, jing: Jing, tmp_path: Path
) -> None:
    editions = (zenda, hostile_edition(tmp_path / "evil"), *specimens)
    files = [tmp_path / f"{number}.xml" for number in range(len(editions))]
    for file, edition in zip(files, editions, strict=True):
        file.write_bytes(content(edition))
    assert jing(shared / "schemas" / "tei_all.rng", *files) == []


# -- text ----------------------------------------------------------------------------------------------------------


def test_the_text_is_the_same_to_the_letter(kars: EncodedEdition, specimens: tuple[EncodedEdition, ...]) -> None:
    for edition in (kars, *specimens):
        members = letters(volume(edition))
        assert [blocks_text(member) for member in members] == [blocks_text(one.root) for one in edition.documents]
        bodies = [member.find(qualified("text")) for member in members]
        texts = [one.root.find(qualified("text")) for one in edition.documents]
        assert [etree.tostring(body, method="text", encoding="unicode", with_tail=False) for body in bodies] == [
            etree.tostring(text, method="text", encoding="unicode", with_tail=False) for text in texts
        ]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=40)
@given(sourced=sourced_documents(), project=projects, known=registers())
def test_any_document_keeps_its_text_and_values(
    sourced: tuple[Source, Document], project: Project, known: Registers, tmp_path: Path
) -> None:
    _, document = sourced
    edition = edition_of(tmp_path, project, known, [sourced, (SOURCE, STRAY)])
    root = volume(edition)
    (member,) = (one for one in letters(root) if one.get(XML_ID) == document.id)
    original = next(one for one in edition.documents if one.document.id == document.id)
    assert blocks_text(member) == blocks_text(original.root)
    assert facts(member) == facts(original.root)
    assert len(set(ids(root))) == len(ids(root))


def facts(root: etree._Element) -> list[tuple[str, dict[str, str]]]:
    """The elements of the description with all that is no pointer."""
    kept = ("cert", "evidence", "when", "from", "to", "notBefore", "notAfter", "type", "subtype", "source")
    return [
        (str(element.tag), {key: value for key, value in element.items() if key in kept and value[:1] != "#"})
        for element in root.iterfind(".//t:correspDesc//*", TEI)
    ]


# -- ids and pointers ----------------------------------------------------------------------------------------------


def test_ids_stand_once_and_pointers_lead_to_them(kars: EncodedEdition, specimens: tuple[EncodedEdition, ...]) -> None:
    for edition in (kars, *specimens):
        root = volume(edition)
        found = ids(root)
        assert len(set(found)) == len(found)
        assert local_pointers(root) - set(found) == set()
        values = [value for element in root.iter("*") for value in element.values()]
        assert [value for value in values if re.match(r"(doc|pers|org|place|rule|reason):", value)] == []


def test_a_pointer_leads_where_it_led(kars: EncodedEdition) -> None:
    root = volume(kars)
    second = letters(root)[1]
    reply = second.find(".//t:correspContext/t:ref", TEI)
    assert reply is not None
    assert reply.get("target") == "#kars-1921-d001"
    assert reply.get("ana") == "#rule.link.reply"
    (natsarenus,) = root.xpath("//t:person[@xml:id='natsarenus']/t:persName", namespaces=TEI)
    assert natsarenus.text == "Natsarenus"
    assert second.find(".//t:correspAction/t:persName[@ref='#natsarenus']", TEI) is not None
    assert second.find(".//t:correspDesc", TEI).get("source") == "#kars-1921-d002-src.raw"  # type: ignore[union-attr]


def test_what_all_letters_share_stands_once(kars: EncodedEdition) -> None:
    root = volume(kars)
    assert len(root.findall(".//t:encodingDesc", TEI)) == 1
    assert len(root.xpath("//t:respStmt[@xml:id='resp.auto']", namespaces=TEI)) == 1
    assert letters(root)[0].find(".//t:correspAction/t:persName", TEI).get("resp") == "#resp.auto"  # type: ignore[union-attr]


def test_a_letter_with_a_description_of_its_own_keeps_it(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", LETTER, REPLY, STRAY)
    file = folder / "tei" / "zenda-d002.xml"
    change(file, "<code>base-en</code>", "<code>by hand</code>")
    root = volume(api.load_edition(folder))
    first, second, _ = letters(root)
    assert first.find(".//t:encodingDesc", TEI) is None
    own = second.find(".//t:encodingDesc//t:application", TEI)
    assert own is not None
    assert own.get(XML_ID) == "zenda-d002-app.tei-archive"
    assert second.find(".//t:keywords", TEI).get("scheme") == "#zenda-d002-app.tei-archive"  # type: ignore[union-attr]
    assert second.find(".//t:respStmt/t:name", TEI).get("ref") == "#zenda-d002-app.tei-archive"  # type: ignore[union-attr]
    assert first.find(".//t:keywords", TEI).get("scheme") == "#app.tei-archive"  # type: ignore[union-attr]


def test_the_ids_of_a_letter_do_not_depend_on_the_others(tmp_path: Path) -> None:
    alone = volume(api.load_edition(write_edition(tmp_path / "alone", LETTER)))
    among = volume(api.load_edition(write_edition(tmp_path / "among", STRAY, REPLY, LETTER)))
    assert ids(letters(alone)[0]) == ids(letters(among)[0])


def test_a_pointer_to_nothing_leads_to_no_other_letter(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", LETTER, REPLY)
    change(folder / "tei" / "zenda-d001.xml", 'ref="pers:flavia"', 'ref="#zenda-d002-text pers:flavia #zenda"')
    change(folder / "tei" / "zenda-d002.xml", 'target="doc:zenda-d003"', 'target="doc:elsewhere-d003"')
    first, second = letters(volume(api.load_edition(folder)))
    name = first.find(".//t:correspAction/t:persName", TEI)
    assert name is not None
    assert name.get("ref") == "#zenda-d001-zenda-d002-text pers:flavia #zenda-d001-zenda"
    assert second.find(".//t:ref[@target='doc:elsewhere-d003']", TEI) is not None


def test_addresses_of_files_count_from_the_folder_of_the_edition(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", LETTER, REPLY)
    file = folder / "tei" / "zenda-d001.xml"
    change(
        file,
        "<p>I accept.",
        '<p facs="../images/a%20b.png#x" corresp="zenda-d002.xml" source="https://example.org/#y">I accept.',
    )
    change(file, "I accept.", '<graphic url="../images/1.png"/>I accept.')
    first, _ = letters(volume(api.load_edition(folder)))
    paragraph = first.find(".//t:body//t:p", TEI)
    assert paragraph is not None
    assert dict(paragraph.items()) == {
        "facs": "images/a%20b.png#x", "corresp": "#zenda-d002", "source": "https://example.org/#y",
    }  # fmt: skip
    assert first.find(".//t:graphic", TEI).get("url") == "images/1.png"  # type: ignore[union-attr]


def test_an_id_of_the_registers_gives_way(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", LETTER)
    change(folder / "tei" / "zenda-d001.xml", 'ref="pers:flavia"', 'ref="pers:zenda-d001"')
    text = (folder / "registers.xml").read_text(encoding="utf-8")
    body = re.compile(r"<text>.*</text>", re.DOTALL)
    entry = '<standOff><listPerson><person xml:id="zenda-d001"><persName>X</persName></person></listPerson></standOff>'
    (folder / "registers.xml").write_text(body.sub(entry, text), encoding="utf-8")
    root = volume(api.load_edition(folder))
    assert root.find(".//t:person", TEI).get(XML_ID) == "zenda-d001-2"  # type: ignore[union-attr]
    assert root.find(".//t:correspAction/t:persName", TEI).get("ref") == "#zenda-d001-2"  # type: ignore[union-attr]


def test_two_letters_with_one_id_are_refused(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", LETTER, REPLY)
    change(folder / "tei" / "zenda-d002.xml", 'xml:id="zenda-d002"', 'xml:id="zenda-d001"')
    with pytest.raises(TeiArchiveError, match="zenda-d001 stands in more than one file") as caught:
        api.render(TeiVolume(), folder)
    assert caught.value.hint


def test_an_id_that_stands_twice_in_a_letter_is_named_with_its_line(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", LETTER)
    file = folder / "tei" / "zenda-d001.xml"
    change(file, "<body>", '<body xml:id="zenda-d001-x">\n<!-- a note -->')
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<text ", '<text xml:id="zenda-d001-x" '), encoding="utf-8")
    line = file.read_text(encoding="utf-8").split("<body")[0].count("\n") + 1
    with pytest.raises(EncodingError, match="zenda-d001-x stands twice") as caught:
        api.render(TeiVolume(), folder)
    assert caught.value.where == Location(str(file), line)


# -- form ----------------------------------------------------------------------------------------------------------


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    root = volume(hostile_edition(tmp_path))
    assert [block for member in letters(root) for block in blocks_text(member)] == [EVIL.strip()] * 2
    assert root.xpath("//*[local-name() = 'script' or local-name() = 'img']") == []


def test_the_same_edition_gives_the_same_bytes_and_is_left_as_it_was(kars: EncodedEdition) -> None:
    before = [etree.tostring(one.root) for one in kars.documents]
    assert content(kars) == content(kars)
    assert [etree.tostring(one.root) for one in kars.documents] == before


def test_only_a_volume_of_ours_is_replaced(tmp_path: Path, repository: Path) -> None:
    folder, out = repository / "corpus" / "kars-1921", tmp_path / "volume.xml"
    api.export(TeiVolume(), folder, out)
    api.export(TeiVolume(), folder, out)
    out.write_text('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    with pytest.raises(ExportError, match="not a file that"):
        api.export(TeiVolume(), folder, out)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
