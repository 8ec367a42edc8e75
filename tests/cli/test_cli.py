"""The command line: what goes to which stream, exit codes, errors with a hint."""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tei_archive import __version__, api
from tei_archive.cli import main
from tei_archive.cli.commands import Commands
from tei_archive.profile import load_profile, profile_names

Run = Callable[..., Result]

COMMANDS = (
    "segment",
    "validate",
    "explain-code",
    "export",
    "explain",
    "chains",
    "preflight",
    "preview",
    "profile",
    "profiles",
    "schema",
    "score",
)


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


# -- help ----------------------------------------------------------------------------------------------------------


def test_the_commands_are_these() -> None:
    assert set(main.list_commands(click.Context(main))) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_the_exit_codes(run: Run, command: str) -> None:
    code, text, _ = said(run(command, "--help"))
    assert code == 0
    assert re.search(rf"^    tei-archive {command}", text, re.MULTILINE)
    assert re.search(r"Exit code: (0|130)\b", text)


@pytest.mark.parametrize("command", ["segment", "export", "validate", "explain", "chains"])
def test_examples_of_the_help_can_be_parsed(run: Run, command: str) -> None:
    text = run(command, "--help").stdout
    for example in re.findall(rf"^    tei-archive {command} ([^|\n]*)", text, re.MULTILINE):
        words = [command, *example.split()]
        group: click.Command = main
        while isinstance(group, click.Group):
            name = words.pop(0)
            found = group.get_command(click.Context(group), name)
            assert found is not None, name
            group = found
        assert group.make_context(group.name, words).params


def test_the_version_is_told(run: Run) -> None:
    assert said(run("--version")) == (0, f"tei-archive {__version__}\n", "")


@pytest.mark.parametrize("words", [[], ["nothing"], ["export", "docx", "x"], ["segment", "x.txt"], ["validate"]])
def test_a_wrong_command_line_exits_with_2(run: Run, words: list[str]) -> None:
    code, out, err = said(run(*words))
    assert (code, out) == (2, "")
    assert "Usage: tei-archive" in err


# -- segment -------------------------------------------------------------------------------------------------------


def test_segment_reports_on_standard_error(run: Run, seed_text: Path, tmp_path: Path) -> None:
    code, out, err = said(run("segment", seed_text, "--out", tmp_path / "e"))
    assert (code, out) == (0, "")
    assert "6 documents in 1 source" in err
    assert "Check these first" in err
    assert "Belongs to no document" in err
    assert len(list((tmp_path / "e" / "tei").glob("*.xml"))) == 6


def test_segment_can_speak_json(run: Run, seed_text: Path, tmp_path: Path) -> None:
    code, out, err = said(run("segment", seed_text, "--out", tmp_path / "e", "--json", "--quiet"))
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert [document["reply_to"] != [] for document in found["documents"]] == [False, True] * 3
    assert found["kept"] == []


def test_segment_leaves_an_edited_file_alone_and_says_so(run: Run, kars: Path, seed_text: Path) -> None:
    edited = kars / "tei" / "kars-1921-d003.xml"
    text = edited.read_text(encoding="utf-8").replace("Natsarenus to", "S. P. Natsarenus to")
    edited.write_text(text, encoding="utf-8")
    code, _, err = said(run("segment", seed_text, "--out", kars))
    assert code == 1
    assert "Left alone, since edited by hand: tei/kars-1921-d003.xml" in err
    assert edited.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_the_terminal_and_parts_no_word_from_its_sign(
    run: Run, seed_text: Path, tmp_path: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    err = run("segment", seed_text, "--out", tmp_path / "e").stderr
    table = err.partition("\u2500\n")[2].partition("a~  fairly")[0].splitlines()
    assert "1921-08-28?" in err
    assert len([row for row in table if row.startswith("kars-1921-d")]) == 6
    assert max(map(len, table)) <= width
    assert not [row for row in table if re.search(r"(?<!\S)[?~]", row)]


def test_segment_says_why_it_took_the_profile(run: Run, seed_text: Path, tmp_path: Path) -> None:
    _, out, err = said(run("segment", seed_text, "--out", tmp_path / "e", "--json"))
    choice = json.loads(out)["choice"]
    assert (choice["profile"], choice["candidates"][0]["name"]) == ("soviet-diplomatic-en", "soviet-diplomatic-en")
    assert {candidate["name"] for candidate in choice["candidates"]} == {
        name for name in profile_names() if load_profile(name).labels
    }
    assert re.search(r"^  taken: soviet-diplomatic-en \d+\.\d \(.+\)\s*\n  next:  \S+ \d", err, re.MULTILINE)
    _, out, err = said(run("segment", seed_text, "--out", tmp_path / "f", "--profile", "base-en", "--json"))
    assert json.loads(out)["choice"] is None
    assert "Why this profile" not in err


UNDECIDED = (
    "Note from the consul in Zenda to the regent.\n\nJune 9, 1894\n\nJune 12, 1894\n\nThe forest burns.\n\nHalm\n"
)


@pytest.mark.parametrize(("doubt", "code"), [("0.6", 0), ("1", 0), ("0.3", 1)])
def test_segment_exits_with_1_when_a_decision_is_less_certain_than_asked(
    run: Run, tmp_path: Path, doubt: str, code: int
) -> None:
    (tmp_path / "forest.txt").write_text(UNDECIDED, encoding="utf-8")
    result = run("segment", tmp_path / "forest.txt", "--out", tmp_path / "e", "--max-doubt", doubt, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == code
    assert (found["less_certain"] > 0) is bool(code)
    assert ("less certain than --max-doubt 0.3 allows" in " ".join(result.stderr.split())) is bool(code)
    assert (tmp_path / "e" / "tei" / "forest-d001.xml").is_file()


@pytest.mark.parametrize("doubt", ["1.5", "-1", "much"])
def test_a_doubt_that_is_no_share_is_refused(run: Run, seed_text: Path, tmp_path: Path, doubt: str) -> None:
    code, _, err = said(run("segment", seed_text, "--out", tmp_path / "e", "--max-doubt", doubt))
    assert (code, "--max-doubt" in err) == (2, True)


def test_the_ten_least_certain_decisions_end_the_report(run: Run, seed_text: Path, tmp_path: Path) -> None:
    _, out, err = said(run("segment", seed_text, "--out", tmp_path / "e", "--json"))
    listed = err.partition("Least certain decisions")[2].partition("\n\n")[0]
    found = json.loads(out)["least_certain"]
    assert len(found) == 10
    assert [decision["field"] for decision in found[:6]] == ["boundary"] * 6
    assert len(re.findall(r"^  <?0\.\d\d kars-1921-d\d{3} ", listed, re.MULTILINE)) == 10


# -- validate ------------------------------------------------------------------------------------------------------


def test_a_clean_edition_exits_with_0(run: Run, kars: Path) -> None:
    code, out, err = said(run("validate", kars))
    assert (code, out) == (0, "")
    assert err == "8 files checked: nothing found\n"


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_findings_go_to_standard_output_and_exit_with_1(run: Run, kars: Path, form: str) -> None:
    broken = kars / "tei" / "kars-1921-d001.xml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("</p>", "</q>", 1), encoding="utf-8")
    code, out, err = said(run("validate", kars, "--format", form, "--quiet"))
    assert (code, err) == (1, "")
    shown = {
        "text": lambda: re.match(r".*kars-1921-d001\.xml:\d+:\d+: error TA0\d\d ", out),
        "json": lambda: json.loads(out)["counts"]["error"],
        "github": lambda: re.match(r"::error file=.*kars-1921-d001\.xml,line=\d+,col=\d+,title=TA0\d\d::", out),
    }
    assert shown[form]()


# -- export --------------------------------------------------------------------------------------------------------


def test_csv_goes_to_standard_output_or_to_a_file(run: Run, kars: Path) -> None:
    table = kars / "out" / "table.csv"
    to_stream, to_file = run("export", "csv", kars), run("export", "csv", kars, "--out", table)
    assert said(to_file)[:2] == (0, "")
    assert to_file.stderr == f"Written: {table} and 1 more\n"
    assert to_stream.stdout_bytes == table.read_bytes()
    assert json.loads((kars / "out" / "table.csv-metadata.json").read_bytes())["url"] == "table.csv"
    assert len(list(csv.DictReader(io.StringIO(to_stream.stdout, newline="")))) == 6


def test_the_options_of_the_table_reach_it(run: Run, kars: Path) -> None:
    file = kars / "tei" / "kars-1921-d001.xml"
    text = file.read_text(encoding="utf-8").replace(">Natsarenus to Yusuf", ">=Natsarenus to Yusuf", 1)
    file.write_text(text, encoding="utf-8")
    assert ",\"'=Natsarenus to" in run("export", "csv", kars).stdout
    assert ',"=Natsarenus to' in run("export", "csv", kars, "--raw").stdout
    assert run("export", "csv", kars, "--bom").stdout_bytes.startswith(b"\xef\xbb\xbfid,")


def test_html_needs_a_folder(run: Run, kars: Path) -> None:
    code, out, err = said(run("export", "html", kars))
    assert (code, out) == (2, "")
    assert "Missing option '--out'" in err
    assert run("export", "html", kars, "--out", kars / "site", "-q").exit_code == 0
    assert (kars / "site" / "index.html").is_file()


def test_every_format_is_offered(run: Run) -> None:
    offered = run("export", "--help").stdout
    assert all(
        re.search(rf"^  {form} ", offered, re.MULTILINE)
        for form in ("csv", "deposit", "graph", "html", "json", "rdf", "tei", "txt")
    )


def test_json_goes_to_standard_output_or_to_a_file(run: Run, kars: Path) -> None:
    file = kars / "out" / "edition.json"
    assert said(run("export", "json", kars, "--out", file)) == (0, "", f"Written: {file}\n")
    assert run("export", "json", kars).stdout_bytes == file.read_bytes()


def test_a_graph_says_what_it_leaves_out(run: Run, kars: Path) -> None:
    file = kars / "tei" / "kars-1921-d005.xml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition('<correspAction type="sent">')
    file.write_text(head + rest.partition("</correspAction>")[2], encoding="utf-8")
    out = kars / "persons.gexf"
    wrote = run("export", "graph", kars, "--out", out)
    assert said(wrote) == (0, "", f"Written: {out}\nLeft out: 1 letter without a sender\n")
    shown = run("export", "graph", kars)
    assert (shown.stdout_bytes, shown.stderr) == (out.read_bytes(), "Left out: 1 letter without a sender\n")
    assert b"<graphml" in run("export", "graph", kars, "--of", "letters", "--form", "graphml", "-q").stdout_bytes


def test_rdf_needs_an_address(run: Run, kars: Path) -> None:
    code, out, err = said(run("export", "rdf", kars))
    assert (code, out) == (2, "")
    assert "hint: add to [edition]: base_url" in err
    settings = kars / "tei-archive.toml"
    text = settings.read_text(encoding="utf-8").replace('# base_url = ""', 'base_url = "https://example.org/kars"')
    settings.write_text(text, encoding="utf-8")
    assert b"schema:Message" in run("export", "rdf", kars).stdout_bytes


def test_a_deposit_is_a_folder_or_a_file(run: Run, kars: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = kars / "tei-archive.toml"
    assert "nobody is named as editor" in run("export", "deposit", kars, "--out", kars / "x.zip", "--epoch", "0").stderr
    settings.write_text(settings.read_text(encoding="utf-8") + '\n[[editor]]\nname = "R"\n', encoding="utf-8")
    code, out, err = said(run("export", "deposit", kars, "--out", kars / "x.zip"))
    assert (code, out) == (2, "")
    assert "SOURCE_DATE_EPOCH" in err
    assert "Missing option '--out'" in run("export", "deposit", kars).stderr
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    told = run("export", "deposit", kars, "--out", kars / "x.zip").stderr
    assert "Left out: a licence" in told
    assert "Left out: a licence" in run("export", "deposit", kars, "--out", kars / "x").stderr
    assert b"Bagging-Date: 2026-01-01" in (kars / "x" / "bag-info.txt").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "SOURCE_DATE_EPOCH" in run("export", "deposit", kars, "--out", kars / "x.zip").stderr


def test_the_tei_of_all_letters_is_a_volume(run: Run, kars: Path) -> None:
    code, out, err = said(run("export", "tei", kars))
    assert (code, out) == (2, "")
    assert "has a TEI file for each letter already" in err
    assert "--volume" in err
    assert run("export", "tei", kars, "--volume", "--out", kars / "all.xml", "-q").exit_code == 0
    assert (kars / "all.xml").read_bytes() == run("export", "tei", kars, "--volume").stdout_bytes


def test_texts_are_a_folder_or_one_file(run: Run, kars: Path) -> None:
    assert run("export", "txt", kars, "--out", kars / "texts", "-q").exit_code == 0
    assert sorted(path.name for path in (kars / "texts").glob("*.txt")) == [
        f"kars-1921-d00{n}.txt" for n in range(1, 7)
    ]
    assert run("export", "txt", kars, "--one-file", "--out", kars / "all.txt", "-q").exit_code == 0
    assert run("export", "txt", kars).stdout_bytes == (kars / "all.txt").read_bytes()


# -- explain and profiles ------------------------------------------------------------------------------------------


def test_explain_says_why(run: Run, kars: Path) -> None:
    code, out, err = said(run("explain", kars, "d002"))
    assert (code, err) == (0, "")
    assert out.startswith("kars-1921-d002 ")
    for piece in ("boundary", "»Yusuf Kemal«", "rule link.reply, score", "certainty medium", "runner-up: "):
        assert piece in out


def test_explain_without_an_id_shows_the_least_certain_of_the_edition(run: Run, kars: Path) -> None:
    code, out, err = said(run("explain", kars))
    assert (code, err) == (0, "")
    assert out.startswith("The 10 least certain of 46 decisions, boundaries first\n")
    found = json.loads(run("explain", kars, "--json").stdout)
    lines = (kars / "sources" / "kars-1921.txt").read_text(encoding="utf-8").split("\n")
    assert len(found["decisions"]) == 10
    for decision in found["decisions"]:
        assert f"{decision['file']}:{decision['line']}" in out
        assert lines[decision["line"] - 1].strip()
    assert re.search(r"^  > +\d+ \| »The following reply was", out, re.MULTILINE)


def test_explain_leaves_out_documents_that_are_gone(run: Run, kars: Path) -> None:
    (kars / "tei" / "kars-1921-d006.xml").unlink()
    found = json.loads(run("explain", kars, "--json").stdout)
    assert "kars-1921-d006" not in {decision["document"] for decision in found["decisions"]}
    (kars / "sources" / "kars-1921.txt").unlink()
    code, _, err = said(run("explain", kars))
    assert (code, "the source of" in err) == (2, True)


def test_explain_tells_values_that_were_entered_by_hand(run: Run, kars: Path) -> None:
    file = kars / "tei" / "kars-1921-d002.xml"
    before = file.read_text(encoding="utf-8")
    after = re.sub(r'(<correspAction type="received">\s*)<persName[^>]*>', r"\1<persName>", before)
    assert after != before
    file.write_text(after, encoding="utf-8")
    assert "Entered by hand\n  addressee.name  Natsarenus" in run("explain", kars, "kars-1921-d002").stdout
    assert json.loads(run("explain", kars, "d002", "--json").stdout)["by_hand"] == [
        {"field": "addressee.name", "value": "Natsarenus"}
    ]


def test_explain_in_json_gives_words_and_range(run: Run, kars: Path) -> None:
    found = json.loads(run("explain", kars, "kars-1921-d002", "--json").stdout)
    date = next(entry for entry in found["decisions"] if entry["field"] == "date")
    assert (date["value"], date["words"], date["certainty"]) == ("1921-08-28", "28 august 1921", "low")
    assert (date["start"], date["end"]) == (1472, 1486)
    assert found["by_hand"] == []


def test_profiles_are_listed(run: Run) -> None:
    code, out, err = said(run("profiles"))
    assert (code, err) == (0, "")
    assert "soviet-diplomatic-en" in out
    names = [profile["name"] for profile in json.loads(run("profiles", "--json").stdout)]
    assert names == [profile.name for profile in api.profiles()]


def test_profile_list_is_profiles(run: Run) -> None:
    assert said(run("profile", "list", "--json")) == said(run("profiles", "--json"))


PROFILE = """[profile]
name = "mine"
title = "Mine"
language = "en"

[[label]]
id = "head.mine"
label = "head"
score = 5
about = "a number"
pattern = '^Sheet \\d+$'
yes = ["Sheet 7"]
no = ["Sheet seven"]
"""


def test_profile_check_says_what_is_wrong_and_where(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text(PROFILE, encoding="utf-8")
    sound = run("profile", "check", "mine.toml")
    assert said(sound) == (0, "mine.toml: 1 rule, 0 inherited, 2 examples: nothing found\n", "")
    Path("mine.toml").write_text(PROFILE.replace("Sheet seven", "Sheet 8"), encoding="utf-8")
    assert said(run("profile", "check", "mine.toml")) == (
        1,
        (
            "mine.toml:7: error TP102 rule head.mine reads what it must not “Sheet 8”\n"
            "  hint: correct the pattern, or the example\n"
            "mine.toml: 1 rule, 0 inherited, 2 examples: 1 finding\n"
        ),
        "",
    )
    code, out, _ = said(run("profile", "check", "mine.toml", "--json"))
    found = json.loads(out)
    assert (code, found["rules"], found["examples"]) == (1, 1, 2)
    assert [(finding["code"], finding["line"]) for finding in found["findings"]] == [("TP102", 7)]


@pytest.mark.parametrize("words", [["nowhere.toml"], ["broken.toml"], ["."]])
def test_a_profile_that_cannot_be_read_exits_with_2(
    run: Run, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.toml").write_text("[profile", encoding="utf-8")
    code, out, err = said(run("profile", "check", *words))
    assert (code, out) == (2, "")
    assert re.fullmatch(r"error: .+\n  hint: .+\n", err)


# -- chains --------------------------------------------------------------------------------------------------------


def test_chains_are_drawn_on_standard_output(run: Run, kars: Path) -> None:
    code, out, err = said(run("chains", kars))
    assert (code, err) == (0, "")
    assert out.startswith("6 documents, 3 chains of at least 2\n")
    assert "\n\u2514\u2500\u2500 kars-1921-d002  1921-08-28?  Yusuf Kemal → Natsarenus  8 days later~" in out
    assert len(json.loads(run("chains", kars, "--json").stdout)["chains"]) == 3
    assert json.loads(run("chains", kars, "--json", "--min", "3").stdout)["chains"] == []


def test_chains_that_cannot_be_true_exit_with_1(run: Run, kars: Path) -> None:
    file = kars / "tei" / "kars-1921-d002.xml"
    text = file.read_text(encoding="utf-8")
    changed = text.replace('when="1921-08-28"', 'when="1921-07-01"')
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    code, out, _ = said(run("chains", kars))
    assert code == 1
    assert "kars-1921-d002 (1921-07-01?) answers kars-1921-d001 (1921-08-20)" in out


def test_an_edition_is_named_once(run: Run, kars: Path) -> None:
    code, out, err = said(run("chains", kars, kars))
    assert (code, out) == (2, "")
    assert "another document has the id kars-1921-d001" in err


# -- errors --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["segment", "nowhere.txt", "--out", "e"],
        ["segment", ".", "--out", "e"],
        ["validate", "nowhere"],
        ["export", "csv", "nowhere"],
        ["export", "csv", "nowhere", "--out", "x.csv"],
        ["explain", "nowhere", "d001"],
        ["explain", "nowhere"],
        ["chains", "nowhere"],
    ],
)
def test_an_error_is_one_message_with_a_hint(
    run: Run,
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said(run(*words))
    assert (code, out) == (2, "")
    assert re.fullmatch(r"error: .+\n  hint: .+\n", err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["explain", "KARS", "d009"], "there is no document d009"),
        (["explain", "KARS", "1921-d00"], "there is no document 1921-d00"),
        (["export", "csv", "KARS", "--out", "KARS"], "a folder, but the export is a file"),
        (["validate", "KARS", "--schema", "KARS/nothing.rng"], "nothing.rng"),
        (["segment", "KARS/sources/kars-1921.txt", "--out", "KARS", "--profile", "nothing"], "nothing"),
        (
            ["segment", "KARS/sources/kars-1921.txt", "--out", "KARS/x", "--settings", "KARS/nothing.toml"],
            "nothing.toml",
        ),
    ],
)
def test_errors_in_an_edition(run: Run, kars: Path, words: list[str], message: str) -> None:
    code, out, err = said(run(*(word.replace("KARS", str(kars)) for word in words)))
    assert (code, out) == (2, "")
    assert message in err
    assert re.fullmatch(r"error: .+\n  hint: .+\n", err)


def test_a_source_that_is_not_utf_8_is_named_with_its_line(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "letters.txt"
    source.write_bytes(b"first line\nthe King\x92s letter\n")
    code, _, err = said(run("segment", source, "--out", tmp_path / "e"))
    assert code == 2
    assert err.startswith(f"error: {source}:2: ")
    assert "hint: " in err


def failing(error: BaseException) -> Commands:
    @click.command()
    def fail() -> None:
        raise error

    return Commands(commands={"fail": fail})


def test_an_interrupt_exits_with_130() -> None:
    assert said(CliRunner().invoke(failing(KeyboardInterrupt()), ["fail"])) == (130, "", "")


def test_a_bug_looks_like_a_bug() -> None:
    result = CliRunner().invoke(failing(RuntimeError("a bug")), ["fail"])
    assert isinstance(result.exception, RuntimeError)


@pytest.mark.parametrize(
    "words",
    [["nothing"], ["--nothing"], ["export", "docx", "x"], ["segment", "x.txt"], ["profile", "check"], ["chains"]],
)
def test_a_wrong_command_line_is_shown_as_other_errors_are(run: Run, words: list[str]) -> None:
    _, _, err = said(run(*words))
    assert re.search(r"^error: .+\n  hint: see `tei-archive.* --help`\n\Z", err, re.MULTILINE)
    assert "Error:" not in err


@pytest.mark.parametrize("words", [["segment", "KARS/sources/kars-1921.txt", "--out", ""], ["validate", ""]])
def test_an_empty_path_is_refused(
    run: Run, kars: Path, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty := tmp_path / "empty").mkdir()
    monkeypatch.chdir(empty)
    code, _, err = said(run(*(word.replace("KARS", str(kars)) for word in words)))
    assert code == 2
    assert "the path is empty" in err
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("words", [["export", "csv", "FILE"], ["explain", "FILE", "d001"]])
def test_a_text_is_not_taken_for_an_edition(run: Run, seed_text: Path, words: list[str]) -> None:
    code, _, err = said(run(*(word.replace("FILE", str(seed_text)) for word in words)))
    assert code == 2
    assert "not an edition" in err
    assert "  hint: " in err


def test_a_text_without_documents_exits_with_1_and_says_what_to_do(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "prose.txt"
    text.write_text("It rained.\n\nNobody wrote.\n", encoding="utf-8")
    code, _, err = said(run("segment", text, "--out", tmp_path / "e"))
    assert code == 1
    assert "write a profile" in err
    assert "docs/profiles.md" in err
    code, _, err = said(run("export", "html", tmp_path / "e", "--out", tmp_path / "site"))
    assert code == 2
    assert "found no document" in err
    assert "segment` first" not in err


# -- options that all have -----------------------------------------------------------------------------------------


def test_validate_can_speak_json(run: Run, kars: Path) -> None:
    assert run("validate", kars, "--json").stdout == run("validate", kars, "--format", "json").stdout
    assert run("validate", kars, "--json", "--format", "json").exit_code == 0
    assert run("validate", kars, "--json", "--format", "github").exit_code == 2


def test_every_command_can_be_told_to_be_quiet(run: Run, kars: Path) -> None:
    assert said(run("profiles", "-q")) == said(run("profiles"))
    assert said(run("explain", kars, "d002", "-q")) == said(run("explain", kars, "d002"))


@pytest.mark.parametrize("option", ["--bom", "--raw", "--spreadsheet-safe"])
def test_options_of_the_table_are_refused_for_a_site(run: Run, kars: Path, option: str) -> None:
    code, _, err = said(run("export", "html", kars, "--out", kars / "site", option))
    assert code == 2
    assert "No such option" in err
    assert not (kars / "site").exists()


def test_a_page_that_is_not_ours_is_left_alone_and_named(run: Run, kars: Path) -> None:
    assert run("export", "html", kars, "--out", kars / "site").exit_code == 0
    (kars / "site" / "index.html").write_text("mine", encoding="utf-8")
    code, out, err = said(run("export", "html", kars, "--out", kars / "site"))
    assert (code, out) == (1, "")
    assert "Left alone, since not from an export: index.html" in err
    assert (kars / "site" / "index.html").read_text(encoding="utf-8") == "mine"


# -- as a process --------------------------------------------------------------------------------------------------


def process(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "tei_archive", *map(str, words)]


@pytest.mark.parametrize("words", [["export", "csv", "KARS"], ["explain", "KARS", "d002"]])
def test_a_closed_pipe_is_no_error(kars: Path, words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        process(*(word.replace("KARS", str(kars)) for word in words)),
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("words", [["chains", "EDITION"], ["export", "json", "EDITION"], ["--help"]])
def test_output_for_which_there_is_no_room_is_an_error(kars: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = process(*(str(kars) if word == "EDITION" else word for word in words))
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("error: the output cannot be written: ")
    assert done.stderr.count("\n") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no stream can be closed there")
def test_nobody_need_listen_to_errors(kars: Path) -> None:
    command = process("validate", str(kars))
    done = subprocess.run(["sh", "-c", f"{shlex.join(command)} 2>&-"], check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ["validate", "LONG"],
        ["chains", "LONG"],
        ["explain", "LONG"],
        ["preflight", "LONG"],
        ["profile", "check", "LONG"],
        ["export", "json", "KARS", "--out", "LONG"],
        ["export", "html", "KARS", "--out", "LONG"],
        ["segment", "KARS/sources/kars-1921.txt", "--out", "LONG"],
        ["segment", "KARS/sources/kars-1921.txt", "--out", "new", "--settings", "LONG"],
    ],
)
def test_a_name_that_no_file_can_have_is_an_error(
    run: Run, kars: Path, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*(word.replace("KARS", str(kars)).replace("LONG", "x" * 5000) for word in words))
    assert done.exit_code == 2
    assert re.fullmatch(r"error: \S*xxx\S*: .+\n  hint: .+\n", done.stderr)


@pytest.mark.parametrize("place", ["before", "after"])
def test_quiet_may_stand_before_the_command_or_after_it(kars: Path, place: str) -> None:
    words = ["--quiet", "validate", kars] if place == "before" else ["validate", kars, "--quiet"]
    done = subprocess.run(process(*words), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_terminal_of_an_old_encoding_is_no_obstacle(kars: Path) -> None:
    settings = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    for words in (["explain", kars, "d002"], ["profiles"]):
        done = subprocess.run(process(*words), capture_output=True, env=settings, check=False)
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_an_interrupt_while_the_program_is_loaded_is_quiet() -> None:
    script = """
import os, signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "tei_archive.validating":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
import tei_archive.cli
tei_archive.cli.main(["validate", "nowhere"])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_loading_the_program_leaves_the_interrupt_as_it_was() -> None:
    script = "import signal, tei_archive.cli; assert signal.getsignal(signal.SIGINT) is signal.default_int_handler"
    subprocess.run([sys.executable, "-c", script], check=True)
