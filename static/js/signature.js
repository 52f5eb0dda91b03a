// A signature drawn with finger, pen or mouse becomes the picture that the form sends. By keyboard, or without this
// script, the page signed on paper is sent instead.
const field = document.querySelector("[data-signature]");
const scan = document.querySelector("[data-scan]");
const canvas = field.querySelector("canvas");
const says = field.querySelector("[data-signature-says]");
const form = field.closest("form");
const file = form.elements.page;
const pen = canvas.getContext("2d");
let isDrawn = false;
let last = null;

const drawing = () => form.elements.how.value === "drawn";

function clear() {
  pen.fillStyle = "white"; // paper is white in the dark, too
  pen.fillRect(0, 0, canvas.width, canvas.height);
  isDrawn = false;
  last = null;
  says.textContent = "";
}

function spot(event) {
  const frame = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - frame.left) * canvas.width) / frame.width,
    y: ((event.clientY - frame.top) * canvas.height) / frame.height,
  };
}

function stroke(to) {
  pen.strokeStyle = "black";
  pen.lineCap = pen.lineJoin = "round";
  pen.lineWidth = 5;
  pen.beginPath();
  pen.moveTo(last.x, last.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
  last = to;
}

canvas.addEventListener("pointerdown", (event) => {
  if (!event.isPrimary) return; // the palm of the hand
  canvas.setPointerCapture(event.pointerId);
  last = spot(event);
});
canvas.addEventListener("pointermove", (event) => {
  if (!last || !event.isPrimary) return;
  for (const each of event.getCoalescedEvents?.() ?? [event]) stroke(spot(each));
  isDrawn = true;
});
for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (last = null));

function choose() {
  field.hidden = !drawing();
  scan.hidden = drawing();
  file.required = !drawing();
}

function picture() {
  const letters = atob(canvas.toDataURL("image/png").split(",")[1]);
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const carrier = new DataTransfer();
  carrier.items.add(new File([bytes], "signature.png", { type: "image/png" }));
  return carrier.files;
}

form.addEventListener("submit", (event) => {
  if (!drawing()) return;
  if (isDrawn) file.files = picture();
  else {
    event.preventDefault();
    says.textContent = "Nothing is drawn yet; sign in the field.";
  }
});
form.addEventListener("change", choose);
field.querySelector("[data-clear]").addEventListener("click", clear);
clear();
choose();
