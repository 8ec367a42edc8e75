/* Narrows the list of documents. Without it, or without scripts, the whole list is there. */
(function () {
  "use strict";

  const form = document.querySelector(".facets");
  if (!form) return;

  const fields = Array.from(form.querySelectorAll("[name]"));
  const selects = Array.from(form.querySelectorAll("select"));
  const state = form.querySelector("output");
  const all = form.querySelector("[type=reset]");
  const years = Array.from(document.querySelectorAll(".year"));
  const letters = Array.from(document.querySelectorAll("[data-facets]"), function (element) {
    return { element: element, facets: JSON.parse(element.dataset.facets) };
  });

  /* Whoever looks for words marks the documents that do not have them. */
  function fits(letter, choices) {
    if (letter.element.hasAttribute("data-unfound")) return false;
    return choices.every(function (select) {
      return select.value === "" || letter.facets[select.name].includes(select.value);
    });
  }

  /* How many documents each choice would leave, given what the other facets say. */
  function count(select) {
    const others = selects.filter(function (other) { return other !== select; });
    const left = letters.filter(function (letter) { return fits(letter, others); });
    const found = new Map();
    left.forEach(function (letter) {
      letter.facets[select.name].forEach(function (key) { found.set(key, (found.get(key) || 0) + 1); });
    });
    Array.from(select.options).slice(1).forEach(function (option) {
      const number = found.get(option.value) || 0;
      option.textContent = option.dataset.name + " (" + number + ")";
      option.disabled = number === 0 && !option.selected;
    });
  }

  function narrow() {
    let shown = 0;
    letters.forEach(function (letter) {
      letter.element.hidden = !fits(letter, selects);
      if (!letter.element.hidden) shown += 1;
    });
    years.forEach(function (year) {
      year.hidden = !year.querySelector("[data-facets]:not([hidden])");
    });
    selects.forEach(count);
    all.hidden = fields.every(function (field) { return field.value === ""; });
    state.textContent = shown === letters.length
      ? form.dataset.all
      : form.dataset.some.replace("{shown}", shown).replace("{total}", letters.length);
  }

  /* The choices stand in the address, so that a narrowed list can be kept and sent. */
  function remember() {
    const chosen = new URLSearchParams();
    fields.forEach(function (field) { if (field.value) chosen.set(field.name, field.value); });
    const query = chosen.toString();
    history.replaceState(null, "", query ? "#" + query : location.pathname + location.search);
  }

  function recall() {
    const chosen = new URLSearchParams(location.hash.slice(1));
    fields.forEach(function (field) {
      field.value = chosen.get(field.name) || "";
      if (field.selectedIndex < 0) field.value = "";
    });
    narrow();
  }

  form.addEventListener("change", function () { narrow(); remember(); });
  form.addEventListener("found", function () { narrow(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  /* The button goes when all is shown: the focus goes back to the first field. */
  form.addEventListener("reset", function () {
    setTimeout(function () { narrow(); remember(); fields[0].focus(); }, 0);
  });
  window.addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
}());
