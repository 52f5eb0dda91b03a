// The open tab of a dossier is in sight, also where the bar is longer than the screen; so is the middle of a drawing.

const bar = document.querySelector(".dmi-tabs");
const open = bar?.querySelector("[aria-current]");
if (open) bar.scrollLeft = open.offsetLeft - bar.offsetLeft - (bar.clientWidth - open.offsetWidth) / 2;

const chart = document.querySelector(".dmi-chart");
if (chart) chart.scrollLeft = (chart.scrollWidth - chart.clientWidth) / 2;
