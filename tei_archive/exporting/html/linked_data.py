"""What machines read in the head of a page: Schema.org as JSON-LD, Highwire's and Dublin Core's names for Zotero."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.dates import machine_date
from tei_archive.exporting.html.downloads import downloads_of
from tei_archive.exporting.html.links import absolute, permalink
from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Certainty,
    CorrespAction,
    Document,
    Project,
    Reserve,
    SourceNote,
)

_CONTEXT = "https://schema.org"
# JSON that no browser can take for markup, and that turns the direction of nothing, whatever stands in it.
_ESCAPED = "<>&\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in _ESCAPED}

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class MachineReadable:
    """Names and values for `meta`, and the JSON-LD, escaped for a `script` element."""

    names: tuple[tuple[str, str], ...]
    json_ld: Markup


def describe_document(catalogue: Catalogue, document: Document) -> MachineReadable:
    """Give back what the head of a document's page says; a date that is told with reserve is left out."""
    item = catalogue.items[document.id]
    node = {"@context": _CONTEXT, **_message(catalogue, document, item)}
    return MachineReadable(tuple(_names(catalogue.project, document)), _script(node))


def describe_edition(project: Project) -> Markup:
    """Give back the JSON-LD of the first page."""
    return _script({"@context": _CONTEXT, **_edition(project)})


def _message(catalogue: Catalogue, document: Document, item: Item) -> Node:
    project = catalogue.project
    sent, received = document.action(ActionType.SENT), document.action(ActionType.RECEIVED)
    copied = [agent for action in document.actions if action.copy for agent in action.agents]
    place = sent.place.value if sent and sent.place else None
    return _stated(
        {
            "@type": ["Message", "ArchiveComponent"],
            "@id": permalink(project.base_url, document.id),
            "url": absolute(project.base_url, item.href),
            "identifier": document.id,
            "name": document.title,
            "genre": document.kind,
            "inLanguage": document.language,
            "sender": [_agent(catalogue, agent) for agent in document.senders],
            "toRecipient": [_agent(catalogue, agent) for agent in document.addressees],
            "ccRecipient": [_agent(catalogue, agent) for agent in copied],
            "dateSent": _day(sent),
            "dateReceived": _day(received),
            "locationCreated": _stated(
                {"@type": "Place", "name": place.name, "sameAs": list(catalogue.same_as(place.ref))}
            )
            if place
            else None,
            "itemLocation": document.archive_ref.value if document.archive_ref else None,
            "messageAttachment": [{"@type": "CreativeWork", "identifier": paper.id} for paper in document.enclosures],
            "isPartOf": _edition(project),
            "isBasedOn": _source(project, document),
            "license": project.licence,
            "encoding": [
                {"@type": "MediaObject", "contentUrl": address, "encodingFormat": file.type}
                for file in downloads_of(document.id)[:2]
                if (address := absolute(project.base_url, file.href))
            ],
        }
    )


def _agent(catalogue: Catalogue, agent: Agent) -> Node:
    """A person whose name is not known has an office and no name."""
    is_organisation = agent.kind is AgentKind.ORGANISATION
    href = catalogue.page_of(agent.ref)
    return _stated(
        {
            "@type": "Organization" if is_organisation else "Person",
            "name": agent.name.value if agent.name else agent.label if is_organisation else None,
            "jobTitle": agent.role.value if agent.role and not is_organisation else None,
            "url": absolute(catalogue.project.base_url, href) if href else None,
            "sameAs": list(catalogue.same_as(agent.ref)),
        }
    )


def _edition(project: Project) -> Node:
    return _stated(
        {
            "@type": "Collection",
            "@id": absolute(project.base_url, "index.html"),
            "name": project.title,
            "description": project.description,
            "url": absolute(project.base_url, "index.html"),
            "inLanguage": project.language,
            "editor": [
                _stated({"@type": "Person", "name": person.name, "sameAs": person.ref}) for person in project.editors
            ],
            "publisher": _stated({"@type": "Organization", "name": project.publisher, "sameAs": project.publisher_ref}),
            "version": project.version,
            "datePublished": project.date,
            "license": project.licence,
        }
    )


def _source(project: Project, document: Document) -> Node | None:
    note = next((note for note in project.sources if note.file == document.source), SourceNote(document.source))
    return _stated({"@type": "CreativeWork", "name": note.title, "url": note.url}) if note.title else None


def _day(action: CorrespAction | None) -> str | None:
    """Give back the date of an act, where it is one day, month or year and stated without reserve."""
    claim = action.date if action else None
    if claim is None or claim.certainty is Certainty.LOW or claim.value.reserve is not Reserve.NONE:
        return None
    return machine_date(claim.value)


def _names(project: Project, document: Document) -> Iterator[tuple[str, str]]:
    """Highwire's names first: Zotero and search engines prefer them."""
    address = permalink(project.base_url, document.id)
    day = _day(document.action(ActionType.SENT))
    senders = [agent.label for agent in document.senders]
    editors = [person.name for person in project.editors]
    stated = (
        ("citation_title", [document.title]),
        ("citation_author", senders),
        ("citation_publication_date", [(project.date or "").replace("-", "/")]),
        ("citation_publisher", [project.publisher]),
        ("citation_language", [document.language]),
        ("citation_public_url", [address]),
        ("DC.title", [document.title]),
        ("DC.creator", senders),
        ("DC.contributor", editors),
        ("DC.publisher", [project.publisher]),
        ("DC.date", [day]),
        ("DC.type", ["Text"]),
        ("DC.language", [document.language]),
        ("DC.identifier", [address or document.id]),
        ("DC.relation", [project.title]),
        ("DC.rights", [project.licence]),
    )
    yield from ((name, value) for name, values in stated for value in values if value)


def _stated(node: dict[str, object]) -> Node:
    """Leave out what is not stated; a list of one is its one."""
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in node.items()
        if value
    }


def _script(node: Node) -> Markup:
    return Markup(json.dumps(node, ensure_ascii=False).translate(_ESCAPES))  # noqa: S704 - escaped in the line
