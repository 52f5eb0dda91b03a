// A long list of boxes narrows to what one types. Who is ticked stays in sight: what will be sent is always seen.

function plain(words) {
  return words.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

function narrow(list, asked, none) {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const label of list.querySelectorAll("label")) {
    const name = plain(label.textContent);
    const fits = words.every((word) => name.includes(word));
    label.hidden = !fits && !label.querySelector("input").checked;
    found += fits;
  }
  none.hidden = found > 0;
}

function choose(within) {
  for (const field of within.querySelectorAll("[data-choose]")) {
    const find = field.querySelector("[data-choose-find]");
    const none = field.querySelector("[data-choose-none]");
    if (!field.querySelector("label")) continue;
    find.hidden = false;
    find.addEventListener("input", () => narrow(field, find.value, none));
    find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // it would send the whole form
    });
  }
}

choose(document);
document.addEventListener("htmx:load", (event) => choose(event.target));
