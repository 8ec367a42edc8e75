"""How far an encoding agrees with a corrected one, for machines."""

from tei_archive.api import FIGURES, ScoreReport
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.reporting.scored import described
from tei_archive.reporting.words import shorten
from tei_archive.scoring import Difference, Figure

_LONGEST = 300


def score_json(report: ScoreReport) -> str:
    """Give back one JSON object: the figures, and every difference with its words."""
    compared = report.comparison
    figures = {name: _figure(compared.figures[name]) for name in FIGURES if name in compared.figures}
    found: Json = {
        "edition": str(report.edition),
        "gold": str(report.gold),
        "documents": {"said": compared.documents, "gold": compared.gold},
        **figures,
        "pq": round(compared.pq, 4),
        "lossless": {"documents": compared.documents, "differ": len(report.altered)},
        "not_compared": list(report.left_out),
        "differences": [_difference(difference, report) for difference in report.differences],
    }
    return json_text(found)


def _figure(figure: Figure) -> Json:
    return {
        "p": round(figure.precision, 4),
        "r": round(figure.recall, 4),
        "f1": round(figure.f1, 4),
        "correct": figure.correct,
        "said": figure.said,
        "gold": figure.gold,
    }


def _difference(difference: Difference, report: ScoreReport) -> Json:
    said, right = described(difference)
    text = report.texts[difference.source]
    return {
        "figure": difference.figure,
        "kind": difference.kind.value,
        "document": difference.document,
        "gold": difference.gold,
        "source": difference.source,
        "start": difference.words.start,
        "end": difference.words.end,
        "words": shorten(difference.words.cut(text), _LONGEST),
        "said": said,
        "right": right,
    }
