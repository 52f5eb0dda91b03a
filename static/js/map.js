// The map of a market from its own shapes: no tiles, nothing asked of anybody. Where it does not run, the drawing of the
// server stands in its place, and the tables and fields beside it say and take the same.
/* global L */

const frame = document.querySelector("[data-map]");
const shown = JSON.parse(document.querySelector("#on-map").textContent);
const NEAREST = 18;
const NARROW = 600; // pixels
const KINDS = { market: "is-area", comparison: "is-compared" };

function element(name, words, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = words;
  return made;
}

function begin() {
  frame.replaceChildren();
  const touch = matchMedia("(pointer: coarse)").matches && frame.dataset.map === "shows";
  const map = L.map(frame, {
    attributionControl: false,
    dragging: !touch, // one finger scrolls the page; two move the map
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    maxZoom: NEAREST,
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  L.control.scale().addTo(map);
  map.createPane("names").style.zIndex = 450; // above the areas, below the places
  return map;
}

function drawStreets(map) {
  L.geoJSON(shown.background ?? undefined, {
    style: ({ properties }) => ({ className: `is-${properties.kind}` }),
    onEachFeature: ({ properties }, layer) => {
      if (properties.name) layer.bindTooltip(element("span", properties.name), { sticky: true }); // a string would be HTML
    },
  }).addTo(map);
}

function drawArea(map, { kind, name, shape, near }) {
  const around = KINDS[kind].replace("is-area", "is-near").replace("is-compared", "is-near-compared");
  L.geoJSON(near, { interactive: false, style: { className: around } }).addTo(map);
  const area = L.geoJSON(shape, { interactive: false, style: { className: KINDS[kind] } }).addTo(map);
  const bounds = area.getBounds();
  L.tooltip({
    permanent: true,
    pane: "names",
    direction: "top",
    offset: [0, -2],
    className: `dmi-map__name dmi-map__name--${kind === "market" ? "market" : "compared"}`,
  })
    .setLatLng([bounds.getNorth(), bounds.getCenter().lng])
    .setContent(element("span", name))
    .addTo(map);
}

function told(place) {
  const said = document.createElement("div");
  said.append(element("a", place.address, { href: place.address_of_page }));
  said.append(element("small", `${place.kind}. ${place.told}.`));
  return said;
}

function drawPlace(map, place) {
  const icon = L.divIcon({
    className: `dmi-pin dmi-pin--${place.status}`,
    html: String(place.number),
    iconSize: [26, 26],
  });
  const words = `${place.number}: ${place.address}, ${place.told.toLowerCase()}`;
  const marker = L.marker(place.position, { icon, title: words }).addTo(map).bindPopup(told(place));
  marker.getElement().setAttribute("aria-label", words); // its number alone would be its name
}

function drawIncidents(map, incidents) {
  const radius = frame.clientWidth < NARROW ? 1.5 : 2.5;
  for (const [latitude, longitude] of incidents) {
    L.circleMarker([latitude, longitude], { radius, interactive: false, className: "is-incident" }).addTo(map);
  }
}

// What the map shows at first: areas and places; without any the streets. Before anything is drawn: Leaflet places a
// dot only on a map that has a view.
function fit(map) {
  const bounds = L.latLngBounds([]);
  const own = frame.dataset.map === "spots" || frame.clientWidth < NARROW; // what is compared with lies apart
  const framed = shown.areas.filter(({ kind }) => !own || kind === (shown.kind ?? "market"));
  framed.forEach(({ shape }) => bounds.extend(L.geoJSON(shape).getBounds()));
  shown.places.forEach(({ position }) => bounds.extend(position));
  if (!bounds.isValid() && shown.background) bounds.extend(L.geoJSON(shown.background).getBounds());
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.04), { maxZoom: NEAREST - 2, animate: false });
  else map.setView([39.5, -98.35], 4); // the middle of the country
}

function show(map, { except } = {}) {
  fit(map);
  drawStreets(map);
  shown.areas.filter((area) => area.kind !== except).forEach((area) => drawArea(map, area));
  drawIncidents(map, shown.incidents ?? []);
  shown.places.forEach((place) => drawPlace(map, place));
}

// Drawing an area: a click adds a corner, corners are dragged, a double click takes one away.

function rounded({ lat, lng }) {
  return [Number(lat.toFixed(6)), Number(lng.toFixed(6))];
}

function cornersIn(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  const corners = lines.map((line) => line.replaceAll(",", " ").trim().split(/\s+/).map(Number));
  return corners.every((corner) => corner.length === 2 && corner.every(Number.isFinite)) ? corners : null;
}

// Of the sides of a closed outline, whether two that are no neighbours meet.
function crosses(corners) {
  const side = ([a, b], [c, d], [e, f]) => Math.sign((c - a) * (f - b) - (d - b) * (e - a));
  const count = corners.length;
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      const [a, b] = [corners[i], corners[i + 1]];
      const [c, d] = [corners[j], corners[(j + 1) % count]];
      if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true;
    }
  }
  return false;
}

function squareKilometres(corners) {
  const [first] = corners;
  const degree = 111.195;
  const plane = corners.map(([north, east]) => [
    (east - first[1]) * degree * Math.cos((first[0] * Math.PI) / 180),
    (north - first[0]) * degree,
  ]);
  const twice = plane.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = plane[(i + 1) % plane.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function single(area) {
  const rings = area?.shape.type === "Polygon" ? area.shape.coordinates : [];
  return rings.length === 1 ? rings[0].slice(0, -1).map(([longitude, latitude]) => [latitude, longitude]) : null;
}

function draw(map) {
  const field = document.querySelector("[name=coordinates]");
  const said = document.querySelector("[data-draw-said]");
  const finish = document.querySelector("[data-draw=finish]");
  const outline = L.polygon([], { interactive: false, className: "is-outline" }).addTo(map);
  const handles = L.layerGroup().addTo(map);
  const standing = shown.areas.find(({ kind }) => kind === shown.kind);
  let corners = [];
  let adding = true;

  function tell() {
    const wrong = corners.length > 3 && corners.length < 300 && crosses(corners);
    const size = corners.length > 2 ? `, ${squareKilometres(corners).toFixed(2)} km²` : "";
    said.classList.toggle("is-wrong", wrong);
    said.textContent = wrong
      ? "The outline crosses itself: move a corner."
      : `${corners.length} corner${corners.length === 1 ? "" : "s"}${size}`;
    finish.textContent = adding ? "Finish" : "Add corners";
    finish.disabled = corners.length < 3 && adding;
    frame.classList.toggle("is-drawing", adding);
  }

  function handle(corner, place) {
    const icon = L.divIcon({ className: `dmi-corner${place ? "" : " dmi-corner--first"}`, iconSize: [16, 16] });
    const marker = L.marker(corner, { icon, draggable: true, keyboard: false, title: `Corner ${place + 1}` });
    marker.on("drag", ({ latlng }) => {
      corners[place] = rounded(latlng);
      outline.setLatLngs(corners);
      write();
    });
    marker.on("click", () => place === 0 && corners.length > 2 && stop());
    marker.on("dblclick", (event) => {
      L.DomEvent.stop(event);
      change(corners.filter((_, other) => other !== place));
    });
    return marker;
  }

  function redraw() {
    outline.setLatLngs(corners);
    handles.clearLayers();
    if (corners.length <= 300) corners.forEach((corner, place) => handles.addLayer(handle(corner, place)));
    tell();
  }

  function write() {
    field.value = corners.map(([latitude, longitude]) => `${latitude}, ${longitude}`).join("\n");
    tell();
  }

  function change(now) {
    corners = now;
    write();
    redraw();
  }

  function stop() {
    adding = false;
    tell();
  }

  map.doubleClickZoom.disable();
  map.on("click", ({ latlng }) => adding && change([...corners, rounded(latlng)]));
  document.querySelector("[data-draw=undo]").addEventListener("click", () => change(corners.slice(0, -1)));
  document.querySelector("[data-draw=clear]").addEventListener("click", () => {
    adding = true;
    change([]);
  });
  finish.addEventListener("click", () => {
    adding = !adding;
    tell();
  });
  field.addEventListener("input", () => {
    corners = cornersIn(field.value) ?? [];
    redraw();
  });
  for (const choice of document.querySelectorAll("[name=kind]")) {
    choice.addEventListener("change", () => {
      if (!field.defaultValue && !choice.form.querySelector("[data-refused]")) location.search = `?kind=${choice.value}`;
    });
  }
  document.querySelector("[data-draw-tools]").hidden = false;
  if (field.value.trim()) corners = cornersIn(field.value) ?? [];
  else if (single(standing)) {
    corners = single(standing);
    adding = false;
    write();
  }
  redraw();
}

// A place's coordinates: a click on the map fills the two fields, and the other way round.

function spot(map) {
  const [latitude, longitude] = ["latitude", "longitude"].map((name) => document.querySelector(`[name=${name}]`));
  const icon = L.divIcon({ className: "dmi-pin dmi-pin--here", html: "", iconSize: [24, 24] });
  const marker = L.marker([0, 0], { icon, draggable: true, keyboard: false, title: "Here it lies" });

  function put(latlng) {
    [latitude.value, longitude.value] = rounded(latlng);
    marker.setLatLng(latlng).addTo(map);
  }

  function follow() {
    const typed = [latitude.value, longitude.value];
    if (typed.some((value) => value.trim() === "" || !Number.isFinite(Number(value)))) marker.remove();
    else marker.setLatLng(typed.map(Number)).addTo(map);
  }

  map.on("click", ({ latlng }) => put(latlng));
  marker.on("dragend", () => put(marker.getLatLng()));
  [latitude, longitude].forEach((field) => field.addEventListener("input", follow));
  follow();
}

const map = begin();
const purpose = frame.dataset.map;
show(map, { except: purpose === "draws" ? shown.kind : undefined });
if (purpose === "draws") draw(map);
if (purpose === "spots") spot(map);
