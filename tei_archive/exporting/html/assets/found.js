/* Leads to the passage that the search has found: its words stand in the address. White space and the calls of notes do
   not count, since a page has more of them than a text. */
(function () {
  "use strict";

  const asked = new URLSearchParams(location.search);
  const reading = document.querySelector(".reading");
  if (!asked.get("found") || !reading) return;

  const letters = []; // each with its node and its place there
  const nodes = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT, function (node) {
    const aside = node.parentElement.closest("[role=doc-noteref], [role=doc-backlink]");
    return aside ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      if (/\S/.test(node.data[at])) letters.push({ node: node, at: at, letter: node.data[at] });
    }
  }
  const text = letters.map(function (letter) { return letter.letter; }).join("");

  function bare(name) { return (asked.get(name) || "").replace(/\s+/g, ""); }

  /* With the words on both sides, on one, or without, since the page may have other signs between them. */
  function place() {
    const before = bare("before"), found = bare("found"), after = bare("after");
    for (const [left, right] of [[before, after], [before, ""], ["", after], ["", ""]]) {
      const at = text.indexOf(left + found + right);
      if (at >= 0) return { start: at + left.length, end: at + left.length + found.length };
    }
    return null;
  }

  function mark(some) {
    const range = document.createRange();
    range.setStart(some[0].node, some[0].at);
    range.setEnd(some[0].node, some[some.length - 1].at + 1);
    const element = document.createElement("mark");
    element.className = "found";
    range.surroundContents(element);
    return element;
  }

  const at = place();
  if (!at) return;
  const byNode = new Map();
  letters.slice(at.start, at.end).forEach(function (letter) {
    byNode.set(letter.node, (byNode.get(letter.node) || []).concat(letter));
  });
  const marks = Array.from(byNode.values(), mark);
  marks[0].tabIndex = -1;
  marks[0].focus({ preventScroll: true });
  marks[0].scrollIntoView({ block: "center" });
}());
