"""An edition as a few lines of text that a person can read and compare."""

from collections.abc import Iterator

from tei_archive.model import Agent, Block, Claim, ContextRef, CorrespAction, Document, Edition, HistoricalDate, Mark

SHOWN = 44


def dump(edition: Edition) -> str:
    """Write what was found: a paragraph a document, then what belongs to none, then the registers."""
    parts = ["\n".join(_document(document)) for document in edition.documents]
    texts = {source.name: source.text for source in edition.sources}
    rest = [
        f"{one.kind:<12} {_short(one.span.cut(texts[one.source]))}" for one in edition.unclaimed if one.kind != "space"
    ]
    registers = [
        f"{name:<12} {'; '.join(' = '.join((entry.name, *entry.variants)) for entry in entries)}"
        for name, entries in (
            ("persons", edition.registers.persons),
            ("bodies", edition.registers.organisations),
            ("places", edition.registers.places),
        )
    ]
    return "\n\n".join([*parts, "\n".join(["unclaimed", *rest]), "\n".join(["registers", *registers])]) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield f"{document.id}  {document.kind}: {document.title}"
    for action in document.actions:
        yield f"  {action.type}{' (copy)' if action.copy else ''}: {_action(action)}"
    for field in ("number", "classification", "archive_ref"):
        claim: Claim[str] | None = getattr(document, field)
        if claim:
            yield f"  {field}: {claim.value} {_how(claim)}"
    for ref in document.context:
        yield f"  {_ref(ref)}"
    yield from (f"    {_block(block)}" for block in document.blocks)
    for enclosure in document.enclosures:
        yield f"  enclosure {enclosure.id}"
        yield from (f"    {_block(block)}" for block in enclosure.blocks)


def _action(action: CorrespAction) -> str:
    facts = [_agent(agent) for agent in action.agents]
    if action.place:
        facts.append(f"at {action.place.value.name} {_how(action.place)}")
    if action.date:
        facts.append(f"on {action.date.value.edtf} {_how(action.date)}")
    if action.medium:
        facts.append(f"by {action.medium.value} {_how(action.medium)}")
    return " | ".join(facts)


def _agent(agent: Agent) -> str:
    name = f"{agent.name.value} {_how(agent.name)}" if agent.name else ""
    role = f"{agent.role.value} {_how(agent.role)}" if agent.role else ""
    kind = "" if agent.kind == "person" else f"{agent.kind} "
    return kind + ", ".join(filter(None, (name, role)))


def _how(claim: Claim[str] | Claim[HistoricalDate]) -> str:
    source = f" from {claim.inferred_from}" if claim.inferred_from else ""
    return f"[{claim.certainty}{source}]"


def _ref(ref: ContextRef) -> str:
    date = f" of {ref.date.edtf}" if ref.date and not ref.target else ""
    return f"{ref.relation}: {ref.target or f'{ref.reason}, “{ref.label}”'}{date} [{ref.certainty}]"


def _block(block: Block) -> str:
    number = f" {block.n}" if block.n else ""
    part = f" ({block.part})" if block.part != "N" else ""
    marks = "".join(f"\n      {_mark(mark, block)}" for mark in block.marks)
    return f"{block.label}{number}{part}: {_short(block.text)}{marks}"


def _mark(mark: Mark, block: Block) -> str:
    target = f" -> {mark.ref}" if mark.ref else ""
    date = f" = {mark.date.edtf}" if mark.date else ""
    return f"{mark.kind} “{_short(mark.span.cut(block.text))}”{target}{date}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 2 * SHOWN else f"{line[:SHOWN]} … {line[-SHOWN:]}"
