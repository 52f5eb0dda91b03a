// The demonstration's sign-in page: a click fills in badge and password. The notice stays for the reader to tick.
const badge = document.querySelector("[name=login]");
const password = document.querySelector("[name=password]");
const notice = document.querySelector("[name=notice]");

for (const button of document.querySelectorAll("[data-badge]")) {
  button.classList.remove("is-hidden");
  button.addEventListener("click", () => {
    badge.value = button.dataset.badge;
    password.value = button.closest("[data-password]").dataset.password;
    notice.focus();
  });
}
