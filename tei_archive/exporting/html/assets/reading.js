/* The page of a document: notes as pop-overs, the source beside the text. Without scripts, notes are at the foot and the
   source opens below the text. */
(function () {
  "use strict";

  const SHOW_AFTER = 250; /* ms over a call before its note is shown: the pointer may only pass */
  const HIDE_AFTER = 300; /* ms in which the pointer can go from the call to the note */

  /* -- notes ------------------------------------------------------------------------------------------------------- */

  function makePopover(call, note) {
    const box = document.createElement("aside");
    box.className = "note-box";
    box.popover = "auto";
    box.setAttribute("role", "note");
    box.setAttribute("aria-label", call.getAttribute("aria-label"));
    Array.from(note.childNodes).forEach(function (node) { box.append(node.cloneNode(true)); });
    box.querySelectorAll(".note-back").forEach(function (back) { back.remove(); });
    box.querySelectorAll("[id]").forEach(function (element) { element.removeAttribute("id"); });
    if (note.lang) { box.lang = note.lang; box.dir = "auto"; }
    call.parentElement.after(box);
    return box;
  }

  /* Below the call where there is room, else above it; never over the edge of the window. */
  function place(box, call) {
    const at = call.getBoundingClientRect();
    const edge = 12;
    const left = Math.min(Math.max(at.left - 24, edge), document.documentElement.clientWidth - box.offsetWidth - edge);
    const below = at.bottom + 6 + box.offsetHeight < window.innerHeight || at.top < box.offsetHeight + 6;
    box.style.left = Math.max(left, 0) + window.scrollX + "px";
    box.style.top = (below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + window.scrollY + "px";
  }

  /* The browser closes a pop-over when Esc is pressed or something else is clicked or opened. */
  function enhance(call) {
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note || !note.matches("li.tei-note")) return;
    let box = null;
    let timer = 0;

    function wait(action, time) {
      clearTimeout(timer);
      timer = setTimeout(action, time);
    }
    function show() {
      clearTimeout(timer);
      if (box === null) box = dress(makePopover(call, note));
      if (box.matches(":popover-open")) return;
      box.showPopover({ source: call });
      place(box, call);
    }
    function hide() {
      clearTimeout(timer);
      if (box !== null && box.matches(":popover-open")) box.hidePopover();
    }
    function isHeld() {
      return [call, box].some(function (element) { return element && element.contains(document.activeElement); });
    }
    function leave() { wait(function () { if (!isHeld()) hide(); }, HIDE_AFTER); }
    function dress(made) {
      made.addEventListener("pointerenter", function () { clearTimeout(timer); });
      made.addEventListener("pointerleave", leave);
      made.addEventListener("focusout", leave);
      made.addEventListener("toggle", function (event) {
        call.setAttribute("aria-expanded", String(event.newState === "open"));
      });
      return made;
    }

    call.setAttribute("aria-expanded", "false");
    call.addEventListener("pointerenter", function (event) {
      if (event.pointerType !== "touch") wait(show, SHOW_AFTER);
    });
    call.addEventListener("pointerleave", leave);
    call.addEventListener("focusout", leave);
    call.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show();
    });
  }

  if ("popover" in HTMLElement.prototype) document.querySelectorAll("a[role=doc-noteref]").forEach(enhance);

  /* -- source ------------------------------------------------------------------------------------------------------ */

  const source = document.getElementById("page-source");
  if (!source) return;
  const words = source.querySelector(".source-text");
  const opener = document.querySelector("[data-opens=page-source]");

  function mark(element, on) { if (element) element.classList.toggle("aligned", on); }

  /* Bring a passage into view within its pane; the page itself stays where it is. */
  function reveal(passage) {
    if (words.scrollHeight <= words.clientHeight) return;
    const box = passage.getBoundingClientRect();
    const pane = words.getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) words.scrollTop += box.top - pane.top - pane.height / 3;
  }

  document.querySelectorAll("[data-source]").forEach(function (block) {
    const passage = document.getElementById(block.dataset.source);
    if (!passage) return;
    const both = function (on) { return function () { if (source.open) { mark(block, on); mark(passage, on); } }; };
    [block, passage].forEach(function (element) {
      element.addEventListener("pointerenter", both(true));
      element.addEventListener("pointerleave", both(false));
      element.addEventListener("focusin", both(true));
      element.addEventListener("focusout", both(false));
    });
    block.addEventListener("pointerenter", function () { if (source.open) reveal(passage); });
  });

  opener.addEventListener("click", function (event) {
    event.preventDefault();
    source.open = !source.open;
    if (source.open) words.focus();
  });
  source.addEventListener("toggle", function () { opener.setAttribute("aria-expanded", String(source.open)); });
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-controls", "page-source");
  opener.setAttribute("aria-expanded", String(source.open));
  opener.addEventListener("keydown", function (event) {
    if (event.key === " ") { event.preventDefault(); opener.click(); }
  });
}());
