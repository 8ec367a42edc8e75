"""Where profiles are found: among those that come with tei-archive, or in a file."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from tei_archive.errors import Location, ProfileError
from tei_archive.profile.build import build_profile, check_patterns
from tei_archive.profile.tables import Tables, check_tables, extend
from tei_archive.profile.values import Profile
from tei_archive.toml import parse_toml

_GUIDE = "see docs/profiles.md"
_DATA = files("tei_archive.profile") / "data"


def profile_names() -> tuple[str, ...]:
    """Give the names of the profiles that come with tei-archive."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in _DATA.iterdir() if entry.name.endswith(".toml")))


def load_profile(name: str) -> Profile:
    """Load a profile by its name, or from a path to a TOML file.

    Raises `ProfileError` where there is none or where it is not what a profile must be. Of a file every pattern is
    compiled, so that a mistake is told at once; those that come with tei-archive are compiled when they are used.
    """
    return _load_named(name) if name in profile_names() else _build(*read_profile(name), check=check_patterns)


def read_profile(name: str) -> tuple[str, str]:
    """Give back the text of a profile and the path of its file, by its name or from a path to a TOML file.

    Raises `ProfileError` where there is none or it cannot be read.
    """
    file = Path(name)
    if name in profile_names():
        return text_of(name), f"{name}.toml"
    if not file.is_file():
        raise ProfileError(
            f"there is no profile {name!r}",
            hint=f"known: {', '.join(profile_names())}; or give the path of a TOML file",
        )
    try:
        return file.read_text(encoding="utf-8"), str(file)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ProfileError(f"cannot be read: {reason}", Location(name), hint="give the path of a TOML file") from error


def parse_profile(text: str, file: str) -> dict[str, object]:
    """Give back the tables of a profile. Raises `ProfileError` where the text is not TOML."""
    return parse_toml(text, file, _GUIDE, ProfileError)


def text_of(name: str) -> str:
    """Give back the text of a profile that comes with tei-archive."""
    return (_DATA / f"{name}.toml").read_text(encoding="utf-8")


def extended(own: Tables, above: tuple[str, ...] = ()) -> Tables:
    """Add the tables of a profile to those that it extends. Raises `ValueError` where it cannot be extended."""
    base = own.head.get("extends")
    if base is None:
        return own
    if base in above or base not in profile_names():
        raise ValueError(f"extends {base!r}, which is not a profile that can be extended")
    return extend(extended(check_tables(parse_profile(text_of(base), base)), (*above, base)), own)


@cache
def _load_named(name: str) -> Profile:
    return _build(*read_profile(name))


def _build(text: str, file: str, check: Callable[[Profile], None] | None = None) -> Profile:
    try:
        profile = build_profile(extended(check_tables(parse_profile(text, file))))
        if check:
            check(profile)
    except ValueError as error:
        hint = f"`tei-archive profile check {file}` names the line; {_GUIDE}"
        raise ProfileError(str(error), Location(file), hint) from error
    return profile
