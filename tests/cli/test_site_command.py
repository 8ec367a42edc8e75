"""`export html`: with the index of the search and without, made again, and with a document less."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_archive.exporting.html import pagefind

Run = Callable[..., Result]


def checksums(site: Path) -> str:
    return (site / "written.sha256").read_text(encoding="utf-8")


def index_of(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "pagefind").rglob("*") if path.is_file())


def test_the_index_comes_and_goes_with_the_option(kars: Path, tmp_path: Path, run: Run) -> None:
    site = tmp_path / "site"
    assert run("export", "html", kars, "--out", site).exit_code == 0
    first, names = checksums(site), index_of(site)
    assert "pagefind.js" in names
    assert run("export", "html", kars, "--out", site, "--pagefind").exit_code == 0
    assert (checksums(site), index_of(site)) == (first, names)
    done = run("export", "html", kars, "--out", site, "--no-pagefind")
    assert (done.exit_code, index_of(site)) == (0, [])
    assert "Removed, since no longer made: pagefind/" in done.stderr
    assert "hint" not in done.stderr
    assert "pagefind/" not in checksums(site)


def test_when_a_text_changes_its_old_index_goes(kars: Path, tmp_path: Path, run: Run) -> None:
    site = tmp_path / "site"
    run("export", "html", kars, "--out", site)
    before = index_of(site)
    letter = kars / "tei" / "kars-1921-d001.xml"
    letter.write_text(letter.read_text(encoding="utf-8").replace("readily", "gladly"), encoding="utf-8")
    assert run("export", "html", kars, "--out", site).exit_code == 0
    assert len(index_of(site)) == len(before)
    assert set(before) - set(index_of(site))


def test_without_pagefind_the_site_is_made_and_only_the_option_complains(
    kars: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "find_spec", lambda _: None)
    site = tmp_path / "site"
    assert run("export", "html", kars, "--out", site).exit_code == 0
    assert index_of(site) == []
    done = run("export", "html", kars, "--out", site, "--pagefind")
    assert done.exit_code == 2
    assert "error: Pagefind is not installed" in done.stderr
    assert "tei-archive[site]" in done.stderr


def test_a_page_that_goes_is_a_reason_to_say_where_it_went(kars: Path, tmp_path: Path, run: Run) -> None:
    site = tmp_path / "site"
    run("export", "html", kars, "--out", site, "--no-pagefind")
    (kars / "tei" / "kars-1921-d004.xml").unlink()
    done = run("export", "html", kars, "--out", site, "--no-pagefind")
    assert "documents/kars-1921-d004.html" in done.stderr
    assert "[[withdrawn]] in tei-archive.toml" in done.stderr
    settings = kars / "tei-archive.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '\n[[withdrawn]]\nid = "kars-1921-d004"\ndate = "2026-02-20"\n',
        encoding="utf-8",
    )
    done = run("export", "html", kars, "--out", site, "--no-pagefind")
    assert done.exit_code == 0
    assert "hint" not in done.stderr
    assert "withdrawn from the edition on 20 February 2026" in (site / "documents" / "kars-1921-d004.html").read_text(
        encoding="utf-8"
    )
