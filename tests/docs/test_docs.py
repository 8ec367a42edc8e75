"""What the pages tell a user is true: commands run, examples load and give what is promised, nothing is left out."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from tei_archive import api
from tei_archive.cli import main
from tei_archive.errors import ProfileError
from tei_archive.exporting.authorities import Authority
from tei_archive.exporting.cmif.authorities import TAKEN
from tei_archive.model import (
    Certainty,
    Cmif,
    Evidence,
    Label,
    MarkKind,
    Person,
    Project,
    Relation,
    SiteSettings,
    SourceNote,
    Unresolved,
    Validation,
    Volume,
    Withdrawn,
)
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.profile import load_profile, profile_names
from tei_archive.profile.checking import Code
from tei_archive.reading import read_project

REPOSITORY = Path(__file__).resolve().parent.parent.parent
DOCS = REPOSITORY / "docs"
PAGES = [REPOSITORY / "README.md", *sorted(DOCS.rglob("*.md"))]
IMAGES = sorted((DOCS / "images").iterdir())
DECISIONS = sorted((DOCS / "decisions").glob("0*.md"))
CORPUS = REPOSITORY / "corpus" / "kars-1921"

LARGEST_IMAGE = 200_000
XML_FRAGMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'


def page(name: str) -> str:
    """The text of a page in `docs`."""
    return (DOCS / name).read_text(encoding="utf-8")


def fenced(text: str, kind: str) -> list[str]:
    """The blocks of a page that are marked as of that kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands(text: str) -> Iterator[list[str]]:
    """The arguments of each `tei-archive` in the shell blocks of a page, in order."""
    for line in "\n".join(fenced(text, "sh")).splitlines():
        if line.startswith("tei-archive "):
            yield shlex.split(line, comments=True)[1:]


def section(text: str, heading: str) -> str:
    """What stands between a heading and the next one of the same or a higher level."""
    level, _ = heading.split(maxsplit=1)
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, f"no heading {heading}"
    return found[1]


def first_column(text: str) -> list[str]:
    """The words in code type in the first column of the tables of a text."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("|")]
    return [word for cell in rows for word in re.findall(r"`([^`]+)`", cell)]


def run(arguments: list[str]) -> str:
    """Run a command in the working folder; give back all that it prints."""
    done = CliRunner().invoke(main, arguments, env={"COLUMNS": "80"})
    assert done.exit_code == 0, f"{arguments}: {done.output}"
    return done.output


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed_text: Path) -> Path:
    """A working folder with the texts that the pages speak of."""
    monkeypatch.chdir(tmp_path)
    text = seed_text.read_text(encoding="utf-8")
    for name in ("letters.txt", "kars-1921.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("part1.txt", "part2.txt", "part3.txt"):
        (tmp_path / name).write_text(text[: text.index("The following reply")], encoding="utf-8")
    return tmp_path


# -- commands ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [PAGES[0], DOCS / "segmenting.md"], ids=lambda path: path.stem)
def test_the_commands_of_a_page_run_one_after_another(text: Path, desk: Path) -> None:
    known = list(commands(text.read_text(encoding="utf-8")))
    assert len(known) > 5
    for arguments in known:
        run(arguments)
    assert (desk / "my-edition" / "site" / "index.html").is_file()
    assert (desk / "my-edition" / "letters.csv").is_file()


def test_the_files_of_an_edition_are_described(desk: Path) -> None:
    run(["segment", "letters.txt", "--out", "my-edition"])
    table = first_column(section(page("segmenting.md"), "## 1. Cut it"))
    written = {path.relative_to(desk / "my-edition") for path in (desk / "my-edition").rglob("*") if path.is_file()}
    assert {path.parts[0] for path in written} == {name.split("/")[0] for name in table}
    assert {Path(name) for name in table} <= written


def test_a_value_signed_as_the_page_says_is_valid(desk: Path) -> None:
    run(["segment", "letters.txt", "--out", "my-edition", "--settings", str(CORPUS / PROJECT_FILE)])
    file = desk / "my-edition" / "tei" / "kars-1921-d002.xml"
    text = file.read_text(encoding="utf-8")
    revision = next(block for block in fenced(page("encoding.md"), "xml") if "revisionDesc" in block)
    text = text.replace('resp="#resp.auto"', 'resp="#ed.1"').replace('cert="low"', 'cert="high"')
    text = re.sub(r"<revisionDesc.*</revisionDesc>", revision, text, flags=re.DOTALL)
    text = text.replace("consideration.", "<choice><sic>consideration</sic><corr>regard</corr></choice>.")
    file.write_text(text, encoding="utf-8")
    assert "nothing found" in run(["validate", "my-edition"])


# -- pictures ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("image", IMAGES, ids=lambda path: path.name)
def test_a_picture_is_small_shown_and_asks_nothing_of_the_net(image: Path) -> None:
    content = image.read_bytes()
    assert len(content) < LARGEST_IMAGE
    assert any(f"images/{image.name}" in text.read_text(encoding="utf-8") for text in PAGES)
    assert image.suffix != ".svg" or set(re.findall(rb"https?://[^\"'\s]+", content)) == {b"http://www.w3.org/2000/svg"}


def test_the_pictures_of_a_terminal_show_what_the_program_prints(desk: Path) -> None:
    segmented = run(["segment", "kars-1921.txt", "--out", "kars-1921"])
    explained = run(["explain", "kars-1921", "d002"])
    drawn = {name: drawn_letters(DOCS / "images" / f"{name}.svg") for name in ("segment", "explain")}
    said = letters(f"$ tei-archive segment kars-1921.txt --out kars-1921 {segmented}")
    assert drawn["segment"] == said, "the report has changed: run `make pictures`"
    assert drawn["explain"].endswith("…")
    beginning = drawn["explain"].removesuffix("…")
    said = letters(f"$ tei-archive explain kars-1921 d002 {explained}")
    assert beginning == said[: len(beginning)], "the explanation has changed: run `make pictures`"


def drawn_letters(image: Path) -> str:
    """The text in a picture of a terminal, without blanks; its title is not in lines."""
    texts = etree.parse(image).iter("{http://www.w3.org/2000/svg}text")
    return letters("".join(text.text or "" for text in texts if text.get("clip-path")))


def letters(text: str) -> str:
    """A text without its blanks: where a line breaks does not matter."""
    return "".join(text.split())


# -- links ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", PAGES, ids=lambda path: path.stem)
def test_links_to_a_heading_lead_to_one(text: Path) -> None:
    links = re.findall(r"\]\(([^)\s:#]*)#([^)\s]+)\)", text.read_text(encoding="utf-8"))
    assert [
        (name, anchor) for name, anchor in links if anchor not in anchors(text.parent / name if name else text)
    ] == []


def anchors(text: Path) -> set[str]:
    """The anchors that a page's headings get when it is shown on the web."""
    headings = re.findall(r"^#+ (.+)$", text.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("text", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_every_page_is_reached_from_the_readme(text: Path) -> None:
    assert f"(docs/{text.name})" in PAGES[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("record", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_what_was_asked_chosen_and_rejected(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert re.findall(r"^\*\*(.+?)(?:\.\*\*|\*\*)", text, re.MULTILINE) == [
        "Question",
        "Choice",
        "Rejected",
        "Think again when",
    ]


# -- settings ------------------------------------------------------------------------------------------------------


def test_the_settings_example_has_every_key_and_loads(tmp_path: Path) -> None:
    (example,) = fenced(page("settings.md"), "toml")
    (tmp_path / PROJECT_FILE).write_text(example, encoding="utf-8")
    project = read_project(tmp_path)
    assert [field.name for field in fields(Project) if getattr(project, field.name) in (None, "", ())] == []
    assert [field.name for field in fields(Person) if not getattr(project.editors[0], field.name)] == []
    assert [field.name for field in fields(SourceNote) if not getattr(project.sources[0], field.name)] == []
    assert {field.name for field in fields(Withdrawn) for gone in project.withdrawn if getattr(gone, field.name)} == {
        field.name for field in fields(Withdrawn)
    }
    assert [field.name for field in fields(SiteSettings) if not getattr(project.site, field.name)] == []
    assert [field.name for field in fields(Validation) if not getattr(project.validation, field.name)] == []
    assert [field.name for field in fields(Cmif) if not getattr(project.cmif, field.name)] == []


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("[edition]", Project),
        ("[[editor]]", Person),
        ("[[source]]", SourceNote),
        ("[[volume]]", Volume),
        ("[[withdrawn]]", Withdrawn),
        ("[validate]", Validation),
        ("[site]", SiteSettings),
        ("[cmif]", Cmif),
    ],
)
def test_every_key_of_the_settings_is_described(heading: str, value: type) -> None:
    known = {field.name for field in fields(value)} - {
        "editors",
        "sources",
        "volumes",
        "withdrawn",
        "validation",
        "site",
        "cmif",
    }
    assert set(first_column(section(page("settings.md"), f"## {heading}"))) == known


def test_the_defaults_of_the_settings_are_as_described(tmp_path: Path) -> None:
    (tmp_path / PROJECT_FILE).write_text('[edition]\ntitle = "T"\nsiglum = "s"\n', encoding="utf-8")
    project = read_project(tmp_path)
    rows = section(page("settings.md"), "## [edition]").splitlines()
    said = {row.split("|")[1].strip(" `"): row.split("|")[3] for row in rows if row.startswith("| `")}
    for name in ("profile", "language", "publisher", "version"):
        assert f"`{getattr(project, name)}`" in said[name]
    for name in ("publisher_ref", "base_url", "date", "licence", "rights"):
        assert getattr(project, name) is None
        assert "left out" in said[name]


# -- the index of letters ------------------------------------------------------------------------------------------


def test_the_commands_about_the_index_run_with_the_settings_of_the_page(desk: Path) -> None:
    text = page("cmif.md")
    (example,) = fenced(text, "toml")
    (desk / "observatory.toml").write_text(example, encoding="utf-8")
    known = list(commands(text))
    assert {command[0] for command in known} == {"segment", "export", "preflight", "explain-code"}
    said = [run(command) for command in known]
    assert sum("nothing found" in words for words in said) == 2
    assert (desk / "cmif.xml").is_file()


def test_the_ids_that_an_index_takes_are_described() -> None:
    types = first_column(section(page("cmif.md"), "## 2. Give persons and places their ids"))
    assert types == ["idno type", *(known.value for known in (*TAKEN, Authority.GEONAMES))]


# -- profiles ------------------------------------------------------------------------------------------------------


@pytest.fixture
def observatory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the text and the profile of the example."""
    monkeypatch.chdir(tmp_path)
    text, *_ = fenced(page("profiles.md"), "text")
    _, profile = fenced(page("profiles.md"), "toml")
    (tmp_path / "letters.txt").write_text(text, encoding="utf-8")
    (tmp_path / "observatory.toml").write_text(profile, encoding="utf-8")
    return tmp_path


def test_the_profile_of_the_example_does_what_the_page_promises(observatory: Path) -> None:
    for command in commands(page("profiles.md")):
        run(command)
    edition = api.load_edition(observatory / "my-edition")
    first, second = (encoded.document for encoded in edition.documents)
    assert [agent.label for agent in (*first.senders, *first.addressees)] == ["Halm", "Ewald Reiner"]
    assert [agent.label for agent in (*second.senders, *second.addressees)] == ["Ewald Reiner", "Halm"]
    assert (first.kind, second.kind) == ("letter", "postcard")
    assert [(ref.relation, ref.target) for ref in second.context] == [(Relation.IS_REPLY_TO, first.id)]
    assert ("Strelsau", ("Streltzau",)) in {(place.name, place.variants) for place in edition.registers.places}
    assert "scan-mark" in (observatory / "my-edition" / "unclaimed.xml").read_text(encoding="utf-8")
    assert "nothing found" in run(["validate", "my-edition"])


def test_the_profile_that_the_page_begins_with_is_the_beginning_of_the_whole(observatory: Path) -> None:
    beginning, whole = fenced(page("profiles.md"), "toml")
    assert whole.startswith(beginning)
    (observatory / "observatory.toml").write_text(beginning, encoding="utf-8")
    assert "observatory.toml: 0 rules" in run(["profile", "check", "observatory.toml"])


def test_a_wrong_example_is_reported_as_the_page_says(observatory: Path) -> None:
    _, said = fenced(page("profiles.md"), "text")
    profile = observatory / "observatory.toml"
    text = profile.read_text(encoding="utf-8").replace("14 is torn.", "14, scanned twice")
    profile.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["profile", "check", "observatory.toml"])
    assert done.exit_code == 1
    assert done.output.startswith(said)


def test_every_code_of_the_check_is_described() -> None:
    rows = [[cell.strip() for cell in row.split("|")[1:4]] for row in page("profiles.md").splitlines() if "| TP" in row]
    assert rows == [[str(part) for part in code.value] for code in Code]


def test_the_commands_about_chains_run(desk: Path) -> None:
    run(["segment", "letters.txt", "--out", "my-edition"])
    known = list(commands(page("chains.md")))
    assert {command[0] for command in known} == {"chains"}
    first, *_ = [run(command) for command in known]
    assert "6 documents, 3 chains of at least 2" in first


def test_the_chains_of_the_page_are_those_of_the_expected_file() -> None:
    (drawn,) = fenced(page("chains.md"), "text")
    expected = REPOSITORY / "tests" / "golden" / "reporting" / "chains.txt"
    assert expected.read_text(encoding="utf-8").startswith(drawn)


def known_by(tmp_path: Path, table: str) -> set[str]:
    """What the program says it knows when a profile has something that it does not know."""
    file = tmp_path / "wrong.toml"
    file.write_text('[profile]\nname = "x"\ntitle = "x"\nlanguage = "en"\n' + table, encoding="utf-8")
    with pytest.raises(ProfileError) as error:
        load_profile(str(file))
    return set(error.value.message.split("known: ")[1].split(", "))


def test_every_table_of_a_profile_is_described(tmp_path: Path) -> None:
    headings = re.findall(r"^###? .*$", page("profiles.md"), re.MULTILINE)
    described = set(re.findall(r"\[+(\w+)\]+", " ".join(headings)))
    assert described == known_by(tmp_path, "[nonsense]\n")


@pytest.mark.parametrize("table", ["label", "agent", "date", "mention", "office", "mark"])
def test_every_key_of_a_rule_is_described(table: str, tmp_path: Path) -> None:
    rule = 'id = "x"\nabout = "x"\npattern = "x"\nyes = ["x"]\nno = ["y"]\nnonsense = "x"\n'
    text = section(page("profiles.md"), "## Rules")
    (heading,) = re.findall(rf"^### \[\[{table}\]\].*$", text, re.MULTILINE)
    shared = first_column(text.split("###")[0])
    assert known_by(tmp_path, f"[[{table}]]\n{rule}") <= {*shared, *re.findall(r"`(\w+)`", section(text, heading))}


def test_every_label_and_mark_is_described() -> None:
    text = page("profiles.md")
    assert {label.value for label in Label} <= set(first_column(section(text, "### [[label]]: what a segment is")))
    marked = section(text, "### [[mark]]: what is marked in the text")
    assert {kind.value for kind in MarkKind} <= set(re.findall(r"`(\w+)`", marked))


def test_every_list_of_words_and_every_group_is_described() -> None:
    text = page("profiles.md")
    files = (REPOSITORY / "tei_archive" / "profile" / "data").glob("*.toml")
    lists = {name for file in files for name in tomllib.loads(file.read_text(encoding="utf-8")).get("words", {})}
    assert set(first_column(section(text, "### [words]"))) == lists
    groups = {
        name for profile in map(load_profile, profile_names()) for rule in profile.rules for name in rule.pattern.groups
    }
    assert groups - {"text"} <= set(re.findall(r"`(\w+)`", section(text, "## Rules")))


# -- encoding ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [path.name for path in sorted(DOCS.glob("*.md"))])
def test_xml_on_a_page_is_well_formed(name: str) -> None:
    for block in fenced(page(name), "xml"):
        etree.fromstring(XML_FRAGMENT.format(block))


def test_the_examples_of_the_encoding_are_from_the_first_edition() -> None:
    text = flat((CORPUS / "tei" / "kars-1921-d002.xml").read_text(encoding="utf-8"))
    for block in fenced(page("encoding.md"), "xml")[:2]:
        for line in (
            flat(block).removesuffix("</correspAction>").removeprefix('<correspAction type="received">').split("><")
        ):
            assert line.strip("<>") in text


def flat(xml: str) -> str:
    """XML without the white space that only lays it out."""
    return re.sub(r"\s*([<>])\s*", r"\1", re.sub(r"\s+", " ", xml))


def test_every_word_of_the_encoding_is_described() -> None:
    text = page("encoding.md")
    words = [*Relation, *Certainty, *Evidence, *(f"reason:{reason}" for reason in Unresolved)]
    assert [str(word) for word in words if f"`{word}`" not in text] == []
    assert [prefix for prefix in declared_prefixes() if f"`{prefix}:" not in text] == []


def declared_prefixes() -> list[str]:
    """The prefixes of pointers that the header of a document declares."""
    tree = etree.parse(CORPUS / "tei" / "kars-1921-d001.xml")
    return [str(element.get("ident")) for element in tree.iter("{http://www.tei-c.org/ns/1.0}prefixDef")]


def test_toml_on_a_page_is_toml() -> None:
    for text in PAGES:
        for block in fenced(text.read_text(encoding="utf-8"), "toml"):
            tomllib.loads(block)
