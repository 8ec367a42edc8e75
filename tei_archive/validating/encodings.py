"""In which encoding a file is: by its first bytes, else by what it declares, else UTF-8 (XML 1.0, appendix F)."""

import re
from typing import Final

UTF_8: Final = "utf-8"

_DECLARED: Final = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_UTF_16: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))


def find_codec(content: bytes) -> str:
    """Give back the name of the codec of a file; Python may have none of that name."""
    for beginning, codec in _UTF_16:
        if content.startswith(beginning):
            return codec
    declared = _DECLARED.match(content)
    name = declared[1].decode("ascii").lower() if declared else UTF_8
    return UTF_8 if name == "utf8" else name
