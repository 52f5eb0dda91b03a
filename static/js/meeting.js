// The wall screen by keys: a letter chooses, Enter confirms, the arrows walk the agenda. Whatever has a key says so in
// `aria-keyshortcuts`; without this script the same radio buttons, links and button do the same.
const root = document.documentElement;
const form = document.querySelector("#decision");
const reason = document.querySelector("#decision [name=reason]");

// Looked for at each key: what a second screen decides takes the place of links and buttons.
function withKey(key) {
  return [...document.querySelectorAll("[aria-keyshortcuts]:not(:disabled)")].find(
    (element) => element.getAttribute("aria-keyshortcuts").toLowerCase() === key.toLowerCase(),
  );
}

function typing(target) {
  return target.isContentEditable || target.matches("select, textarea, input:not([type=radio], [type=checkbox])");
}

function choose(decision) {
  decision.checked = true;
  decision.dispatchEvent(new Event("change", { bubbles: true }));
  reason.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || root.dataset.keys === "off") return;
  const { key, target } = event;
  if (typing(target)) {
    if (key === "Escape") target.blur();
    return;
  }
  if (key === "Enter" && form && !target.matches("a, button, input")) {
    form.requestSubmit();
    return;
  }
  const found = target.matches("[type=radio]") && key.startsWith("Arrow") ? null : withKey(key);
  if (!found) return;
  event.preventDefault();
  if (found.matches("[type=radio]")) choose(found);
  else found.click();
});

// How much of a printed line is used; its limit stands in words beside the field.
for (const counter of document.querySelectorAll("[data-counts]")) {
  const field = document.getElementById(counter.dataset.counts);
  const show = () => {
    counter.textContent = `${field.value.length} of ${field.maxLength}`;
    counter.classList.toggle("is-full", field.value.length >= field.maxLength);
  };
  field.addEventListener("input", show);
  show();
}

// The agenda scrolls to the point under discussion, the page does not: scrollIntoView would move both.
const here = document.querySelector("[aria-current=step]");
const agenda = here?.closest("nav");
if (agenda) {
  const above = here.getBoundingClientRect().top - agenda.getBoundingClientRect().top;
  agenda.scrollTop += above - agenda.clientHeight / 2;
}

// How long the meeting and this point take. The server says how long it was when the page left it.
const loadedAt = Date.now();
function tell() {
  const since = Math.floor((Date.now() - loadedAt) / 60_000);
  for (const timer of document.querySelectorAll("[data-minutes]")) {
    const minutes = Number(timer.dataset.minutes) + since;
    timer.textContent = minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  }
}
tell();
setInterval(tell, 15_000);

// The page's own question has found a page for signing in, or the meeting closed: nothing of that goes into the wall.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname.startsWith(location.pathname)) return;
  event.detail.shouldSwap = false;
  location.reload();
});
