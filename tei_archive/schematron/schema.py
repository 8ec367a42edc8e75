"""A Schematron schema, ready to be used: read once, run on any number of documents."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from lxml import etree

from tei_archive.schematron.engines import Run, Runnable
from tei_archive.schematron.errors import SchemaError
from tei_archive.schematron.findings import Finding, make_not_run
from tei_archive.schematron.names import ELEMENTPATH, ENGINES, SAXON
from tei_archive.schematron.reading import read_rules
from tei_archive.schematron.values import Fault, Notice, Rules


def _prepare_elementpath(rules: Rules) -> Runnable:
    from tei_archive.schematron.interpreting import prepare  # noqa: PLC0415 - neither engine is loaded for the other

    return prepare(rules)


def _prepare_saxon(rules: Rules) -> Runnable:
    from tei_archive.schematron.transforming import prepare  # noqa: PLC0415 - it is an extra, and large

    return prepare(rules)


_MAKERS: Final[Mapping[str, Callable[[Rules], Runnable]]] = MappingProxyType(
    {
        ELEMENTPATH: _prepare_elementpath,
        SAXON: _prepare_saxon,
    }
)


@dataclass(frozen=True, slots=True)
class Schema:
    """Rules that an engine has made ready. `rules` are those that it runs, with faults for all others."""

    rules: Rules
    run: Run

    @classmethod
    def read(cls, path: Path, phase: str | None = None, *, engine: str = ELEMENTPATH) -> Self:
        """Read a stand-alone schema (.sch), or the rules embedded in a RELAX NG (.rng) or XML Schema (.xsd) file.

        `phase` is `#ALL`, `#DEFAULT` or the id of a phase; without one, the default of the schema counts. `engine` is
        `elementpath`, or `saxon` where saxonche is installed.

        Raises `SchemaError` (message, file, line, hint) where the schema is faulty or the engine is not there.
        """
        if engine not in ENGINES:
            raise SchemaError(f"there is no Schematron engine {engine}", hint=f"known are {', '.join(ENGINES)}")
        ready = _MAKERS[engine](read_rules(path, phase))
        return cls(ready.rules, ready.run)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the engine cannot run, by name."""
        return self.rules.faults

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Slips in the schema that do not hinder its use."""
        return self.rules.notices

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to run and nothing to say, as in a grammar without embedded rules."""
        return not self.rules.patterns and not self.rules.faults

    def validate(self, tree: etree._ElementTree | etree._Element) -> Iterator[Finding]:
        """Give back what is wrong with a document, in its order.

        First comes, for every document, what could not be run at all.
        """
        yield from map(make_not_run, self.faults)
        yield from self.run(tree.getroottree() if hasattr(tree, "getroottree") else tree)
