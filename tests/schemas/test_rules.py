"""Every rule finds what it is for, and nothing in files that are right."""

from pathlib import Path

import pytest
from lxml import etree
from schematron import broken, read_rules

from tei_archive.schema_files import schema_file

RULES = read_rules(etree.parse(schema_file("tei-archive.sch")).getroot())

# What is changed in the edited file, and the rule that finds it.
BREACHES = [
    ("correspDesc.present", "correspDesc", "abstract"),
    ("correspAction.once", 'type="transmitted"', 'type="sent"'),
    ("cc.received", 'type="received" subtype="cc"', 'type="forwarded" subtype="cc"'),
    ("conjecture.low", 'cert="low" evidence="conjecture" corresp', 'cert="high" evidence="conjecture" corresp'),
    ("relation.direction", 'type="prev" subtype="isReplyTo"', 'type="next" subtype="isReplyTo"'),
    ("relation.direction", 'type="prev" subtype="cites"', 'type="prev" subtype="hasReply"'),
    ("target.or.reason", " reason:several-candidates", ""),
    ("target.not.reason", 'subtype="isReplyTo"', 'subtype="isReplyTo" ana="reason:no-candidate"'),
    ("reply.other", 'target="doc:zenda-d006" cert', 'target="doc:zenda-d007" cert'),
    ("ref.place", 'type="document" target', 'type="prev" target'),
    ("noteCall.target", 'type="noteCall" target="#zenda-d007-fn2"', 'type="noteCall"'),
    ("note.place", 'type="transmission"', 'type="medium"'),
    ("date.when", 'when="1894-03-02"', 'when="1894-03-02" from="1894" to="1895"'),
    ("date.interval", ' notAfter="1894-03-06"', ""),
    ("date.interval", 'notBefore="1894-03-04"', 'notBefore="1894-03-04" from="1894" to="1894"'),
    ("date.order", 'notAfter="1894-03-06"', 'notAfter="1894-02"'),
    ("date.custom", ' datingMethod="#cal.julian"', ""),
    ("date.calendar", 'type="accessed"', 'type="accessed" calendar="#cal.gregorian"'),
    ("div.document", '<div type="letter"', '<div type="section"'),
    ("div.letter", '<div type="section"', '<div decls="#zenda-d007-cd2" type="letter"'),
    ("div.outermost", '<div type="document"', '<div type="section"'),
    ("div.decls", ' decls="#zenda-d007-cd1"', ""),
    ("decls.correspDesc", 'decls="#zenda-d007-cd1"', 'decls="#zenda-d007-a1"'),
    ("opener.order", "<opener>\n", "<opener><salute>Sir!</salute>\n"),
    ("part.first", '<p part="F">', "<p>"),
    ("part.last", '<p part="I">', "<p>"),
    ("verse.blocks", "O moat,", "<quote><p>O moat,</p></quote>"),
    ("paragraph.nested", "He said:", "<hi rend='bold'><p>He said:</p></hi>"),
    ("foreign.language", ' xml:lang="de"', ""),
    ("hi.rend", '<hi rend="bold">', "<hi>"),
    ("id.local", '"local">zenda-d007', '"local">zenda-d008'),
    ("id.prefix", 'xml:id="zenda-d007-q1"', 'xml:id="q1"'),
    ("idno.subtype", 'type="docNumber" subtype', "subtype"),
    ("pointer.here", 'who="#resp.ed"', 'who="#resp.nobody"'),
    ("source.range", "#char=40,46", "#char=46,40"),
    ("status.change", 'status="reviewed">\n', 'status="approved">\n'),
]


@pytest.mark.parametrize(("rule", "right", "wrong"), BREACHES)
def test_the_rule_finds_what_it_is_for(rule: str, right: str, wrong: str, edited: tuple[Path, ...]) -> None:
    text = edited[0].read_text(encoding="utf-8")
    assert right in text
    changed = etree.fromstring(text.replace(right, wrong).encode())
    tried = tuple(one for one in RULES if one.id == rule)
    assert rule in [one.id for one in broken(tried, changed)]


def test_every_rule_is_tried() -> None:
    assert {rule for rule, _, _ in BREACHES} == {rule.id for rule in RULES}


def test_files_that_are_right_break_no_rule(edited: tuple[Path, ...], repository: Path) -> None:
    edition = repository / "corpus" / "kars-1921"
    for file in (*edited, *sorted(edition.glob("*.xml")), *sorted(edition.glob("tei/*.xml"))):
        assert [rule.id for rule in broken(RULES, etree.parse(file).getroot())] == [], file.name


def test_rules_have_a_message_and_a_known_role() -> None:
    assert all(rule.message.endswith(".") for rule in RULES)
    assert {rule.role for rule in RULES} == {None, "warning"}
