// A download leaves the page as it was. A moment later it asks anew, so that "I have read it" stands there.
const LATER = 2000;

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-gives-file]")) return;
  setTimeout(() => htmx.trigger("#reading", "downloaded"), LATER);
});
