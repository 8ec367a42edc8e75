"""Going on after an element that is not allowed where it stands: what it would hold if it were."""

from collections.abc import Iterable

from tei_archive.relaxng.name_classes import Name, find_specificity
from tei_archive.relaxng.patterns import Compound, Element, OneOrMore, Pattern, Patterns


def find_content(elements: Iterable[Element], name: Name, patterns: Patterns) -> Pattern:
    """Find what the elements of a schema say that one of a name holds; `notAllowed` where none has the name.

    As jing does: the elements that are named most narrowly count, and if there are several, any of them may be meant.
    """
    best, contents = 1, list[Pattern]()
    for element in elements:
        specificity = find_specificity(element.names, name)
        if specificity > best:
            best, contents = specificity, [element.content]
        elif specificity == best:
            contents.append(element.content)
    return patterns.choice(contents)


def find_elements(start: Pattern) -> tuple[Element, ...]:
    """List the elements that a pattern leads to, each once, in the order of a walk through it."""
    elements: dict[Element, None] = {}
    seen: set[Pattern] = set()
    waiting = [start]
    while waiting:
        pattern = waiting.pop()
        if pattern in seen:
            continue
        seen.add(pattern)
        match pattern:
            case Element():
                elements[pattern] = None
                waiting.append(pattern.content)
            case Compound():
                waiting.extend(reversed(pattern.members))
            case OneOrMore():
                waiting.append(pattern.body)
    return tuple(elements)
