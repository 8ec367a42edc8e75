"""Files in memory as a web site on this machine, for nobody else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from mimetypes import MimeTypes
from socketserver import ThreadingTCPServer
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

from tei_archive.errors import Location, TeiArchiveError

_HOST = "127.0.0.1"
_FIRST = "index.html"
_UTF_8 = ("text/", "application/json", "application/xml", "application/tei+xml")
_TYPES = MimeTypes()  # the table of Python alone: that of the system differs from one to the next
_TYPES.add_type("text/javascript", ".js")
_TYPES.add_type("application/tei+xml", ".xml")


class Served:
    """The files that a server answers with; they can be replaced, all at once, while it runs.

    It changes, since a server is asked from other threads while the files are made anew.
    """

    def __init__(self, port: int) -> None:
        self.address = f"http://{_HOST}:{port}/"
        self.hosts = frozenset(f"{host}:{port}" for host in (_HOST, "localhost"))
        self._files: Mapping[str, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet to answer with."""
        return not self._files

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(self._files)

    def replace(self, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Answer with these files from now on; give back the paths that are new, differ, or are gone, in order."""
        before, self._files = self._files, files
        return tuple(sorted(path for path in {*before, *files} if before.get(path) != files.get(path)))

    def find(self, path: str) -> tuple[str, bytes] | None:
        """Give back the path and the content of the file at a path, or of the first page of the folder there."""
        files = self._files
        for candidate in (path, f"{path}{_FIRST}") if path.endswith("/") or not path else (path,):
            if candidate in files:
                return candidate, files[candidate]
        return None

    def is_folder(self, path: str) -> bool:
        """Say whether the path, with a slash after it, has a first page."""
        return f"{path}/{_FIRST}" in self._files


@contextmanager
def serve(port: int) -> Iterator[Served]:
    """Serve files on the loopback interface while the block runs; port 0 is any that is free.

    Raises `TeiArchiveError` where the port cannot be had.
    """
    try:
        server = _Server((_HOST, port), _Handler)
    except OSError as error:
        raise TeiArchiveError(
            f"cannot be served there: {error.strerror}", Location(f"{_HOST}:{port}"), hint="choose another with --port"
        ) from error
    server.served = Served(server.server_address[1])
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.served
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingTCPServer):
    """A server that holds its files. Not http.server's own, which asks for the name of the host in the net."""

    allow_reuse_address = True
    daemon_threads = True
    served: Served


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD. It inherits because http.server offers no other way."""

    server: _Server

    def do_GET(self) -> None:
        self._answer(with_content=True)

    def do_HEAD(self) -> None:
        self._answer(with_content=False)

    def _answer(self, *, with_content: bool) -> None:
        # A page elsewhere whose host name is turned to this machine could otherwise read what is not yet published.
        if self.headers.get("Host") not in self.server.served.hosts:
            return self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        path = unquote(urlsplit(self.path).path).lstrip("/")
        found = self.server.served.find(path)
        if found is None and self.server.served.is_folder(path):
            return self._lead_on(path)
        if found is None:
            return self.send_error(HTTPStatus.NOT_FOUND)
        name, content = found
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _content_type(name))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_content:
            self.wfile.write(content)
        return None

    def _lead_on(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{quote(path)}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is that of http.server
        """Say nothing of each request."""


def _content_type(path: str) -> str:
    guessed = _TYPES.guess_type(path)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith(_UTF_8) else guessed
