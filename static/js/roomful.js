// A tap that did not reach the desk is said at once. Where the session has ended the page for signing in comes, and the
// names go.
const unsaved = document.querySelector("[data-unsaved]");

function isTap(event) {
  return event.detail.elt.id !== "asks"; // the page's own question of every quarter minute
}

function say(words) {
  unsaved.querySelector("p").textContent = words;
  unsaved.hidden = !words;
}

document.addEventListener("htmx:sendError", (event) => {
  if (isTap(event)) say("No connection: the last tap is not saved. Tap again.");
});
document.addEventListener("htmx:responseError", (event) => {
  if (isTap(event)) say("The last tap is not saved. Reload the page to see what stands.");
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (isTap(event) && event.detail.successful) say("");
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname.startsWith(location.pathname)) return;
  event.detail.shouldSwap = false;
  location.reload();
});
