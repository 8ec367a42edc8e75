"""Where profiles are found: among those that come with tei-archive, or in a file."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

from tei_archive.errors import Location, ProfileError
from tei_archive.profile.build import build_profile, check_patterns
from tei_archive.profile.tables import Tables, check_tables, extend
from tei_archive.profile.values import Profile

_DATA = files("tei_archive.profile") / "data"


def profile_names() -> tuple[str, ...]:
    """Give the names of the profiles that come with tei-archive."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in _DATA.iterdir() if entry.name.endswith(".toml")))


def load_profile(name: str) -> Profile:
    """Load a profile by its name, or from a path to a TOML file.

    Raises `ProfileError` where there is none or where it is not what a profile must be. Of a file every pattern is
    compiled, so that a mistake is told at once; those that come with tei-archive are compiled when they are used.
    """
    file = Path(name)
    if name in profile_names():
        return _load_named(name)
    if not file.is_file():
        raise ProfileError(
            f"there is no profile {name!r}",
            hint=f"known: {', '.join(profile_names())}; or give the path of a TOML file",
        )
    return _load_file(file)


@cache
def _load_named(name: str) -> Profile:
    file = f"{name}.toml"
    with _told_of(file):
        return build_profile(_merged((_DATA / file).read_text(encoding="utf-8"), ()))


def _load_file(file: Path) -> Profile:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        where = Location(str(file))
        raise ProfileError(f"cannot be read: {reason}", where, hint="give the path of a TOML file") from error
    with _told_of(str(file)):
        profile = build_profile(_merged(text, ()))
        check_patterns(profile)
    return profile


@contextmanager
def _told_of(file: str) -> Iterator[None]:
    """Tell what is wrong with the file in which it is."""
    try:
        yield
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"not TOML: {error}", Location(file), hint="see docs/profiles.md") from error
    except ValueError as error:
        raise ProfileError(str(error), Location(file), hint="see docs/profiles.md") from error


def _merged(text: str, above: tuple[str, ...]) -> Tables:
    own = check_tables(tomllib.loads(text))
    base = own.head.get("extends")
    if base is None:
        return own
    if base in above or base not in profile_names():
        raise ValueError(f"extends {base!r}, which is not a profile that can be extended")
    return extend(_merged((_DATA / f"{base}.toml").read_text(encoding="utf-8"), (*above, base)), own)
