"""`export cmif` and `preflight` as commands: files, streams, exit codes, and the one door to the network."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

BASE = "https://example.org/kars"
ADDED = f"""
[cmif]
url = "{BASE}/cmif.xml"
"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:gn="http://www.geonames.org/ontology#">
<gn:Feature><gn:name>Zenda</gn:name><gn:featureClass rdf:resource="http://www.geonames.org/ontology#P"/></gn:Feature>
</rdf:RDF>"""


@pytest.fixture
def edition(kars: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first edition, with the settings that CMIF asks for."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    path = kars / "tei-archive.toml"
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("publisher =", "date ="))
    ]
    text = "\n".join(lines)
    given = (
        f'publisher = "Kars Press"\nbase_url = "{BASE}"\nlicence = "https://creativecommons.org/licenses/by/4.0/"\n'
        'date = "2026-03-01"\n'
    )
    for name in ("base_url", "licence", "date", "publisher"):
        text = text.replace(f'# {name} = ""\n', "")
    text = text.replace("[edition]\n", f"[edition]\n{given}", 1)
    text += '\n[[editor]]\nname = "Reiner"\nemail = "reiner@example.org"\n' + ADDED
    path.write_text(text, encoding="utf-8")
    return kars


# -- export cmif ---------------------------------------------------------------------------------------------------


def test_an_index_is_written_and_passes(edition: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "cmif.xml"
    done = run("export", "cmif", edition, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith(f"Written: {out}\n")
    checked = run("preflight", out, "--url", f"{BASE}/cmif.xml")
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert checked.stderr == "1 file checked: nothing found\n"


def test_an_index_goes_to_standard_output_the_same_each_time(edition: Path) -> None:
    command = [sys.executable, "-m", "tei_archive", "export", "cmif", str(edition), "--cmif2"]
    first, second = (subprocess.run(command, capture_output=True, check=True) for _ in range(2))
    assert first.stdout == second.stdout
    assert first.stdout.count(b"<correspDesc") == 6
    assert b"#isAvailableAsTEIfile" in first.stdout


def test_what_the_settings_lack_is_one_error_and_nothing_is_written(kars: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "cmif.xml"
    done = run("export", "cmif", kars, "--out", out)
    assert done.exit_code == 2
    assert not out.exists()
    message, hint = done.stderr.splitlines()
    for key in ("[edition] base_url", "[cmif] url", "[edition] publisher", "[[editor]] email", "[cmif] licence"):
        assert key in message
    assert "tei-archive.toml" in message
    assert 'url = "https://…/cmif.xml" in [cmif]' in hint


def test_a_date_comes_from_the_option_then_the_variable_then_the_settings(
    edition: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert '<date when="2026-03-01T00:00:00+00:00"/>' in run("export", "cmif", edition).stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")
    assert '<date when="2026-03-02T00:00:00+00:00"/>' in run("export", "cmif", edition).stdout
    named = run("export", "cmif", edition, "--date", "2026-03-03T01:00:00+01:00")
    assert '<date when="2026-03-03T00:00:00+00:00"/>' in named.stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert run("export", "cmif", edition).exit_code == 2
    assert run("export", "cmif", edition, "--date", "soon").exit_code == 2


def test_a_change_that_would_not_be_noticed_is_told(edition: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "cmif.xml"
    run("export", "cmif", edition, "--out", out)
    done = run("export", "cmif", edition, "--out", out, "--cmif2")
    assert done.exit_code == 0
    assert "Look: 2026-03-01T00:00:00+00:00 is not greater than" in done.stderr
    assert "Look:" not in run("export", "cmif", edition, "--out", out, "--date", "2026-03-02").stderr


# -- preflight -----------------------------------------------------------------------------------------------------


@pytest.fixture
def negative(edition: Path, run: Run, tmp_path: Path) -> Path:
    """An index with two mistakes."""
    out = tmp_path / "cmif.xml"
    text = run("export", "cmif", edition).stdout
    assert "<persName>Natsarenus<" in text
    text = text.replace("<persName>Natsarenus<", '<persName role="x">N. N.<', 1)
    out.write_text(text, encoding="utf-8")
    return out


def test_what_is_wrong_is_told_with_code_and_place(negative: Path, run: Run) -> None:
    done = run("preflight", negative)
    assert done.exit_code == 1
    assert f"{negative}:23:11: warning TA738" in done.stdout
    assert f"{negative}:23:11: error TA739" in done.stdout
    assert "1 file checked: 1 error, 1 warning" in done.stderr


def test_all_forms_of_a_report_are_to_be_had(negative: Path, run: Run) -> None:
    found = json.loads(run("preflight", negative, "--json").stdout)
    assert [finding["code"] for finding in found["findings"]] == ["TA738", "TA739"]
    sarif = json.loads(run("preflight", negative, "--format", "sarif").stdout)
    assert [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]] == ["TA738", "TA739"]


def test_a_file_that_is_not_there_could_not_be_checked(run: Run, tmp_path: Path) -> None:
    for arguments in ((tmp_path / "none.xml",), (__file__, "--previous", tmp_path / "none.xml")):
        done = run("preflight", *arguments)
        assert done.exit_code == 2
        assert "there is no such file" in done.stderr


def test_a_version_before_is_compared(edition: Path, run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    run("export", "cmif", edition, "--out", old)
    run("export", "cmif", edition, "--out", new, "--cmif2")
    done = run("preflight", new, "--previous", old)
    assert done.exit_code == 1
    assert "TA705" in done.stdout


# -- the network ---------------------------------------------------------------------------------------------------


class _Server(BaseHTTPRequestHandler):
    """Serves an index with and without its age, and one place; inherits since the server wants it."""

    def do_HEAD(self) -> None:
        self.send_response(404 if self.path == "/gone.xml" else 200)
        if self.path == "/cmif.xml":
            self.send_header("Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT")
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(RDF.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{running.server_address[1]}"
    monkeypatch.setenv("TEI_ARCHIVE_GEONAMES", address)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    yield address
    running.shutdown()
    thread.join()
    running.server_close()


def test_online_the_address_and_the_places_are_asked_for(edition: Path, run: Run, tmp_path: Path, server: str) -> None:
    out = tmp_path / "cmif.xml"
    run("export", "cmif", edition, "--out", out)
    sound = run("preflight", out, "--online", "--url", f"{server}/cmif.xml")
    assert "TA707" not in sound.stdout
    assert "TA708" not in sound.stdout
    assert "TA707" in run("preflight", out, "--online", "--url", f"{server}/gone.xml").stdout
    assert "TA708" in run("preflight", out, "--online", "--url", f"{server}/young.xml").stdout
    text = out.read_text(encoding="utf-8")
    place = '<placeName ref="https://www.geonames.org/1">{}</placeName><date when="1921-08-20"/>'
    for name, code in (("Zenda", ""), ("Strelsau", "TA748")):
        out.write_text(text.replace('<date when="1921-08-20"/>', place.format(name), 1), encoding="utf-8")
        found = run("preflight", out, "--online", "--url", f"{server}/cmif.xml").stdout
        assert ("TA748" in found) is bool(code)


def test_where_nobody_answers_it_is_said(
    edition: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    out = tmp_path / "cmif.xml"
    run("export", "cmif", edition, "--out", out)
    done = run("preflight", out, "--online", "--url", "http://127.0.0.1:9/cmif.xml")
    assert "note TA709" in done.stdout
    assert "could not be asked" in done.stdout
