"""References as TEI writes them: which attributes hold them, and what file and id they lead to."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei_archive.model.folder import REGISTERS_FILE, SOURCES_FOLDER, TEI_FOLDER
from tei_archive.tei.names import XML_BASE, qualified

# The attributes of the class teidata.pointer that an encoded letter or a register can have.
ATTRIBUTES: Final = frozenset({
    "active", "ana", "calendar", "change", "copyOf", "corresp", "datingMethod", "decls", "exclude", "facs", "hand",
    "mutual", "next", "passive", "prev", "ref", "resp", "sameAs", "scheme", "scribeRef", "select", "source",
    "spanTo", "synch", "target", "who", "wit",
})  # fmt: skip

_PREFIX: Final = re.compile(r"[A-Za-z][\w.+-]*")
_WEB_BASE: Final = re.compile(r"[A-Za-z][\w.+-]*://")
_PATIENCE: Final = 0.5  # seconds for a pattern of the user's

# What the prefixes of our editions mean where a file does not declare them, from the edition's folder.
_OURS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "doc": f"{TEI_FOLDER}/$1.xml",
        "pers": f"{REGISTERS_FILE}#$1",
        "org": f"{REGISTERS_FILE}#$1",
        "place": f"{REGISTERS_FILE}#$1",
        "rule": f"{REGISTERS_FILE}#rule.$1",
        "reason": f"{REGISTERS_FILE}#reason.$1",
        "raw": f"{SOURCES_FOLDER}/$1",
    }
)


@dataclass(frozen=True, slots=True)
class Target:
    """The file that a reference leads to, and what stands after the `#`."""

    path: Path
    fragment: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """A declaration of `listPrefixDef`: the rest of a pointer, how it is taken apart, and what replaces it."""

    pattern: str
    replacement: str
    base: Path


def prefix_of(reference: str) -> str:
    """Give back the part of a reference before the colon; nothing for `#id` and `file.xml#id`."""
    head, colon, _ = reference.partition(":")
    return head if colon and _PREFIX.fullmatch(head) else ""


def find_prefixes(root: etree._Element, path: Path, edition: Path | None) -> Mapping[str, Prefix]:
    """Give back the prefixes that a file declares, and those of every edition of ours."""
    known: dict[str, Prefix] = {}
    if edition is not None:
        known |= {name: Prefix("(.+)", replacement, edition) for name, replacement in _OURS.items()}
    for declared in root.iter(qualified("prefixDef")):
        pattern, replacement = declared.get("matchPattern", ""), declared.get("replacementPattern", "")
        known[declared.get("ident", "")] = Prefix(pattern, replacement, path.parent)
    return known


def follow(reference: str, root: etree._Element, path: Path, prefixes: Mapping[str, Prefix]) -> Target | None:
    """Follow a reference of a file; None where it leads out of the edition or its prefix is not known.

    `path` is that of the file, as `normalise` gives it.
    """
    name = prefix_of(reference)
    prefix = prefixes.get(name)
    if name and prefix is None:
        return None
    if prefix is None:
        return None if _has_web_base(root) else _locate(reference, path.parent, path)
    expanded = _expand(reference.partition(":")[2], prefix)
    return None if expanded is None or prefix_of(expanded) else _locate(expanded, prefix.base, path)


def normalise(path: Path) -> Path:
    """Give back the absolute path without `..`. Links are not followed: a reference may hold what no file name can."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _expand(rest: str, prefix: Prefix) -> str | None:
    """Put a pointer in full. A fragment is kept apart where the replacement ends in a file's name: `doc:ID#place`."""
    import regex  # noqa: PLC0415  # most files declare no prefix

    name, sign, fragment = rest.partition("#") if "#" not in prefix.replacement else (rest, "", "")
    replacement = regex.sub(r"\$(\d)", r"\\g<\1>", prefix.replacement.replace("\\", "\\\\"))
    try:
        match = regex.fullmatch(prefix.pattern, name, timeout=_PATIENCE)
        return f"{match.expand(replacement)}{sign}{fragment}" if match else None
    except (regex.error, IndexError, TimeoutError):
        return None


def _locate(reference: str, base: Path, own: Path) -> Target:
    path, _, fragment = reference.partition("#")
    return Target(normalise(base / unquote(path)) if path else own, fragment)


def _has_web_base(root: etree._Element) -> bool:
    return bool(_WEB_BASE.match(root.get(XML_BASE) or ""))
