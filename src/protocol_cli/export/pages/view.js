"use strict";
(() => {
  const marks = new Map(), entries = new Map();
  document.querySelectorAll(".m").forEach((mark) => mark.dataset.ids.split(" ").forEach((id) => {
    if (!marks.has(id)) marks.set(id, []);
    marks.get(id).push(mark);
  }));
  document.querySelectorAll("button.entry").forEach((entry) => entries.set(entry.dataset.id, entry));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  let chosen = null;

  const choose = (id, { toPlace, toCard }) => {
    if (chosen !== null) {
      (marks.get(chosen) || []).forEach((mark) => mark.classList.remove("chosen"));
      entries.get(chosen)?.removeAttribute("aria-current");
    }
    chosen = id;
    const mine = marks.get(id) || [], entry = entries.get(id);
    mine.forEach((mark) => mark.classList.add("chosen"));
    entry?.setAttribute("aria-current", "true");
    if (toPlace) {
      const target = mine[0] || document.getElementById(`page-${entry.dataset.page}`);
      target?.scrollIntoView({ block: mine.length ? "center" : "start", behavior: still });
    }
    if (toCard && entry) {
      entry.scrollIntoView({ block: "center", behavior: still });
      entry.focus({ preventScroll: true });
    }
    if (entry) document.getElementById("said").textContent = `${entry.innerText}`;
  };

  entries.forEach((entry, id) => entry.addEventListener("click", () => choose(id, { toPlace: true })));

  // The shortest value under the pointer; clicked again, the one around it.
  const under = (event) => {
    const ids = [];
    document.elementsFromPoint(event.clientX, event.clientY).forEach((element) => {
      if (element.classList.contains("m") && !element.classList.contains("off")) {
        element.dataset.ids.split(" ").forEach((id) => { if (!ids.includes(id)) ids.push(id); });
      }
    });
    return ids;
  };
  document.getElementById("pages").addEventListener("click", (event) => {
    const ids = under(event);
    if (!ids.length) return;
    const at = ids.indexOf(chosen);
    choose(ids[(at + 1) % ids.length], { toCard: true });
  });
  document.querySelectorAll("input[data-kind]").forEach((box) => box.addEventListener("change", () => {
    document.querySelectorAll(`.m.k-${box.dataset.kind}`).forEach((mark) => mark.classList.toggle("off", !box.checked));
  }));
  // Arrows go from value to value in the card.
  document.getElementById("card").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = [...entries.values()], at = all.indexOf(document.activeElement);
    const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at >= 0 && next) { event.preventDefault(); next.focus(); choose(next.dataset.id, { toPlace: true }); }
  });
})();
