"""Licences by the names that SPDX gives them, which archives ask for; known are those of Creative Commons."""

import re

_CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?)/(?P<version>[1-4]\.[05])(?:/.*)?"
)
_ZERO = re.compile(r"https?://creativecommons\.org/publicdomain/zero/1\.0(?:/.*)?")


def find_spdx(address: str | None) -> str | None:
    """Give back the SPDX name of a licence by its address; None where it is not known."""
    if address is None:
        return None
    if _ZERO.fullmatch(address):
        return "CC0-1.0"
    found = _CREATIVE_COMMONS.fullmatch(address)
    return f"CC-{found['kind'].upper()}-{found['version']}" if found else None
