"""The pictures of the README and of these pages, made from the real thing: `make pictures`.

A page of the first edition is photographed by Chromium; what the commands print is drawn as SVG. The edition in
`build/kars-1921` must be there (`make demo`). Same program, same fonts: same bytes.
"""

import os
import pty
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

REPOSITORY = Path(__file__).resolve().parent.parent
IMAGES = REPOSITORY / "docs" / "images"
EDITION = REPOSITORY / "build" / "kars-1921"
SOURCE = REPOSITORY / "corpus" / "kars-1921" / "sources" / "kars-1921.txt"

COLUMNS = 80
LARGEST = 200_000
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1")

# What a terminal may do beyond printing is left out: the progress line comes and goes before the report.
TERMINAL = {
    "COLUMNS": str(COLUMNS),
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TTY_INTERACTIVE": "0",
}

INK, PAPER = (224, 222, 215), (33, 34, 38)
DIMMED, RED, GREEN, YELLOW = (150, 150, 150), (232, 130, 110), (152, 190, 120), (222, 185, 110)
BLUE, MAGENTA, CYAN = (130, 170, 225), (205, 150, 200), (120, 190, 195)
SIXTEEN = [PAPER, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, INK]
THEME = TerminalTheme(PAPER, INK, SIXTEEN, [DIMMED, *SIXTEEN[1:]])

# The frame that rich fills in, without the web fonts of its own: a picture asks nothing of the net.
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font-family: sans-serif; font-size: 16px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def main() -> int:
    """Make all pictures; give back the exit code."""
    if not (EDITION / "site").is_dir():
        print(f"error: there is no {EDITION.relative_to(REPOSITORY)}/site: run `make demo` first", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(SOURCE, folder)
        draw("segment", "tei-archive segment kars-1921.txt --out kars-1921", Path(folder))
        draw("explain", "tei-archive explain kars-1921 d002", Path(folder), paragraphs=4)
    photograph("edition", EDITION / "site" / "documents" / "kars-1921-d002.html", width=1100, height=700)
    return weigh()


def draw(name: str, command: str, folder: Path, paragraphs: int | None = None) -> None:
    """Run a command in a folder and draw what it prints, or the first paragraphs of it."""
    printed = at_a_terminal(command, folder).rstrip().split("\n\n")
    shown = [*printed[:paragraphs], "…"] if paragraphs else printed
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(file=nowhere, record=True, width=COLUMNS, color_system="truecolor", highlight=False)
        console.print(Text.assemble(("$ ", "dim"), (command, "bold")))
        console.print(Text.from_ansi("\n\n".join(shown)))
        svg = console.export_svg(title="tei-archive", theme=THEME, code_format=FRAME, unique_id=name)
    IMAGES.joinpath(f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")


def at_a_terminal(command: str, folder: Path) -> str:
    """Run a command in a folder, at a terminal of 80 columns; give back what it prints, colours included."""
    program, *arguments = shlex.split(command)
    line = [str(Path(sys.executable).with_name(program)), *arguments]
    ours, theirs = pty.openpty()
    with subprocess.Popen(line, cwd=folder, env=TERMINAL, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        printed = b"".join(read_all(ours))
    os.close(ours)
    if running.returncode:
        raise SystemExit(f"error: {command}: exit code {running.returncode}")
    return printed.decode("utf-8").replace("\r\n", "\n")


def read_all(terminal: int) -> Iterator[bytes]:
    """Read from a terminal until the program on the other side has ended, which Linux reports as an error."""
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            yield piece


def photograph(name: str, page: Path, width: int, height: int) -> None:
    """Take a picture of a page as Chromium shows it."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"error: no browser is installed (looked for {', '.join(BROWSERS)})")
    target = IMAGES / f"{name}.png"
    command = [browser, *OPTIONS, f"--window-size={width},{height}", f"--screenshot={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def weigh() -> int:
    """Print what each picture weighs; 1 where one is too heavy for a repository."""
    weights = {path.name: path.stat().st_size for path in sorted(IMAGES.iterdir())}
    for name, weight in weights.items():
        print(f"{weight:>8,} bytes  docs/images/{name}")
    return int(max(weights.values()) > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
