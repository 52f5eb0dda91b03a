// The days of the ties: drawn are those that had begun by the day of the slider. It plays in weeks.
const DAY = 86_400_000;
const STEP = 7; // days
const PACE = 350; // milliseconds a step; where motion is unwelcome a step a second and a half
const CALM = 1500;

export function play(network, stage, drawing) {
  const bar = stage.querySelector("[data-time]");
  const days = drawing.ties.map((tie) => Date.parse(tie.from));
  const first = Math.min(...days);
  const last = Math.max(...drawing.ties.map((tie) => Date.parse(tie.until)));
  if (!drawing.ties.length || first >= last) return;
  const slider = bar.querySelector("input");
  const button = bar.querySelector("[data-play]");
  slider.max = Math.round((last - first) / DAY);
  slider.value = slider.max;
  bar.hidden = false;

  const drawUntil = calendar(network);
  const day = () => new Date(first + Number(slider.value) * DAY);
  const show = () => {
    const until = day().toISOString().slice(0, 10);
    const words = written(day());
    const begun = drawUntil(until);
    slider.setAttribute("aria-valuetext", `${words}, ${begun} ${begun === 1 ? "line" : "lines"}`);
    bar.querySelector("[data-day]").textContent = `${words} · ${begun} of ${drawing.ties.length}`;
    bar.querySelector("[data-until]").href = address(stage, until);
  };
  slider.addEventListener("input", show);
  player(slider, button, show);
  show();
}

// As every other day in the product: Wed 11 Nov 2026.
function written(day) {
  const part = (asked) => day.toLocaleDateString("en-US", { timeZone: "UTC", ...asked });
  return [{ weekday: "short" }, { day: "numeric" }, { month: "short" }, { year: "numeric" }].map(part).join(" ");
}

// Touches only what the step changes: of hundreds of people everything else stays as it is drawn.
function calendar(network) {
  const waiting = new Map(network.nodes().map((node) => [node.id(), 0])); // lines of each person not begun yet
  const edges = network.edges().toArray();
  return (until) => {
    const turned = edges.filter((edge) => edge.hasClass("unseen") === edge.data("from") <= until);
    network.batch(() => {
      for (const edge of turned) {
        const isHidden = edge.data("from") > until;
        edge.toggleClass("unseen", isHidden);
        for (const node of edge.connectedNodes()) {
          waiting.set(node.id(), waiting.get(node.id()) + (isHidden ? 1 : -1));
          node.toggleClass("waiting", waiting.get(node.id()) === node.connectedEdges().length);
        }
      }
    });
    return edges.filter((edge) => edge.data("from") <= until).length;
  };
}

function address(stage, until) {
  const question = new URLSearchParams(stage.dataset.asked);
  question.set("until", until);
  return `?${question}`;
}

function player(slider, button, show) {
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    say();
  };
  const say = () => {
    button.textContent = timer ? "Pause" : "Play";
    button.setAttribute("aria-pressed", String(timer !== null));
  };
  const step = () => {
    slider.value = Math.min(Number(slider.value) + STEP, Number(slider.max));
    show();
    if (Number(slider.value) === Number(slider.max)) stop();
  };
  button.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(slider.value) === Number(slider.max)) slider.value = 0;
    show();
    timer = setInterval(step, matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM : PACE);
    say();
  });
}
