"""JSON as all reports write it."""

import json
from collections.abc import Mapping, Sequence

Json = None | str | int | float | Sequence["Json"] | Mapping[str, "Json"]


def json_text(value: Json) -> str:
    """Give back the value as indented JSON, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)
