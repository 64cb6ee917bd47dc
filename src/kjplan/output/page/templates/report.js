"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const words = form.elements.namedItem("words");
  const measures = Array.from(document.querySelectorAll("article.measure"), (node) => ({ node, text: fold(node.textContent) }));
  const runs = Array.from(document.querySelectorAll("section.run"));
  const count = document.getElementById("count");
  const chosen = (name) => {
    const field = form.elements.namedItem(name);
    return field ? field.value : "";
  };
  const apply = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    const section = chosen("section"), body = chosen("body"), has = chosen("has");
    let shown = 0;
    for (const { node, text } of measures) {
      const fits = wanted.every((word) => text.includes(word))
        && (!section || node.dataset.section === section)
        && (!body || node.dataset.bodies.split("\n").includes(body))
        && (!has || node.dataset.has.split(" ").includes(has));
      node.hidden = !fits;
      shown += fits;
    }
    for (const run of runs) run.hidden = !run.querySelector("article.measure:not([hidden])");
    count.textContent = form.dataset.count.replace("{0}", shown).replace("{1}", measures.length);
  };
  const clear = () => {
    form.reset();
    apply();
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  document.getElementById("clear").addEventListener("click", clear);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      words.focus();
    } else if (event.key === "Escape" && typing && typing.form === form) {
      clear();
    }
  });
  addEventListener("hashchange", () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (goal && goal.closest("[hidden]")) {
      clear();
      goal.scrollIntoView();
    }
  });
  apply();
})();
