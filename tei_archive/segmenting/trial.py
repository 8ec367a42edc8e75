"""Rules on trial: which label rules fit which lines. The cheapest questions come first, for most fit almost nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from tei_archive.profile import LabelRule, Pattern, cue_form


def find_fitting(lines: Sequence[str], rules: Sequence[LabelRule]) -> tuple[tuple[LabelRule, ...], ...]:
    """Give for each line the rules that fit it, in their order; each line stands below the one before.

    Rule by rule, not line by line: a processor that stays with one pattern is twice as fast.
    """
    fitting: list[list[LabelRule]] = [[] for _ in lines]
    forms = [cue_form(line) for line in lines]
    excluding: dict[str, frozenset[int]] = {}
    around = ("", *lines, "")
    for rule in rules:
        excluded = _excluded(rule.guard, lines, excluding)
        search, longest = rule.core.search, rule.longest
        for at, line in enumerate(lines):
            if (
                0 < len(line) <= longest
                and (not rule.cues or rule.has_cue(forms[at]))
                and at not in excluded
                and search(line)
                and (rule.after is None or rule.after.search(around[at]))
                and (rule.before is None or rule.before.search(around[at + 2]))
            ):
                fitting[at].append(rule)
    return tuple(map(tuple, fitting))


def _excluded(guard: Pattern | None, lines: Sequence[str], known: dict[str, frozenset[int]]) -> frozenset[int]:
    """The lines in which something stands that a rule excludes; many rules exclude the same."""
    if guard is None:
        return frozenset()
    if guard.text not in known:
        known[guard.text] = frozenset(at for at, line in enumerate(lines) if guard.search(line))
    return known[guard.text]
