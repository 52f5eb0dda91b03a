// People are added to a form one by one: a tick among those found moves a name up, another takes it away again.

function begin(field) {
  const named = field.querySelector("[data-who-named]");
  const found = field.querySelector("[data-who-found]");
  const words = field.querySelector("[data-who-words]");
  field.querySelector("[data-who-button]").remove(); // typing searches; as a button it would answer the Enter key
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // it would send the whole form
  });
  field.addEventListener("change", (event) => {
    const tick = event.target.closest("input[type=checkbox]");
    if (!tick) return;
    if (tick.checked && found.contains(tick)) add(tick.closest("label"), named, words);
    if (!tick.checked && named.contains(tick)) takeAway(tick.closest("label"), words);
  });
  found.addEventListener("htmx:load", () => hideNamed(named, found));
  hideNamed(named, found);
}

function add(label, named, words) {
  named.append(label);
  words.value = "";
  words.focus();
}

function takeAway(label, words) {
  label.remove();
  words.focus();
}

// Who is named already is not offered again.
function hideNamed(named, found) {
  const names = new Set([...named.querySelectorAll("input")].map((tick) => tick.value));
  for (const tick of found.querySelectorAll("input")) {
    if (names.has(tick.value)) tick.closest("label").remove();
  }
}

for (const field of document.querySelectorAll("[data-who]")) begin(field);
