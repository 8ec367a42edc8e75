"""Ids of nodes and edges: they hold for all exports, and are NMTOKENs, as the schema of GraphML asks."""

import hashlib
import re

_NOT_A_TOKEN = re.compile(r"[^\w.\-]+")
_DIGITS = 8


def token(prefix: str, value: str) -> str:
    """Give back an id for any value: its letters and digits, and a checksum where there is more in it."""
    plain = _NOT_A_TOKEN.sub("-", value).strip("-")
    if plain == value:
        return f"{prefix}:{plain}"
    checksum = hashlib.sha256(value.encode("utf-8")).hexdigest()[:_DIGITS]
    return f"{prefix}:{plain}-{checksum}" if plain else f"{prefix}:{checksum}"


def pointer_token(pointer: str) -> str:
    """Give back an id for a pointer: `pers:natsarenus` stays what it is, an address becomes a token."""
    prefix, sign, rest = pointer.partition(":")
    return token(prefix, rest) if sign and token("", prefix) == f":{prefix}" else token("ref", pointer)
