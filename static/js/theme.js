// Light, dark, or as the system says: kept on this machine, because a car at night and an office by day differ.
const buttons = document.querySelectorAll("[data-theme-choice]");

function chosen() {
  return localStorage.getItem("theme") ?? "system";
}

function show() {
  if (chosen() === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen();
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen()));
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    if (button.dataset.themeChoice === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", button.dataset.themeChoice);
    show();
  });
}
show();
for (const choices of document.querySelectorAll("[data-choices]")) choices.hidden = false;
