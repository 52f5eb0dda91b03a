// The suggestions under the search field: arrow keys go through them, Escape and leaving put them away.
const box = document.querySelector("#suggestions");
const field = document.querySelector("#find");

function links() {
  return [...box.querySelectorAll("a")];
}

function step(by) {
  const stops = [field, ...links()];
  const at = stops.indexOf(document.activeElement);
  stops[(at + by + stops.length) % stops.length].focus();
}

function close() {
  box.replaceChildren();
}

field?.form.addEventListener("keydown", (event) => {
  const open = links().length > 0;
  if (event.key === "ArrowDown" && open) step(1);
  else if (event.key === "ArrowUp" && open) step(-1);
  else if (event.key === "Escape" && open) {
    field.focus();
    close();
  } else return;
  event.preventDefault();
});

field?.form.addEventListener("focusout", (event) => {
  if (!field.form.contains(event.relatedTarget)) close();
});
