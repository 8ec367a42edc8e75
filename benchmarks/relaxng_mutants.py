"""Compare the engine with jing on mutants: real letters and TEI's own test documents, each changed in one place.

`python benchmarks/relaxng_mutants.py [--seed 1] [--number 2000]` prints the agreement on the files as they are and on
the mutants, and the files where the two differ. Needs jing, and the folder `shared` beside the checkout.
"""

import argparse
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path

from jing_referee import Agreement, ask_jing, compare
from lxml import etree

from tei_archive.relaxng import Schema

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEI = "{http://www.tei-c.org/ns/1.0}"
NAMES = ("p", "div", "date", "persName", "title", "note", "bibl", "list", "body", "TEI", "idno", "graphic", "pers")
ATTRIBUTES = ("when", "type", "ref", "n", "rend", "target", "wehn", "notBefore", "unit", "{urn:x}y")
VALUES = ("", "x y", "1894-13-01", "#a #b", "http://[", "-1", "tru", "1.5", "%zz", "ä:b", "P1Y", "de-DE")
BATCH = 500

Elements = list[etree._Element]  # noqa: SLF001  # the type has no other name
Mutation = Callable[[random.Random, Elements], None]


def _delete(chance: random.Random, elements: Elements) -> None:
    victim = chance.choice(elements[1:])
    victim.getparent().remove(victim)


def _rename(chance: random.Random, elements: Elements) -> None:
    chance.choice(elements).tag = TEI + chance.choice(NAMES)


def _duplicate(chance: random.Random, elements: Elements) -> None:
    original = chance.choice(elements[1:])
    original.addnext(deepcopy(original))


def _move(chance: random.Random, elements: Elements) -> None:
    moved, target = chance.choice(elements[1:]), chance.choice(elements)
    if moved not in (target, *target.iterancestors()):
        target.insert(chance.randint(0, len(target)), moved)


def _delete_attribute(chance: random.Random, elements: Elements) -> None:
    element = chance.choice(_with_attributes(elements))
    element.attrib.pop(chance.choice([*sorted(element.attrib), "none"]), None)


def _rename_attribute(chance: random.Random, elements: Elements) -> None:
    element = chance.choice(_with_attributes(elements))
    value = element.attrib.pop(chance.choice([*sorted(element.attrib), "none"]), "x")
    element.set(chance.choice(ATTRIBUTES), value)


def _change_value(chance: random.Random, elements: Elements) -> None:
    element = chance.choice(_with_attributes(elements))
    element.set(chance.choice(sorted(element.attrib) or ATTRIBUTES), chance.choice(VALUES))


def _insert_text(chance: random.Random, elements: Elements) -> None:
    element = chance.choice(elements)
    element.text = "words" + (element.text or "")


def _with_attributes(elements: Elements) -> Elements:
    return [element for element in elements if element.attrib] or elements[:1]


MUTATIONS: Sequence[Mutation] = (
    _delete, _rename, _duplicate, _move, _delete_attribute, _rename_attribute, _change_value, _insert_text
)  # fmt: skip


def write_mutants(files: Sequence[Path], number: int, seed: int, folder: Path) -> Iterator[Path]:
    """Write so many mutants of files into a folder; the same seed gives the same."""
    chance = random.Random(seed)
    for at in range(number):
        source = chance.choice(files)
        root = etree.parse(source, etree.XMLParser(resolve_entities=True, no_network=True)).getroot()
        mutation = MUTATIONS[at % len(MUTATIONS)]
        mutation(chance, [element for element in root.iter("*") if isinstance(element.tag, str)])
        path = folder / f"{at:05}-{mutation.__name__.strip('_')}-{source.name}"
        path.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
        yield path


def measure(schema: Path, files: Sequence[Path]) -> Agreement:
    """Compare engine and jing on files. Identifiers that are used twice are no matter of the grammar: `-i`."""
    engine = Schema.read(schema)
    batches = (files[start : start + BATCH] for start in range(0, len(files), BATCH))
    return sum((compare(engine, ask_jing(schema, batch, "-i")) for batch in batches), Agreement())


def main() -> None:
    """Print the agreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=2000)
    options = parser.parse_args()
    schema = SHARED / "schemas" / "tei_all.rng"
    letters = sorted((SHARED / "conformance" / "letters").glob("*.xml"))
    tests = sorted((SHARED / "conformance" / "p5-test").glob("*.xml"))
    if shutil.which("jing") is None or not letters:
        print(f"left out: jing is not installed, or there are no letters in {SHARED}")
        return
    _show("letters", measure(schema, letters))
    _show("p5-test", sum((measure(schema, [file]) for file in tests), Agreement()))
    with tempfile.TemporaryDirectory() as folder:
        readable = [file for file in tests if not re.search(b"<!DOCTYPE|XInclude", file.read_bytes())]
        mutants = list(write_mutants([*letters, *readable], options.number, options.seed, Path(folder)))
        _show(f"{options.number} mutants, seed {options.seed}", measure(schema, mutants))


def _show(name: str, agreement: Agreement) -> None:
    print(f"{name}: {agreement}")
    for difference in agreement.differing:
        print(f"  {difference}")


if __name__ == "__main__":
    main()
