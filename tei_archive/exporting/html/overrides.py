"""What an edition puts in the place of ours: files below `theme/` in its folder."""

from pathlib import Path

OURS = Path(__file__).parent

_STYLES = ("style.css", "overviews.css", "figures.css")
_FOLDER = "theme"  # not `site`, where many will put the site itself


def templates_of(edition: Path) -> Path:
    """Give back the folder of an edition's own templates; it need not exist."""
    return edition / _FOLDER / "templates"


def stylesheet_of(edition: Path) -> Path:
    """Give back the XSLT stylesheet for the text: the edition's own, or ours."""
    own = edition / _FOLDER / "tei.xsl"
    return own if own.is_file() else OURS / "tei.xsl"


def style_of(edition: Path) -> bytes:
    """Give back the style sheet: ours, and after it the edition's own."""
    own = edition / _FOLDER / "style.css"
    ours = [OURS / "assets" / name for name in _STYLES]
    return b"\n".join(path.read_bytes() for path in (*ours, own) if path.is_file())


def assets_of(edition: Path) -> tuple[tuple[str, bytes], ...]:
    """Give back name and content of each file below the edition's `theme/assets/`, in the order of their names."""
    folder = edition / _FOLDER / "assets"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files)
