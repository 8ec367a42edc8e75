"""Files in memory as a web site: what is answered, to whom, and from where."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from tei_archive.errors import TeiArchiveError
from tei_archive.serving import Served, serve

FILES = {
    "index.html": b"first",
    "documents/a.html": b"letter",
    "a/index.html": b"leads on",
    "tei/a.xml": b"<TEI/>",
    "assets/style.css": b"",
    "seal.png": b"\x89PNG",
}


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serve(0) as running:
        running.replace(FILES)
        yield running


def ask(served: Served, path: str, method: str = "GET", host: str | None = None) -> tuple[HTTPResponse, bytes]:
    address = urlsplit(served.address)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=10)
    connection.request(method, path, headers={"Host": host} if host is not None else {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


@pytest.mark.parametrize(
    ("path", "content", "type_"),
    [
        ("/", b"first", "text/html; charset=utf-8"),
        ("/index.html?words=a#b", b"first", "text/html; charset=utf-8"),
        ("/documents/a.html", b"letter", "text/html; charset=utf-8"),
        ("/a/", b"leads on", "text/html; charset=utf-8"),
        ("/tei/a.xml", b"<TEI/>", "application/tei+xml; charset=utf-8"),
        ("/assets/style.css", b"", "text/css; charset=utf-8"),
        ("/seal.png", b"\x89PNG", "image/png"),
    ],
)
def test_a_file_is_answered_with_its_type(served: Served, path: str, content: bytes, type_: str) -> None:
    answer, found = ask(served, path)
    assert (answer.status, found, answer.getheader("Content-Type")) == (200, content, type_)
    assert answer.getheader("Cache-Control") == "no-store"


def test_a_folder_without_its_slash_leads_to_the_one_with_it(served: Served) -> None:
    answer, _ = ask(served, "/a")
    assert (answer.status, answer.getheader("Location")) == (301, "/a/")


@pytest.mark.parametrize(
    "path", ["/none.html", "/documents/", "/../pyproject.toml", "/%2e%2e/pyproject.toml", "//a.b/"]
)
def test_what_is_not_there_is_not_found(served: Served, path: str) -> None:
    assert ask(served, path)[0].status == 404


def test_a_head_has_no_content(served: Served) -> None:
    answer, content = ask(served, "/", "HEAD")
    assert (answer.status, answer.getheader("Content-Length"), content) == (200, "5", b"")


def test_only_pages_can_be_asked_for(served: Served) -> None:
    assert ask(served, "/", "POST")[0].status == 501


@pytest.mark.parametrize("host", ["letters.example.org", "", "127.0.0.1", "127.0.0.1:1"])
def test_another_host_name_is_not_answered(served: Served, host: str) -> None:
    answer, content = ask(served, "/", host=host)
    assert answer.status == 421
    assert b"first" not in content


def test_it_is_reached_by_the_name_of_this_machine(served: Served) -> None:
    assert ask(served, "/", host=f"localhost:{urlsplit(served.address).port}")[1] == b"first"


def test_it_listens_on_the_loopback_interface_alone(served: Served) -> None:
    port = urlsplit(served.address).port or 0
    assert urlsplit(served.address).hostname == "127.0.0.1"
    others = {entry[4][0] for entry in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
    for address in ("127.0.0.2", *others - {"127.0.0.1"}):
        with socket.socket() as probe:
            assert probe.connect_ex((str(address), port)) != 0


def test_a_port_that_is_taken_is_said(served: Served) -> None:
    port = urlsplit(served.address).port or 0
    with pytest.raises(TeiArchiveError, match=f"127.0.0.1:{port}: cannot be served there") as raised, serve(port):
        pass
    assert raised.value.hint == "choose another with --port"


def test_what_was_replaced_is_named() -> None:
    served = Served(1)
    assert served.is_empty
    assert served.replace({"b": b"1", "a": b"1"}) == ("a", "b")
    assert served.replace({"b": b"2", "c": b"1"}) == ("a", "b", "c")
    assert served.replace({"b": b"2", "c": b"1"}) == ()
    assert not served.is_empty
