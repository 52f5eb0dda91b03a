// Whoever is chosen, in the drawing or in the ranking: who it is, every measure, every tie, and what may be done.

export function choose(network, stage, drawing, pinned) {
  const panel = stage.querySelector("[data-chosen]");
  const somebody = panel.querySelector("[data-somebody]");
  const people = new Map(drawing.people.map((each) => [each.id, each]));

  const show = (id) => {
    panel.querySelector("[data-nobody]").hidden = Boolean(id);
    somebody.hidden = !id;
    network.edges().removeClass("near");
    for (const row of document.querySelectorAll("tr.is-here")) row.classList.remove("is-here");
    if (!id) return;
    network.getElementById(id).connectedEdges().addClass("near");
    document.querySelector(`tr[data-key="${id}"]`)?.classList.add("is-here");
    somebody.replaceChildren(...told(people.get(id), { drawing, people, stage, network, pinned, show: pick }));
  };
  const pick = (id) => {
    network.nodes(":selected").unselect();
    network.getElementById(id).select();
  };

  network.on("select", "node", ({ target }) => show(target.id()));
  network.on("unselect", "node", () => setTimeout(() => network.nodes(":selected").empty() && show(null)));
  network.on("dbltap", "node", ({ target }) => {
    if (target.data("unseen")) location.assign(opened(stage, drawing, target.id()));
  });
  document.addEventListener("focusin", ({ target }) => {
    const row = target.closest?.("tr[data-key]");
    if (row && people.has(row.dataset.key)) pick(row.dataset.key);
  });
}

function told(person, { drawing, people, stage, network, pinned, show }) {
  const ties = drawing.ties.filter((tie) => tie.a === person.id || tie.b === person.id);
  return [
    made("h3", person.called),
    made("p", [person.also.map((name) => `“${name}”`).join(" "), person.layer].filter(Boolean).join(" · "), "dmi-muted"),
    measures(person, drawing),
    made("p", [person.cut && "A cut point: without this person others are cut off.", `Group ${person.group}.`].filter(Boolean).join(" ")),
    acts(person, stage, drawing, network, pinned),
    made("h4", `Ties (${ties.length})`),
    list(ties.sort((one, other) => other.times - one.times), person, people, show),
  ];
}

function made(name, text = "", css = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (css) element.className = css;
  return element;
}

function measures(person, drawing) {
  const box = made("dl", "", "dmi-measures");
  const said = [["Rank", `${person.rank} of ${drawing.total}`], ...drawing.measures.map((name, place) => [name, person.values[place]])];
  for (const [name, value] of said) box.append(made("dt", name), made("dd", value));
  return box;
}

function acts(person, stage, drawing, network, pinned) {
  const box = made("p", "", "dmi-chosen__acts");
  box.append(link("Dossier", person.href));
  if (person.id !== drawing.around) box.append(link("Start from here", asking(stage, { around: person.id, opened: null })));
  if (person.unseen) box.append(link(`Open ${person.unseen} more`, opened(stage, drawing, person.id)));
  box.append(remover(person));
  if (pinned.has(person.id)) box.append(unpinner(person, network, pinned));
  return box;
}

function link(words, href) {
  const element = made("a", words);
  element.href = href;
  return element;
}

function asking(stage, said) {
  const question = new URLSearchParams(stage.dataset.asked);
  for (const [name, value] of Object.entries(said)) {
    if (value === null) question.delete(name);
    else question.set(name, value);
  }
  return `${stage.dataset.here}?${question}`;
}

function opened(stage, drawing, id) {
  const question = new URLSearchParams(stage.dataset.asked);
  question.append("opened", id);
  return `${stage.dataset.here}?${question}`;
}

// The box in the ranking is what removes; the button here ticks it.
function remover(person) {
  const box = () => document.getElementById(`remove-${person.id}`);
  const words = () => (box()?.checked ? "Put back" : "Remove");
  const button = made("button", words(), "usa-button usa-button--unstyled");
  button.type = "button";
  button.addEventListener("click", () => {
    box().click();
    button.textContent = words();
  });
  return button;
}

function unpinner(person, network, pinned) {
  const button = made("button", "Unpin", "usa-button usa-button--unstyled");
  button.type = "button";
  button.addEventListener("click", () => {
    pinned.delete(person.id);
    network.getElementById(person.id).removeClass("pinned").position({ x: person.x, y: person.y });
    button.remove();
  });
  return button;
}

function list(ties, person, people, show) {
  const box = made("ul", "", "dmi-chosen__ties");
  for (const tie of ties) {
    const other = people.get(tie.a === person.id ? tie.b : tie.a);
    const button = made("button", other.called, "usa-button usa-button--unstyled");
    button.type = "button";
    button.addEventListener("click", () => show(other.id));
    const item = document.createElement("li");
    item.append(button, made("small", `${tie.how}, ${tie.times} ${tie.times === 1 ? "time" : "times"}${tie.weak ? ", not ranked" : ""}`));
    box.append(item);
  }
  return box;
}
