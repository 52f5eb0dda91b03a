// The drawing as PNG. The server is told first, which is the trail's line, and says what must stand on the picture.
const BAND = 64; // pixels for the words
const MARGIN = 24;

export function offerPicture(network) {
  const button = document.querySelector("[data-png]");
  if (!button) return;
  button.closest("[data-png-item]").hidden = false;
  button.addEventListener("click", () => take(network, button));
}

async function take(network, button) {
  const answer = await fetch(button.dataset.png, { headers: { Accept: "text/plain" } });
  if (!answer.ok) return;
  const words = await answer.text();
  const name = /filename="([^"]+)\.txt"/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "chart";
  const surface = getComputedStyle(document.documentElement).getPropertyValue("--surface").trim();
  const picture = await createImageBitmap(network.png({ output: "blob", full: true, scale: 2, bg: surface, maxWidth: 6000 }));
  save(await marked(picture, words, surface), `${name}.png`);
}

function marked(picture, words, surface) {
  const canvas = document.createElement("canvas");
  const size = Math.max(18, Math.round(picture.width / 90));
  canvas.width = Math.max(picture.width, 900);
  const pen = canvas.getContext("2d");
  pen.font = `600 ${size}px sans-serif`;
  const lines = broken(pen, words, canvas.width - 2 * MARGIN);
  canvas.height = picture.height + BAND + lines.length * size * 1.4;
  pen.fillStyle = surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, lines.length * size * 1.4 + BAND / 2);
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--text").trim();
  pen.font = `600 ${size}px sans-serif`; // a canvas that changes its size forgets
  lines.forEach((line, number) => pen.fillText(line, MARGIN, (number + 1) * size * 1.4));
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function broken(pen, words, width) {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function save(picture, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
