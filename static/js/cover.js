// Nobody at the screen for half an hour: it is covered, and the session ends (CJIS Security Policy AC-11).
// What was typed stays beneath, unsent: who signs in again in another tab finds it here.

const LAST = "market-desk:last-touch"; // shared by the tabs: who works in one is not away in another
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const cover = document.getElementById("cover");
const limit = Number(cover.dataset.minutes) * MINUTE;
const title = document.title; // may name a person
let asked = Date.now(); // the page itself was a sign of life
let shared = asked;

function lastTouch() {
  try {
    return Math.max(shared, Number(localStorage.getItem(LAST)));
  } catch {
    return shared; // storage is forbidden here: each tab counts for itself
  }
}

function share(now) {
  shared = now;
  try {
    localStorage.setItem(LAST, now);
  } catch {
    // as above
  }
}

function touched() {
  const now = Date.now();
  if (cover.open || now - shared < SECOND) return;
  if (now - lastTouch() >= limit) return coverUp(); // a laptop that slept wakes with a key
  share(now);
  if (now - asked >= MINUTE) ask(); // typing sends nothing by itself; the server hears of it all the same
}

async function ask() {
  asked = Date.now();
  let answer;
  try {
    answer = await fetch(cover.dataset.stillHere, { headers: { Accept: "application/json" }, redirect: "manual" });
  } catch {
    return; // no connection: nothing is known
  }
  if (answer.ok) return meet(await answer.json());
  if (answer.type === "opaqueredirect" || answer.status === 401) coverUp();
}

function meet({ officer, csrf }) {
  if (officer !== cover.dataset.officer) return location.assign(cover.dataset.desk); // somebody else signed in meanwhile
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = csrf;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": csrf }));
  if (cover.open) uncover();
}

function coverUp() {
  if (cover.open) return;
  document.title = cover.dataset.title;
  document.body.dataset.covered = "";
  cover.querySelector("a").target = isTyped() ? "_blank" : "";
  cover.querySelector("[data-typed]").hidden = !isTyped();
  cover.showModal();
  end();
}

function uncover() {
  share(Date.now());
  delete document.body.dataset.covered;
  document.title = title;
  cover.close();
}

function isTyped() {
  const fields = document.querySelectorAll("form[method=post] textarea, form[method=post] input[type=text]");
  return [...fields].some((field) => field.value !== field.defaultValue);
}

// The server ends it by itself as well; a tab that slept would come too late, and must not end a new session.
function end() {
  if (Date.now() - lastTouch() < limit || Date.now() - lastTouch() > limit + MINUTE) return;
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!token) return;
  fetch(cover.dataset.end, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" }).catch(() => {});
}

// What the page asks by its clock has no event behind it: the server must not take it for somebody at the screen.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!detail.triggeringEvent) detail.headers["Desk-Poll"] = "1";
});

function look() {
  if (cover.open) ask();
  else if (Date.now() - lastTouch() >= limit) coverUp();
}

share(asked);
for (const sign of ["keydown", "pointerdown", "pointermove", "scroll", "touchstart"]) {
  addEventListener(sign, touched, { passive: true, capture: true });
}
setInterval(() => !cover.open && look(), 5 * SECOND);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
addEventListener("focus", look);
addEventListener("pageshow", look); // back from the next page
cover.addEventListener("cancel", (event) => event.preventDefault());
cover.addEventListener("close", () => "covered" in document.body.dataset && cover.showModal()); // a second Escape
