"""What all tests share: where things stand, outside tools, expected files, and what may not be skipped."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from fixture_types import Golden, Jing
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
GOLDEN = REPOSITORY / "tests" / "golden"

# A test that uses one of these fixtures gets the marker of the same name. TEI_ARCHIVE_REQUIRE names, with commas
# between, the ones that must be there: a test that would be skipped for want of them fails instead.
OUTSIDE = ("browser", "jing", "package_index", "shared")
REQUIRED = frozenset(filter(None, os.environ.get("TEI_ARCHIVE_REQUIRE", "").split(",")))

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytest_plugins = ["pytester"]

# The tests, and the commands that they run, share a cache of their own and leave the user's alone.
os.environ["TEI_ARCHIVE_CACHE"] = str(REPOSITORY / "build" / "cache")

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=30)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the expected files in tests/golden")


def pytest_configure() -> None:
    if unknown := REQUIRED.difference(OUTSIDE):
        raise pytest.UsageError(f"TEI_ARCHIVE_REQUIRE names {sorted(unknown)}; known are {', '.join(OUTSIDE)}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for name in OUTSIDE:
            if name in getattr(item, "fixturenames", ()):
                item.add_marker(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    missed = sorted(REQUIRED.intersection(mark.name for mark in item.iter_markers()))
    if report.skipped and missed and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but TEI_ARCHIVE_REQUIRE asks for {', '.join(missed)}: {_reason(report)}"
    return report


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def seed_text() -> Path:
    """The raw page from which the first edition is made."""
    return REPOSITORY / "corpus" / "kars-1921" / "sources" / "kars-1921.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold texts, schemas and examples that stands beside the checkout, or a skipped test."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("no folder 'shared' with gold texts beside the checkout")
    return folder


@pytest.fixture(scope="session")
def jing() -> Jing:
    """Return jing as a function of a schema and files: the messages, none where all files are valid."""
    command = shutil.which("jing")
    if command is None:
        pytest.skip("jing is not installed (Debian package: jing)")

    def validate(schema: Path, *files: Path) -> list[str]:
        done = subprocess.run([command, str(schema), *map(str, files)], capture_output=True, text=True, check=False)
        if done.returncode and not done.stdout:
            raise RuntimeError(f"jing could not run: {done.stderr}")
        return done.stdout.splitlines()

    return validate


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium, driven by Playwright."""
    command = next(filter(None, map(shutil.which, BROWSERS)), None)
    if command is None:
        pytest.skip(f"no browser is installed (looked for {', '.join(BROWSERS)})")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=command, args=list(BROWSER_OPTIONS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def package_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip the test where pip cannot fetch what builds tei-archive."""
    command = [sys.executable, "-m", "pip", "--retries=0", "--timeout=5", "download", "--quiet", "--no-deps"]
    folder = tmp_path_factory.mktemp("packages")
    done = subprocess.run([*command, "--dest", str(folder), "hatchling"], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip reaches no package index: {done.stderr.strip().splitlines()[-1]}")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a function that compares a result with tests/golden/NAME; `--golden` rewrites the file instead."""
    rewrite = bool(request.config.getoption("--golden"))

    def compare(result: str | bytes, name: str) -> None:
        expected = GOLDEN / name
        found = result.encode() if isinstance(result, str) else result
        if rewrite:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_bytes(found)
        assert expected.is_file(), f"no expected file {expected.name}: run `make golden` and read what it wrote"
        assert _shown(found) == _shown(expected.read_bytes()), f"differs from tests/golden/{name}"

    return compare


def _reason(report: pytest.TestReport) -> str:
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)


def _shown(content: bytes) -> str | bytes:
    """Text where it is text, so that pytest shows the lines that differ; line ends stay what they are."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content
