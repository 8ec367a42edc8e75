"""Texts for property tests: pages put together from lines that mean something to a profile, and from any others."""

from pathlib import Path

from hypothesis import strategies as st
from strategies import characters

from tei_archive.model import Source

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PAGES = Path(__file__).resolve().parent / "pages"
PROFILES = ("base-en", "soviet-diplomatic-en")

_SEED = REPOSITORY / "corpus" / "kars-1921" / "sources" / "kars-1921.txt"
_TEXTS = [path.read_text(encoding="utf-8").split("\n") for path in (_SEED, *sorted(PAGES.glob("*.txt")))]


@st.composite
def _passage(draw: st.DrawFn) -> str:
    """A few lines as they stand on a page: a heading with what follows it, an end with the next beginning."""
    page = draw(st.sampled_from(_TEXTS))
    start = draw(st.integers(0, len(page) - 1))
    return "\n".join(page[start : start + draw(st.integers(1, 12))])


passages = _passage() | st.text(characters, max_size=40)
gaps = st.sampled_from(["\n", "\n\n", "\n \u00a0\n", "\n\n\n", " "])
pages = st.lists(st.tuples(passages, gaps), max_size=10).map(
    lambda parts: "".join(f"{text}{gap}" for text, gap in parts)
)
sources = pages.map(lambda text: Source("s", "s.txt", text))
