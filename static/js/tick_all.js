// One box ticks all on the page, and says how many are ticked. Without script each is ticked by itself.

for (const form of document.querySelectorAll("[data-tick-all]")) {
  const label = form.querySelector("[data-tick-all-box]");
  const all = label.querySelector("input");
  const boxes = [...form.querySelectorAll("tbody [type=checkbox]")];
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  label.append(told);
  label.hidden = boxes.length < 2;

  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    told.textContent = ticked ? ` (${ticked} ticked)` : "";
    for (const box of boxes) box.closest("tr").classList.toggle("is-selected", box.checked);
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  form.addEventListener("change", tell);
  tell();
}
