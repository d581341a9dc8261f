// Two runs side by side: their decisions in pairs, and both moments at the chosen pair.
import { candidates } from "./decision.js";
import { $, badge, h, load, replace, seconds, themeSwitch, toast } from "./dom.js";

const wanted = new URLSearchParams(location.search);
const sides = { a: wanted.get("a") ?? "", b: wanted.get("b") ?? "" };
let pairs = [];
let chosen = -1;

async function begin() {
  themeSwitch($("theme"));
  let found;
  try { found = await load(`/api/compare?${new URLSearchParams(sides)}`); } catch (error) { $("verdict").textContent = error.message; return toast(error.message, true); }
  pairs = found.pairs;
  for (const side of ["a", "b"]) title(side, found[side]);
  $("verdict").textContent = found.parting === null ? "Both decided the same." : `They part at ${place(pairs[found.parting])}.`;
  const begun = await Promise.all(["a", "b"].map((side) => load(`/api/runs/${encodeURIComponent(sides[side])}/events/0`)));
  const fork = forked(...begun, pairs[found.parting]);
  replace($("why"), fork, !fork && found.why && h("p", {}, h("strong", {}, "Why: "), found.why), lines("Given", found.setup), lines("At the end", found.end));
  $("why").hidden = !$("why").hasChildNodes();
  document.title = `${found.a.task} · two runs · Doable`;
  replace($("pairs"), pairs.length ? h("ol", { class: "pairs" }, pairs.map((pair, i) => line(pair, i, found.parting))) : h("p", { class: "muted" }, "Neither of them decided anything."));
  if (pairs.length) await choose(Math.min(pairs.length - 1, Number(wanted.get("pair") ?? (found.parting ?? 0) + 1) - 1 || 0));
}

// A fork was told what to do where it parts from its parent: that is why, before all else.
function forked(a, b, parting) {
  for (const [child, parent, name, other] of [[b, a, "B", "A"], [a, b, "A", "B"]]) {
    if (child.parent_trace !== parent.trace || parting?.[name.toLowerCase()]?.number !== 1) continue;
    return h("p", {}, h("strong", {}, `${name} was forked from ${other} here`), ` and told to go on differently: ${parting[name.toLowerCase()].call} instead of ${parting[other.toLowerCase()]?.call ?? "nothing"}.`);
  }
  return null;
}

function place({ a, b }) {
  const places = [a && `decision ${a.number} of A`, b && `${a ? "" : "decision "}${b.number} of B`].filter(Boolean);
  return places.join(", ");
}

// A against B, one thing a line.
function lines(name, texts) {
  return texts.length > 0 && h("p", { class: "muted small" }, h("strong", {}, `${name}: `), texts.join(" · "));
}

function title(side, summary) {
  const place = $(`title-${side}`);
  replace(place, `${side.toUpperCase()} `, h("a", { href: `/runs/${encodeURIComponent(summary.id)}` }, summary.task || summary.id), " ", badge(summary.status),
    h("span", { class: "muted small" }, ` ${[summary.id, summary.seed === null ? "" : `seed ${summary.seed}`, `${summary.steps} steps`, seconds(summary.seconds)].filter(Boolean).join(" · ")}`));
}

function line(pair, i, parting) {
  const sign = pair.same ? "=" : pair.a && pair.b ? "≠" : pair.a ? "A" : "B";
  const what = pair.same ? "the same" : pair.a && pair.b ? "different" : `only in ${pair.a ? "A" : "B"}`;
  return h("li", { class: pair.same ? "same" : "other" }, h("button", { type: "button", onclick: () => choose(i) },
    h("span", { class: "mono muted" }, pair.a ? String(pair.a.number) : ""), h("span", { class: "call" }, pair.a?.call ?? "–"), h("span", { class: "sign", "aria-hidden": "true" }, sign), h("span", { class: "hidden" }, what), h("span", { class: "mono muted" }, pair.b ? String(pair.b.number) : ""), h("span", { class: "call" }, pair.b?.call ?? "–"),
    i === parting && h("span", { class: "chip bad" }, "they part here")));
}

async function choose(i) {
  mark(i);
  await Promise.all([tell(i), ...["a", "b"].map((side) => show(side, pairs[i][side], i))]).catch((error) => toast(error.message, true));
}

function mark(i) {
  chosen = i;
  document.querySelectorAll(".pairs button").forEach((button, at) => button.setAttribute("aria-current", String(at === i)));
  history.replaceState(null, "", `?${new URLSearchParams({ ...sides, pair: i + 1 })}`);
}

async function tell(i) {
  const told = await load(`/api/compare/${i}?${new URLSearchParams({ a: sides.a, b: sides.b })}`);
  if (i !== chosen) return;
  replace($("differences"), told.length ? h("ul", { class: "differences" }, told.map(difference)) : h("p", { class: "muted" }, "Nothing: goal, scene, candidates, numbers, outcome and verdict are the same."));
}

function difference(text) {
  const at = text.indexOf(": ");
  return h("li", {}, h("strong", {}, text.slice(0, at)), h("span", {}, text.slice(at + 2)));
}

async function show(side, decision, i) {
  if (!decision) return replace($(side), h("p", { class: "muted" }, "Nothing here: this run had no such decision."));
  const address = `/api/runs/${encodeURIComponent(sides[side])}/events`;
  const [event, near] = await Promise.all([load(`${address}/${decision.seq}`), load(`${address}?after=${Math.max(-1, decision.seq - 60)}&limit=60&kind=observed`)]);
  if (i !== chosen) return;
  const seen = near.findLast((one) => one.seq <= decision.seq);
  const pictures = Object.entries(seen?.frames ?? {}).slice(0, 2).map(([name, path]) => h("img", { src: `/files/${encodeURIComponent(sides[side])}/${path.split("/").map(encodeURIComponent).join("/")}`, alt: `Camera ${name} before the decision` }));
  replace($(side), h("div", { class: "pictures" }, pictures), event.candidates ? candidates(event, 8) : h("p", {}, decision.call),
    h("p", {}, h("a", { href: `/runs/${encodeURIComponent(sides[side])}?at=${decision.seq}` }, `Look at event ${decision.seq} of ${side.toUpperCase()}`)));
}

document.addEventListener("keydown", (event) => {
  const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!way || event.target.closest("input, select") || !pairs.length) return;
  event.preventDefault();
  choose(Math.min(pairs.length - 1, Math.max(0, chosen + way)));
});
begin();
