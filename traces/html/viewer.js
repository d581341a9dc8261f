"use strict";
// The timeline: a slider, the arrow keys and the address keep to one decision.
const sections = [...document.querySelectorAll("section[data-decision]")];
const links = [...document.querySelectorAll(".timeline a")];
const slider = document.getElementById("slider");
let now = 0;

function mark(place) {
  now = Math.max(0, Math.min(sections.length - 1, place));
  sections.forEach((section, i) => section.classList.toggle("now", i === now));
  links.forEach((link, i) => {
    link.classList.toggle("now", i === now);
    if (i === now) link.setAttribute("aria-current", "step"); else link.removeAttribute("aria-current");
  });
  if (slider) slider.value = String(now);
}

function go(place) {
  mark(place);
  sections[now].scrollIntoView({ block: "start" });
  history.replaceState(null, "", "#" + sections[now].id);
}

function jump(kind) {
  const found = sections.findIndex((section, i) => i > now && section.dataset[kind]);
  if (found >= 0) go(found);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !sections.length) return;
  const keys = { j: () => go(now + 1), k: () => go(now - 1), f: () => jump("failed"), r: () => jump("recovered") };
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});
if (slider) slider.addEventListener("input", () => go(Number(slider.value)));
links.forEach((link, i) => link.addEventListener("click", () => mark(i)));
const named = sections.findIndex((section) => "#" + section.id === location.hash);
if (sections.length) mark(Math.max(0, named));
