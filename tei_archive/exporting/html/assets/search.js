/* Looks for words in the texts: with the index of Pagefind on a web server, and by itself where there is none or the
   page is opened from a disk, where browsers let it read nothing but scripts. The facets are the business of facets.js:
   it is told which documents do not have the words. */
(function () {
  "use strict";

  const form = document.querySelector(".facets");
  const input = form && form.querySelector("[name=words]");
  if (!input) return;

  const PAUSE = 250; // milliseconds without a key before the search begins
  const PASSAGES = 5; // shown of one document
  const AROUND = 8; // words shown on either side of what was found

  const home = new URL("..", document.currentScript.src);
  const notes = document.querySelector(".search-notes");
  const rows = Array.from(document.querySelectorAll("[data-page]"));
  const onDisk = location.protocol === "file:";
  let engine = notes.dataset.index === "yes" && !onDisk ? withIndex() : plain();
  let latest = 0;

  /* Both engines give back a promise of the documents found: the row of each, with a function that promises its words
     and the places in them of what was found. */

  function withIndex() {
    const byResult = new Map(rows.map(function (row) { return [row.dataset.result, row]; }));
    let loaded = null;
    return async function indexed(asked) {
      loaded = loaded || import(new URL("pagefind/pagefind.js", home).href);
      const found = await (await loaded).search(asked);
      return new Map(found.results.map(function (result) {
        return [byResult.get(result.id), async function () {
          const data = await result.data();
          return { words: data.content.split(/\s+/), places: data.locations };
        }];
      }));
    };
  }

  function plain() {
    let folded = null;
    return async function (asked) {
      folded = folded || await readTexts();
      const terms = parse(asked);
      const found = new Map();
      rows.forEach(function (row) {
        const text = folded.get(row.dataset.page);
        const places = terms.map(function (term) { return find(text.folded, term); });
        if (places.length && places.every(function (some) { return some.length; })) {
          found.set(row, async function () { return { words: text.words, places: places.flat() }; });
        }
      });
      return found;
    };
  }

  function readTexts() {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = new URL("assets/texts.js", home).href;
      script.onload = function () {
        resolve(new Map(Object.entries(window.editionTexts).map(function (entry) {
          const words = entry[1].split(" ");
          return [entry[0], { words: words, folded: words.map(fold) }];
        })));
      };
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /* Without accents, capitals and punctuation. */
  function fold(word) {
    return word.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  /* Each word is a term; words in quotation marks are one. */
  function parse(asked) {
    const parts = Array.from(asked.matchAll(/"([^"]*)"?|([^\s"]+)/g), function (part) { return part[1] || part[2] || ""; });
    const terms = parts.map(function (part) { return part.split(/\s+/).map(fold).filter(Boolean); });
    return terms.filter(function (term) { return term.length; });
  }

  /* The places of all words of a term: the last may go on, those before it may not. */
  function find(words, term) {
    const last = term.length - 1;
    const places = [];
    for (let at = 0; at + last < words.length; at += 1) {
      const fits = term.every(function (wanted, n) {
        return n < last ? words[at + n] === wanted : words[at + n].startsWith(wanted);
      });
      if (fits) term.forEach(function (_, n) { places.push(at + n); });
    }
    return places;
  }

  /* What was found in a row of words that follow each other, with the words around it. */
  function passages(words, places) {
    const runs = [];
    Array.from(new Set(places)).sort(function (a, b) { return a - b; }).forEach(function (at) {
      const run = runs[runs.length - 1];
      if (run && run.end === at) run.end += 1;
      else runs.push({ start: at, end: at + 1 });
    });
    return runs.map(function (run) {
      const [, found, comma] = words.slice(run.start, run.end).join(" ").match(/^(.*?)([^\p{L}\p{N}]*)$/su);
      return {
        before: words.slice(Math.max(0, run.start - AROUND), run.start).join(" "),
        found: found || comma,
        after: [found && comma].concat(words.slice(run.end, run.end + AROUND)).join(" "),
      };
    });
  }

  /* A passage as a link that leads to it: found.js looks for these words on the page of the document. */
  function show(row, passage) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const mark = document.createElement("mark");
    link.href = new URL(row.dataset.page, home).href + "?" + new URLSearchParams(passage);
    mark.textContent = passage.found;
    link.append(passage.before + " ", mark, passage.after);
    item.append(link);
    return item;
  }

  async function showPassages(row, load, run) {
    const loaded = await load();
    if (run !== latest) return;
    const list = document.createElement("ul");
    list.className = "passages";
    list.append.apply(list, passages(loaded.words, loaded.places).slice(0, PASSAGES).map(show.bind(null, row)));
    row.append(list);
  }

  /* Passages are read when their document comes into view: there may be hundreds. */
  const loads = new Map();
  const seen = new IntersectionObserver(function (entries) {
    entries.filter(function (entry) { return entry.isIntersecting; }).forEach(function (entry) {
      seen.unobserve(entry.target);
      showPassages(entry.target, loads.get(entry.target), latest);
    });
  }, { rootMargin: "300px" });

  function clear() {
    seen.disconnect();
    loads.clear();
    document.querySelectorAll(".passages").forEach(function (list) { list.remove(); });
    rows.forEach(function (row) { row.removeAttribute("data-unfound"); });
  }

  async function search() {
    const run = latest += 1;
    const asked = input.value.trim();
    const found = asked ? await ask(asked) : null;
    if (run !== latest) return;
    clear();
    if (found) {
      rows.forEach(function (row) {
        if (!found.has(row)) return row.setAttribute("data-unfound", "");
        loads.set(row, found.get(row));
        seen.observe(row);
      });
    }
    form.dispatchEvent(new Event("found"));
  }

  /* A server that does not hand out the index leaves the plain search. */
  async function ask(asked) {
    try {
      return await engine(asked);
    } catch (error) {
      engine = plain();
      tell();
      return engine(asked);
    }
  }

  function tell() {
    const name = onDisk ? "disk" : engine.name === "indexed" ? "index" : "plain";
    notes.querySelectorAll("[data-note]").forEach(function (note) {
      note.hidden = !note.dataset.note.split(" ").includes(name);
    });
  }

  let waiting = 0;
  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  form.addEventListener("reset", function () { setTimeout(search, 0); });
  window.addEventListener("hashchange", search);
  tell();
  search();
}());
