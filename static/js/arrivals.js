// The door on a tablet: one tap, one finger. A tap shows at once and is kept until the desk has heard it; the time that
// counts is when it was made. Without this script every button is a form that loads the page anew.
import { Queue, send } from "./arrivals_queue.js";

const AGAIN = 5000; // milliseconds until a line that was down is tried again
const root = document.querySelector("[data-arrivals]");
const line = root.querySelector("[data-line]");
const said = root.querySelector("[data-line-says]");
const refusals = root.querySelector("[data-refusals]");
const queue = new Queue(root.dataset.arrivals);
const ahead = Date.parse(root.dataset.now) - Date.now(); // of the tablet's own clock, which nobody sets
const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(root.dataset.now) ?? [null, "+", 0, 0];
const zone = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
let isSending = false;
let isSignedOut = false;
let hasTapped = queue.taps.length > 0;

const now = () => new Date(Date.now() + ahead);
// By the clocks of the task force, wherever the tablet thinks it is.
const hour = (moment) => new Date(Date.parse(moment) + zone).toISOString().slice(11, 16);
const rowOf = (invitation) => root.querySelector(`[data-invitation="${CSS.escape(invitation)}"]`);
const counted = (number) => (number === 1 ? "1 entry waits" : `${number} entries wait`);

function show(row, outcome, moment) {
  row.dataset.outcome = outcome;
  if (outcome === "attended") row.querySelector("[data-since]").textContent = hour(moment);
  row.querySelector("[data-unsent]").hidden = !queue.isAbout(row.dataset.invitation);
}

function count() {
  const outcomes = [...root.querySelectorAll("[data-invitation]")].map((row) => row.dataset.outcome);
  for (const tile of root.querySelectorAll("[data-count]")) {
    tile.textContent = outcomes.filter((outcome) => outcome === tile.dataset.count).length;
  }
}

// What the desk does not know yet lies over what it says.
function overlay() {
  for (const tap of queue.taps) {
    const row = rowOf(tap.invitation);
    if (row) show(row, tap.outcome, tap.tapped_at);
  }
  count();
  tellOfLine();
}

function tell(state, words) {
  line.hidden = !queue.taps.length && !isSignedOut && !root.querySelector("[data-tap]"); // nothing can be tapped now
  line.dataset.line = state;
  if (said.textContent !== words) said.textContent = words;
}

function tellOfLine() {
  const waiting = queue.taps.length;
  if (waiting) tell("waiting", `${counted(waiting)} for the connection. Go on; they are sent by themselves.`);
  else if (navigator.onLine) tell("saved", hasTapped ? "Every entry is saved." : said.textContent);
  else tell("waiting", "No connection. Go on; what you tap waits here.");
}

function refuse(row, why) {
  refusals.querySelector("[data-why]").textContent = why;
  refusals.hidden = false;
  row?.scrollIntoView({ block: "nearest" });
}

// Names leave a shared tablet with the session that was allowed to see them.
function signOut() {
  isSignedOut = true;
  root.querySelector("#door")?.remove();
  refusals.hidden = true;
  refusals.querySelector("[data-why]").textContent = "";
  root.querySelector("[data-session-over]").hidden = false;
  tell("waiting", queue.taps.length ? `${counted(queue.taps.length)} on this tablet.` : "");
}

function askAnew() {
  const door = root.querySelector("#door");
  return htmx.ajax("GET", door.getAttribute("hx-get").split("?")[0], { target: door, swap: "outerHTML" });
}

async function sendFirst() {
  const [{ invitation, outcome, tapped_at }] = queue.taps;
  const row = rowOf(invitation);
  const form = row?.querySelector(`[data-tap="${outcome}"]`);
  if (!form) {
    queue.dropFirst();
    refuse(null, "An entry was about somebody who is not invited any more; it was not saved.");
    return true;
  }
  const absent = form.elements.outcome ? { outcome } : {};
  const { became, told, why } = await send(form.dataset.api, form.elements.csrfmiddlewaretoken.value, {
    tapped_at,
    ...absent,
  });
  if (became === "signedOut") signOut();
  if (became === "saved" || became === "refused") queue.dropFirst();
  if (became === "saved" && !queue.isAbout(invitation)) show(rowOf(invitation) ?? row, told.outcome, told.arrived_at);
  if (became === "refused") {
    refuse(row, why);
    await askAnew();
  }
  return became === "saved" || became === "refused";
}

async function flush() {
  if (isSending || isSignedOut || !queue.taps.length) return;
  isSending = true;
  while (queue.taps.length && (await sendFirst()));
  isSending = false;
  if (isSignedOut) return;
  overlay();
}

root.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-tap]");
  if (!form) return;
  event.preventDefault();
  const row = form.closest("[data-invitation]");
  const tap = { invitation: row.dataset.invitation, outcome: form.dataset.tap, tapped_at: now().toISOString() };
  refusals.hidden = true;
  queue.add(tap);
  hasTapped = true;
  show(row, tap.outcome, tap.tapped_at);
  // The button that had the focus is hidden now; what takes the tap back stands in its place.
  if (!row.contains(document.activeElement)) row.querySelector("button")?.focus();
  count();
  tellOfLine();
  flush();
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.id === "door" && !navigator.onLine) event.preventDefault();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (target.id !== "door" || xhr.status === 204) return;
  if (xhr.status < 400 && new URL(xhr.responseURL).pathname.endsWith("/door/")) return;
  event.detail.shouldSwap = false; // the page for signing in, or nothing that this officer may see
  if (xhr.status < 500) signOut();
});
document.addEventListener("htmx:afterSettle", overlay);

// Who signs out while something waits is told once that it stays, and under whose name it will be sent.
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== root.dataset.signOut || !queue.taps.length) return;
  if ("warned" in root.dataset) return;
  event.preventDefault();
  event.stopPropagation();
  root.dataset.warned = "";
  const words = `${counted(queue.taps.length)}. They stay on this tablet without names and are sent when you sign in here`;
  refuse(null, `${words} again. To leave all the same, sign out once more.`);
}, true);

addEventListener("beforeunload", (event) => {
  if (queue.taps.length && !isSignedOut && !navigator.onLine) event.preventDefault(); // there is no page to come back to
});
addEventListener("online", () => {
  tellOfLine();
  flush();
});
addEventListener("offline", tellOfLine);
setInterval(flush, AGAIN);
setInterval(() => (root.querySelector("[data-clock]").textContent = hour(now().toISOString())), AGAIN);

const ofOthers = queue.countOfOthers();
if (ofOthers) {
  const told = root.querySelector("[data-of-others]");
  told.textContent = `${counted(ofOthers)} on this tablet for another officer, or for another evening: to be sent when that page is opened again.`;
  told.hidden = false;
}
overlay();
flush();
