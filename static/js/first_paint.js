// Runs before the page is painted, so that a dark choice never flashes white. The menu's theme.js changes the choice.
{
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
