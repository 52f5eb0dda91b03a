// The link chart that moves. Everything it draws stands in the page: it asks the server for nothing more.
import cytoscape from "../vendor/cytoscape.mjs";
import { looks } from "./chart_looks.js";
import { choose } from "./chart_chosen.js";
import { play } from "./chart_time.js";
import { offerPicture } from "./chart_picture.js";

const stage = document.querySelector("[data-chart]");
const drawing = JSON.parse(document.getElementById("chart-drawing")?.textContent ?? "null");
const [width, height] = drawing?.frame ?? [1, 1];
const pinned = new Map(drawing?.people.filter((each) => each.pinned).map((each) => [each.id, place(each)]));

function place({ x, y }) {
  return [Number((x / width).toFixed(4)), Number((y / height).toFixed(4))];
}

function elements() {
  const people = drawing.people.map((each) => ({
    group: "nodes",
    data: each,
    position: { x: each.x, y: each.y },
    classes: [each.shape, each.pinned && "pinned", each.id === drawing.around && "middle"].filter(Boolean).join(" "),
  }));
  const ties = drawing.ties.map((each, number) => ({
    group: "edges",
    data: { ...each, id: `tie-${number}`, source: each.a, target: each.b },
    classes: [each.weak && "weak", each.to.includes("a") && "to-a", each.to.includes("b") && "to-b"]
      .filter(Boolean)
      .join(" "),
  }));
  return [...people, ...ties];
}

function draw() {
  const canvas = document.getElementById("canvas");
  canvas.replaceChildren();
  canvas.classList.add("is-live");
  const network = cytoscape({
    container: canvas,
    elements: elements(),
    layout: { name: "preset", fit: true, padding: 24 },
    style: looks(),
    minZoom: 0.1,
    maxZoom: 4,
    autoungrabify: false,
    boxSelectionEnabled: false,
    textureOnViewport: false,
    pixelRatio: Math.min(devicePixelRatio, 2),
  });
  network.on("free", "node", ({ target }) => {
    pinned.set(target.id(), place(target.position()));
    target.addClass("pinned");
  });
  return network;
}

// What was found may be fetched anew: who is removed, who is cut off.
function mark(network) {
  const { removed, cut } = JSON.parse(document.getElementById("findings").dataset.marks);
  network.batch(() => {
    network.nodes().removeClass("gone faded");
    network.edges().removeClass("gone");
    for (const id of removed) network.getElementById(id).addClass("gone").connectedEdges().addClass("gone");
    for (const id of cut) network.getElementById(id).addClass("faded");
  });
}

function tell() {
  const found = document.querySelector("#without");
  document.getElementById("chart-said").textContent = found
    ? `${found.textContent}: ${[...found.closest("section").querySelectorAll("dl > div")]
        .map((each) => `${each.querySelector("dt").textContent} ${each.querySelector("dd").textContent}`)
        .join(", ")}`
    : "";
}

function zoom(network, by) {
  if (by === "fit") network.fit(undefined, 24);
  else network.zoom({ level: network.zoom() * Number(by), renderedPosition: middle(network) });
}

function middle(network) {
  return { x: network.width() / 2, y: network.height() / 2 };
}

if (stage && drawing.people.length) {
  const network = draw();
  mark(network);
  choose(network, stage, drawing, pinned);
  play(network, stage, drawing);
  offerPicture(network);
  for (const button of stage.querySelectorAll("[data-zoom]"))
    button.addEventListener("click", () => zoom(network, button.dataset.zoom));
  stage.querySelector("[data-chart-tools]").hidden = false;

  document.addEventListener("htmx:load", ({ target }) => {
    if (target.id !== "findings") return;
    mark(network);
    tell();
  });
  for (const form of document.querySelectorAll("[data-keeps-pins]"))
    form.addEventListener("submit", () => (form.elements.pinned.value = JSON.stringify(Object.fromEntries(pinned))));

  // The theme is custom properties: when it changes, the canvas is told.
  const restyle = () => network.style(looks());
  new MutationObserver(restyle).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  stage.chart = network; // for whoever measures it, once it stands
  network.one("render", () => (stage.dataset.drawn = ""));
}
