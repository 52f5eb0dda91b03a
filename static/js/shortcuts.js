// `/` goes to the search field. Single keys can be switched off in the menu (WCAG 2.1.4): dictation types them by
// mistake. Pages with keys of their own ask `document.documentElement.dataset.keys` as we do.
const find = document.querySelector("#find");
const toggle = document.querySelector("[data-shortcut-keys]");
const root = document.documentElement;

function typing(target) {
  return target.isContentEditable || target.matches("input, select, textarea");
}

function show() {
  root.dataset.keys = localStorage.getItem("keys") ?? "on";
  if (toggle) toggle.checked = root.dataset.keys === "on";
}

document.addEventListener("keydown", (event) => {
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key !== "/" || !alone || !find || root.dataset.keys === "off" || typing(event.target)) return;
  event.preventDefault();
  find.focus();
  find.select();
});

// The tab bar's link only scrolls to the field; a phone opens its keyboard on focus.
for (const link of document.querySelectorAll('a[href="#find"]')) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    find.focus();
  });
}

toggle?.addEventListener("change", () => {
  localStorage.setItem("keys", toggle.checked ? "on" : "off");
  show();
});
show();
