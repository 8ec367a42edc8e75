"""Who wrote to whom in an edition, how often, and how soon they answered."""

from dataclasses import dataclass

from tei_archive.exporting.html.answer_times import Answer, find_answers
from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.letters import Letter, build_letters
from tei_archive.exporting.html.pairs import Pair, build_pairs
from tei_archive.model import Registers


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The letters of an edition in the order of time, their pairs, and the answers whose days are known."""

    letters: tuple[Letter, ...]
    pairs: tuple[Pair, ...]
    answers: tuple[Answer, ...]


def build_correspondence(catalogue: Catalogue, registers: Registers) -> Correspondence:
    """Give back the correspondence of an edition."""
    letters = build_letters(catalogue, registers)
    answers = find_answers(letters)
    return Correspondence(letters, build_pairs(letters, answers), answers)
