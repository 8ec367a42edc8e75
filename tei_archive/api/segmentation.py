"""Raw texts → an encoded edition in a folder."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tei_archive.api.manifest import Written, read_manifest, write_edition
from tei_archive.api.reports import SegmentReport
from tei_archive.api.targets import refuse_to_segment_into
from tei_archive.api.volumes import as_settings, read_volumes, refuse_the_same_ids, volume_folders
from tei_archive.errors import Location, ReadingError
from tei_archive.files import read_bytes, refuse_obstacles
from tei_archive.model import Edition, Project, Source, SourceNote
from tei_archive.model.folder import (
    LEDGER_FILE,
    MANIFEST_FILE,
    PROJECT_FILE,
    REGISTERS_FILE,
    SOURCES_FOLDER,
    TEI_FOLDER,
    UNCLAIMED_FILE,
)
from tei_archive.profile import Profile, load_profile, profile_names
from tei_archive.reading import format_project, read_project, read_source, source_files, write_ledger
from tei_archive.segmenting import ENGINE_RULES, Known, choose_profile, segment_sources
from tei_archive.tei import encode_document, encode_registers, encode_unclaimed, read_document

_AUTO = "auto"
_TITLE = "title"
_RULE = re.compile(rb' ana="rule:([\w.-]+)')


def segment(
    sources: Sequence[Path],
    out: Path,
    *,
    profile: str | Path | None = None,
    settings: Path | None = None,
    volumes: Sequence[Path] = (),
    max_doubt: float = 1.0,
) -> SegmentReport:
    """Cut texts into documents and write them as an edition.

    The texts join those that the edition has already. Its own settings come before `settings`, the profile named here
    before the one that the settings name; `auto` takes the one with the best evidence. `volumes` are other editions,
    beside those that the settings name: their documents may be answered here, or answer these; they are only read.
    Everything is encoded, and proved to be lossless, before the first file is written; files edited by hand are kept.
    Decisions with more doubt than `max_doubt` allows are written like all others; the report is then not clean.

    Raises `TeiArchiveError` where a text, a profile, the settings or a file that an earlier run wrote cannot be read,
    a file cannot be written, or `out` is the folder of an export or a part of another edition.
    """
    refuse_to_segment_into(out)
    texts = _gather(sources, out)
    read = tuple(read_source(path, path.stem) for path in texts)
    known = _settings(out, settings)
    name = str(profile) if profile else _named_in(known, out)
    choice = choose_profile(read, _profiles()) if name == _AUTO else None
    chosen = load_profile(choice.profile if choice else name)
    siglum = known.siglum if known else _siglum(read[0])
    folders = volume_folders(volumes, known, out)
    outside = read_volumes(folders, out)
    edition = segment_sources(read, siglum, chosen, tuple(_known(out)), _taken(out), outside)
    refuse_the_same_ids(edition, outside)
    project = known or replace(
        _project(edition, siglum, chosen.name if name == _AUTO else _seen_from(out, name), chosen),
        volumes=as_settings(folders, out),
    )
    written = _write(texts, out, edition, project, _encode(edition, project, chosen))
    return SegmentReport(
        edition, project, chosen.name, written.written, written.kept, written.removed, choice, max_doubt
    )


def _write(texts: Sequence[Path], out: Path, edition: Edition, project: Project, files: Mapping[str, bytes]) -> Written:
    copies = {f"{SOURCES_FOLDER}/{path.name}": path for path in texts}
    for name in (*copies, PROJECT_FILE, LEDGER_FILE):
        refuse_obstacles(out / name)
    once = {name: read_bytes(path) for name, path in copies.items() if not (out / name).exists()}
    if not (out / PROJECT_FILE).exists():
        once[PROJECT_FILE] = format_project(project).encode("utf-8")
    return write_edition(out, files.items(), {**once, LEDGER_FILE: write_ledger(edition.ledger)})


def _seen_from(folder: Path, profile: str) -> str:
    """A profile as the settings in a folder name it: a path counts from there."""
    return profile if profile in profile_names() else Path(os.path.relpath(profile, folder)).as_posix()


def _known(out: Path) -> Iterator[Known]:
    """The documents of the edition as they are now, edited or not; a file of somebody else need not be TEI."""
    ours = read_manifest(out / MANIFEST_FILE)
    for path in _tei_files(out):
        try:
            document = read_document(path).document
        except ReadingError:
            if path.relative_to(out).as_posix() in ours:
                raise
        else:
            yield Known(path.stem, document.source, document.span)


def _tei_files(out: Path) -> tuple[Path, ...]:
    return tuple(sorted((out / TEI_FOLDER).glob("*.xml")))


def _taken(out: Path) -> frozenset[str]:
    """The ids that stand in the names of files, whoever wrote them."""
    return frozenset(path.stem for path in _tei_files(out))


def _profiles() -> tuple[Profile, ...]:
    return tuple(load_profile(name) for name in profile_names())


def _named_in(project: Project | None, folder: Path) -> str:
    """The profile of the settings; a path counts from the folder of the edition."""
    name = project.profile if project else _AUTO
    return str(folder / name) if (folder / name).is_file() else name


def _settings(out: Path, settings: Path | None) -> Project | None:
    if (out / PROJECT_FILE).exists():
        return read_project(out)
    return read_project(settings) if settings else None


def _gather(given: Sequence[Path], out: Path) -> tuple[Path, ...]:
    """The texts given and those of the edition, by name. The same name for two different texts is an error.

    So is a hidden file, which would be no source of the edition any more as soon as it lies there.
    """
    texts = {path.name: path for path in source_files(out)}
    for path in given:
        if path.name.startswith("."):
            hint = "give it a name without the full stop at the beginning"
            raise ReadingError("a hidden file is no source of an edition", Location(str(path)), hint)
        other = texts.setdefault(path.name, path)
        if other != path and read_bytes(other) != read_bytes(path):
            raise ReadingError(
                f"another text of that name is in the edition: {other}",
                Location(str(path)),
                hint="rename the file, or begin a new edition with another --out",
            )
    return tuple(texts[name] for name in sorted(texts))


def _siglum(source: Source) -> str:
    plain = unicodedata.normalize("NFKD", source.siglum.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.") or "edition"
    return slug if slug[0].isalpha() else f"e-{slug}"


def _project(edition: Edition, siglum: str, profile_name: str, profile: Profile) -> Project:
    """Settings to begin with; the title is the one that the source itself bears."""
    texts = {source.name: source.text for source in edition.sources}
    titles = [part.span.cut(texts[part.source]) for part in edition.unclaimed if part.kind == _TITLE]
    return Project(
        title=" ".join(titles[0].split()) if titles else siglum,
        siglum=siglum,
        profile=profile_name,
        language=profile.language,
        sources=tuple(SourceNote(source.name) for source in edition.sources),
    )


def _encode(edition: Edition, project: Project, profile: Profile) -> Mapping[str, bytes]:
    """All files of the edition that a scholar may edit, by name."""
    texts = {source.name: source for source in edition.sources}
    files = {
        f"{TEI_FOLDER}/{document.id}.xml": encode_document(document, texts[document.source], project, profile.name)
        for document in edition.documents
    }
    files[UNCLAIMED_FILE] = encode_unclaimed(edition.unclaimed, edition.sources, project)
    about = {**{rule.id: rule.about for rule in profile.rules}, **ENGINE_RULES}
    used = {rule for content in files.values() for rule in _rules_in(content)}
    used |= {decision.rule for decision in edition.ledger}
    files[REGISTERS_FILE] = encode_registers(edition.registers, project, {name: about[name] for name in sorted(used)})
    return files


def _rules_in(content: bytes) -> Iterator[str]:
    """Name the rules that the tags of a file point to; the words of a text may look the same."""
    for found in _RULE.finditer(content):
        if content.rfind(b"<", 0, found.start()) > content.rfind(b">", 0, found.start()):
            yield found[1].decode()
