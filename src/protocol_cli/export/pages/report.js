"use strict";
(() => {
  const CHUNK = 200;
  const data = JSON.parse(document.getElementById("data").textContent);
  const { states, documents, names, rows } = data;
  const at = (id) => document.getElementById(id);
  const body = at("rows"), more = at("more"), find = at("find"), who = at("who"), paper = at("document"), state = at("state");
  const fold = (text) => text.toLowerCase().replaceAll("ё", "е");
  const [TEXT, WHO, DUE, TERM, STATE, DAYS, PAPER, ITEM, SOURCE, PAGE, SORT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const order = Object.keys(states);
  const collator = new Intl.Collator("ru", { numeric: true });
  let period = null, sorted = { key: "number", down: false }, chosen = rows, shown = 0;
  rows.forEach((row, number) => { row.number = number + 1; row.folded = null; });

  const option = (select, value, text) => select.append(new Option(text, value));
  [...names.keys()].sort((a, b) => collator.compare(names[a], names[b])).forEach((n) => option(who, n, names[n]));
  documents.forEach((name, n) => option(paper, n, name));
  const present = new Set(rows.map((row) => row[STATE]));
  order.filter((code) => present.has(code)).forEach((code) => option(state, code, states[code]));

  const day = (iso) => iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : "";
  const left = (days) => days === null ? "" : days < 0 ? `просрочено на ${-days} дн.` : days ? `осталось ${days} дн.` : "сегодня";
  const where = (row) => [row[ITEM], documents[row[PAPER]]].filter(Boolean).join(", ");
  const folded = (row) => row.folded ??= fold([row[TEXT], row[WHO].map((n) => names[n]).join(" "), row[TERM], where(row), row[SOURCE]].join(" "));

  const keys = {
    number: (row) => row.number, due: (row) => row[SORT] || "9999", text: (row) => row[TEXT],
    who: (row) => row[WHO].length ? names[row[WHO][0]] : "\uffff", state: (row) => order.indexOf(row[STATE]), where,
  };

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const cell = (kind, ...parts) => { const made = element("td", "", kind); made.append(...parts); return made; };

  // A term that comes again, or falls on a day off, is counted to another day than the one written.
  const next = (row) => row[SORT] && row[SORT] !== row[DUE] ? [element("div", `контроль: ${day(row[SORT])}`, "quiet")] : [];

  const draw = (row) => {
    const line = element("tr", "", row[STATE]);
    const people = element("ul");
    row[WHO].forEach((n, order) => people.append(element("li", order ? `${names[n]} (соисп.)` : names[n])));
    line.append(
      cell("number", String(row.number)),
      cell("due", element("b", day(row[DUE])), element("div", row[TERM], "quiet"), ...next(row)),
      cell("text", row[TEXT]),
      cell("who", people),
      cell("", element("span", states[row[STATE]], "state"), element("div", left(row[DAYS]), "quiet")),
      cell("where", where(row), element("div", `${row[SOURCE]}, стр. ${row[PAGE]}`, "quiet")),
    );
    return line;
  };

  const grow = (count) => {
    const part = document.createDocumentFragment();
    chosen.slice(shown, shown + count).forEach((row) => part.append(draw(row)));
    shown = Math.min(shown + count, chosen.length);
    body.append(part);
    more.classList.toggle("hidden", shown >= chosen.length);
  };

  const apply = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    const name = who.value === "" ? null : Number(who.value), document_ = paper.value === "" ? null : Number(paper.value);
    chosen = rows.filter((row) =>
      (name === null || row[WHO].includes(name)) && (document_ === null || row[PAPER] === document_) &&
      (!state.value || row[STATE] === state.value) &&
      (!period || (row[DUE] && row[DUE] >= period[0] && row[DUE] <= period[1])) &&
      words.every((word) => folded(row).includes(word)));
    const key = keys[sorted.key], sign = sorted.down ? -1 : 1;
    if (sorted.key !== "number" || sorted.down) {
      chosen.sort((a, b) => {
        const [x, y] = [key(a), key(b)];
        return sign * (typeof x === "number" ? x - y : collator.compare(x, y)) || a.number - b.number;
      });
    }
    body.replaceChildren();
    shown = 0;
    grow(CHUNK);
    at("count").textContent = `Показано ${chosen.length} из ${rows.length}`;
    at("nothing").classList.toggle("hidden", chosen.length > 0);
    document.querySelectorAll(".card").forEach((card) =>
      card.setAttribute("aria-pressed", String((card.dataset.state === "all" ? "" : card.dataset.state) === state.value)));
    document.querySelectorAll(".bar").forEach((bar) =>
      bar.setAttribute("aria-pressed", String(!!period && bar.dataset.first === period[0])));
  };

  const reset = () => { period = null; at("filters").reset(); apply(); };
  let waiting = 0;
  find.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, rows.length > 5000 ? 200 : 0); });
  [who, paper, state].forEach((select) => select.addEventListener("change", apply));
  at("filters").addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  at("filters").addEventListener("reset", () => setTimeout(() => { period = null; apply(); }));
  at("clear").addEventListener("click", reset);
  more.addEventListener("click", () => grow(CHUNK));
  document.querySelectorAll(".card").forEach((card) => card.addEventListener("click", () => {
    const code = card.dataset.state === "all" ? "" : card.dataset.state;
    state.value = state.value === code ? "" : code;
    apply();
  }));
  document.querySelectorAll(".bar").forEach((bar) => {
    const choose = () => {
      period = period && period[0] === bar.dataset.first ? null : [bar.dataset.first, bar.dataset.last];
      apply();
    };
    bar.addEventListener("click", choose);
    bar.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(); }
    });
  });
  document.querySelectorAll(".leader").forEach((leader) => leader.addEventListener("click", () => {
    const n = names.indexOf(leader.textContent);
    who.value = n < 0 ? "" : String(n);
    apply();
    at("table").scrollIntoView();
  }));
  document.querySelectorAll("th[data-key]").forEach((head) => head.firstElementChild.addEventListener("click", () => {
    sorted = { key: head.dataset.key, down: sorted.key === head.dataset.key && !sorted.down };
    document.querySelectorAll("th[data-key]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
    apply();
  }));
  new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) grow(CHUNK); }).observe(more);
  addEventListener("beforeprint", () => grow(chosen.length));
  apply();
})();
