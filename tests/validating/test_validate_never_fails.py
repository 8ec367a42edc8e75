"""A law: whatever stands in the files of an edition, validating ends with findings and never with an error."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_edition import Edition, write_edition

from tei_archive.model import Severity

FILES = ("tei/strelsau-d001.xml", "tei/strelsau-d002.xml", "registers.xml", "unclaimed.xml", "sources/strelsau.txt")
FRAGMENTS = (
    "<div>", "</div>", "<p/>", "</p>", "<TEI>", "<!--", "-->", "<![CDATA[", "]]>", "<?x y?>", "&", "&amp;", "&#0;",
    "\0",
    '"', "'", ">", "<", "=", "doc:", "pers:", "raw:", "#", "char=", ",", " ", "\n", "99999999999999999999", "-", "é",
    'xml:id="a"', 'when="0000"', 'target="#"', 'source="raw:x#char=5,1"', 'xmlns=""', 'xmlns:p="p"', "<p:x/>",
    "<correspDesc/>", '<prefixDef ident="" matchPattern="(" replacementPattern="$9"/>', '<note place="foot"/>',
)  # fmt: skip


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return write_edition(tmp_path_factory.mktemp("law") / "edition")


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[float, int, str]]:
    """Cuts and insertions: where (as a part of the file), how many characters go, and what comes in their place."""
    edit = st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(FRAGMENTS) | st.text(max_size=5))
    return draw(st.lists(edit, min_size=1, max_size=4))


def edit(text: str, changes: list[tuple[float, int, str]]) -> str:
    for place, length, words in changes:
        start = int(place * len(text))
        text = text[:start] + words + text[start + length :]
    return text


def try_with(edition: Edition, name: str, content: bytes) -> None:
    path = Path(edition.folder / name)
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        for finding in edition.check():
            assert finding.message
            assert isinstance(finding.severity, Severity)
            assert "\n" not in finding.message
    finally:
        path.write_bytes(before)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(FILES), changes=edits())
def test_changed_files_never_make_it_fail(clean: Edition, name: str, changes: list[tuple[float, int, str]]) -> None:
    text = (clean.folder / name).read_text(encoding="utf-8")
    try_with(clean, name, edit(text, changes).encode("utf-8", "surrogatepass"))


@settings(max_examples=50)
@given(name=st.sampled_from(FILES), content=st.binary(max_size=100))
def test_bytes_never_make_it_fail(clean: Edition, name: str, content: bytes) -> None:
    try_with(clean, name, content)


@settings(max_examples=60)
@given(
    name=st.sampled_from(FILES[:4]), seed=st.integers(0, 10_000), value=st.sampled_from(FRAGMENTS) | st.text(max_size=8)
)
def test_values_never_make_it_fail(clean: Edition, name: str, seed: int, value: str) -> None:
    """Replace the value of one attribute."""
    parts = (clean.folder / name).read_text(encoding="utf-8").split('"')
    number = (seed % (len(parts) // 2)) * 2 + 1
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    content = '"'.join([*parts[:number], escaped, *parts[number + 1 :]])
    try_with(clean, name, content.encode("utf-8", "surrogatepass"))


def test_the_edition_is_clean_again(clean: Edition) -> None:
    assert clean.check() == ()
