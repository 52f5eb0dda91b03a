// How people and ties look, in the colours of the theme as it stands.

const CROSS = [-1, -0.62, -0.62, -1, 0, -0.38, 0.62, -1, 1, -0.62, 0.38, 0, 1, 0.62, 0.62, 1, 0, 0.38, -0.62, 1, -1, 0.62, -0.38, 0];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function looks() {
  const [text, muted, surface, line, control, accent, sunken] = [
    "text", "muted", "surface", "line-strong", "control", "accent", "sunken",
  ].map(colour);
  const family = getComputedStyle(document.body).fontFamily;
  return [
    {
      selector: "node",
      style: {
        width: "data(size)", height: "data(size)", label: "data(name)",
        "background-color": surface, "border-color": text, "border-width": 1.5,
        color: text, "font-family": family, "font-size": 13, "min-zoomed-font-size": 7,
        "text-valign": "bottom", "text-margin-y": 3, "text-max-width": 110, "text-wrap": "ellipsis",
        "text-background-color": surface, "text-background-opacity": 0.75, "text-background-padding": 1,
      },
    },
    { selector: ".triangle", style: { shape: "triangle" } },
    { selector: ".diamond", style: { shape: "diamond" } },
    { selector: ".circle", style: { shape: "ellipse" } },
    { selector: ".square", style: { shape: "rectangle" } },
    { selector: ".cross", style: { shape: "polygon", "shape-polygon-points": CROSS, "background-color": text, "border-width": 0 } },
    {
      selector: "edge",
      style: {
        width: "data(width)", "line-color": line, "curve-style": "haystack", "haystack-radius": 0, opacity: 1,
      },
    },
    { selector: ".weak", style: { "line-style": "dashed", "line-color": control, "line-dash-pattern": [4, 5] } },
    { selector: ".to-a, .to-b", style: { "curve-style": "straight", "arrow-scale": 0.8 } },
    { selector: ".to-a", style: { "source-arrow-shape": "triangle", "source-arrow-color": control } },
    { selector: ".to-b", style: { "target-arrow-shape": "triangle", "target-arrow-color": control } },
    { selector: "node.pinned", style: { "border-width": 3 } },
    { selector: "node.middle, node:selected", style: { "background-color": accent, "border-color": accent, "font-weight": 700, "z-index": 2 } },
    { selector: "edge.near", style: { "line-color": accent, "source-arrow-color": accent, "target-arrow-color": accent, "z-index": 1 } },
    { selector: "node.gone", style: { "background-color": sunken, "border-style": "dashed", "border-color": control, color: muted } },
    { selector: "edge.gone", style: { opacity: 0.18 } },
    { selector: "node.faded", style: { opacity: 0.35 } },
    { selector: ".unseen", style: { visibility: "hidden" } },
    { selector: "node.waiting", style: { opacity: 0.25 } },
  ];
}
