// `npm run build`: compiles the theme and copies the few files of USWDS that it and the printed hot sheet use
// into static/vendor. Node's packages themselves are never served: thousands of files would cost seconds a start.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "node_modules");
const uswds = join(packages, "@uswds", "uswds");
const vendor = join(here, "vendor");

// The PDF of the hot sheet embeds TrueType: WeasyPrint subsets it, and the copy stamp needs its tables.
const SHEET_FONTS = [
  "fonts/source-sans-pro/sourcesanspro-regular-webfont.ttf",
  "fonts/source-sans-pro/sourcesanspro-semibold-webfont.ttf",
  "fonts/source-sans-pro/sourcesanspro-bold-webfont.ttf",
  "fonts/source-sans-pro/sourcesanspro-black-webfont.ttf",
  "fonts/public-sans/PublicSans-Regular.ttf",
  "fonts/public-sans/PublicSans-Bold.ttf",
  "fonts/roboto-mono/roboto-mono-v5-latin-700.ttf",
];

function theme() {
  return compile(join(here, "scss", "market_desk.scss"), {
    style: "compressed",
    charset: false,
    loadPaths: [join(uswds, "packages")],
    quietDeps: true,
  }).css;
}

// What the style sheet names must be there: Django's manifest storage refuses a reference to a missing file.
function namedIn(css) {
  return [...css.matchAll(/url\(["']?((?:fonts|img)\/[^"')?#]+)/g)].map(([, path]) => path);
}

function copy(path) {
  mkdirSync(dirname(join(vendor, path)), { recursive: true });
  cpSync(join(uswds, "dist", path), join(vendor, path));
}

// The map's script, its styles and the pictures that these name. The source map it ends with is not served.
function copyLeaflet() {
  const dist = join(packages, "leaflet", "dist");
  const kept = join(vendor, "leaflet");
  mkdirSync(kept, { recursive: true });
  for (const path of ["leaflet.css", "images/layers.png", "images/layers-2x.png", "images/marker-icon.png"]) {
    cpSync(join(dist, path), join(kept, path));
  }
  const script = readFileSync(join(dist, "leaflet.js"), "utf8");
  writeFileSync(join(kept, "leaflet.js"), script.replace(/\n\/\/# sourceMappingURL=.*$/, "\n"));
}

const css = theme();
const files = new Set([...namedIn(css), ...SHEET_FONTS]);
rmSync(vendor, { recursive: true, force: true });
files.forEach(copy);
copyLeaflet();
cpSync(join(packages, "cytoscape", "dist", "cytoscape.esm.min.mjs"), join(vendor, "cytoscape.mjs"));
// Last: where the style sheet stands, the build was complete.
writeFileSync(join(vendor, "market_desk.css"), css);
console.log(`static/vendor: market_desk.css (${Math.round(css.length / 1024)} kB) and ${files.size} files`);
