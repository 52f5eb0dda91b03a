// A form is sent once, a refusal is read first, and what was typed is not left by a slip.

function mayLoseText(form) {
  const sent = "sent" in form.dataset;
  if (sent || form.method !== "post" || form.querySelector("[type=password]")) return false;
  // After a refusal the server has filled in what was typed: to the browser nothing has changed since.
  return form.querySelector("[data-refused]") !== null || [...form.elements].some(typedInto);
}

function typedInto(field) {
  return field.matches("textarea, input:not([type]), input[type=text]") && field.value !== field.defaultValue;
}

function submitButtons(form) {
  return [...form.elements].filter((element) => element.type === "submit");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
  if ("sent" in form.dataset) {
    event.preventDefault();
    return;
  }
  if ("givesFile" in form.dataset) return; // the answer is a download: the page, and its button, stay
  form.dataset.sent = "";
  // Not at once: a disabled button would not be sent with the form, and some forms have two.
  setTimeout(() => submitButtons(form).forEach((button) => (button.disabled = true)));
});

function takeBack() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    submitButtons(form).forEach((button) => (button.disabled = false));
  }
}

// Back from the next page: the browser shows this one as it was left.
addEventListener("pageshow", takeBack);

addEventListener("beforeunload", (event) => {
  // Sending one form of a page would lose what was typed into another.
  if (![...document.forms].some(mayLoseText)) return;
  event.preventDefault();
  setTimeout(takeBack, 500); // who stays may send it later
});

function readRefusal(within) {
  within.querySelector("[data-refused]")?.focus();
}

readRefusal(document);
document.addEventListener("htmx:load", (event) => readRefusal(event.target));
