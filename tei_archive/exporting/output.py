"""Files that an exporter makes and somebody else writes."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: its path below the folder of the export, its bytes, and what was left out of it."""

    path: PurePosixPath
    content: bytes
    omissions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.path.is_absolute() or ".." in self.path.parts or not self.path.parts:
            raise ValueError(f"not a path below the folder of the export: {self.path}")
