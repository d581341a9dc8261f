// The scene graph seen from above: objects at their places, relations between them, and what changed.
import { h, replace, s } from "./dom.js";

const DIRECTIONS = new Set(["left of", "right of", "in front of", "behind"]);
const COLOURS = { red: "#d64545", blue: "#3b76d6", green: "#3a9d5d", yellow: "#e0b429", orange: "#e08a35", purple: "#8a5cc7", white: "#c9d1db", black: "#333", brown: "#8b5e3c", pink: "#df7fa8", grey: "#8a8f98", gray: "#8a8f98", cyan: "#35b3b3" };
const W = 340, H = 230, EDGE = 34, APART = 46;

export class ScenePanel {
  constructor(element, run) { Object.assign(this, { element, run, shown: undefined }); }

  async update(moment) {
    const seq = this.run.last("observed", moment.seq);
    if (seq === this.shown) return;
    this.shown = seq;
    const [seen, before] = await Promise.all([this.run.event(seq), this.run.event(seq === null ? null : this.run.last("observed", seq - 1))]);
    if (seq === this.shown) this.draw(seen, before, seq);
  }

  draw(seen, before, seq) {
    if (!seen || !(seen.objects.length || seen.facts.length)) return replace(this.element, h("p", { class: "muted" }, "Nothing has been recognised yet."));
    const facts = seen.facts.filter((fact) => !DIRECTIONS.has(fact.predicate));
    const names = new Set(seen.objects.map((thing) => thing.id));
    const between = facts.filter((fact) => fact.arguments.length === 2 && fact.arguments.every((name) => names.has(name)));
    const others = facts.filter((fact) => !between.includes(fact));
    replace(this.element, drawing(seen.objects, between, others), changes(facts, before), chips(others),
      details(seen), h("p", { class: "muted small" }, `seen from above, the robot at the top · event ${seq}${seen.oracle ? " · from the simulator's state" : ""}`));
  }
}

function drawing(objects, between, others) {
  const held = new Set(others.filter((fact) => fact.predicate === "holding").map((fact) => fact.arguments.at(-1)));
  const place = layout(objects);
  const picture = s("svg", { viewBox: `0 0 ${W} ${H}`, class: "scene-graph", role: "img", "aria-label": `${objects.length} objects and ${between.length} relations, seen from above` });
  for (const fact of between) {
    const [a, b] = fact.arguments.map((name) => place.get(name));
    picture.append(s("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: "relation" }), s("text", { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 - 3, class: "relation-label", "text-anchor": "middle" }, fact.predicate));
  }
  for (const thing of objects) picture.append(node(thing, place.get(thing.id), held.has(thing.id)));
  return picture;
}

function node(thing, { x, y }, held) {
  const round = 2 * Math.PI * 13;
  const sure = Math.min(1, Math.max(0, Number(thing.confidence) || 0));
  return s("g", { transform: `translate(${x} ${y})` }, s("title", {}, `${thing.id}: ${thing.category}, confidence ${sure.toFixed(2)}`),
    s("circle", { r: 13, class: "sure-track" }), s("circle", { r: 13, class: "sure", "stroke-dasharray": `${sure * round} ${round}`, transform: "rotate(-90)" }),
    thing.category.includes("bowl") || thing.category.includes("drawer") ? s("circle", { r: 8, class: "thing hollow", stroke: COLOURS[thing.attributes?.colour] ?? "#8a8f98" }) : s("rect", { x: -7, y: -7, width: 14, height: 14, rx: 2, class: "thing", fill: COLOURS[thing.attributes?.colour] ?? "#8a8f98" }),
    held && s("text", { y: -18, class: "relation-label", "text-anchor": "middle" }, "held"),
    s("text", { y: 25, class: "thing-label", "text-anchor": "middle" }, thing.id));
}

// Base frame: x is away from the robot, y to its left. The robot is above, as in the front camera and in "left of"
// and "behind". What lies on the same spot is drawn side by side.
function layout(objects) {
  const xs = objects.map((thing) => thing.position[1]), ys = objects.map((thing) => thing.position[0]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((W - 2 * EDGE) / Math.max(right - left, 0.3), (H - 2 * EDGE) / Math.max(bottom - top, 0.2));
  const points = objects.map((_, i) => ({ x: W / 2 + (xs[i] - (left + right) / 2) * scale, y: H / 2 + (ys[i] - (top + bottom) / 2) * scale }));
  for (let round = 0; round < 40; round++) {
    for (let i = 0; i < points.length; i++) for (let j = 0; j < i; j++) {
      const [a, b] = [points[i], points[j]];
      let [dx, dy] = [a.x - b.x, a.y - b.y];
      // Names are wider than high.
      const far = Math.hypot(dx * 0.62, dy);
      if (far >= APART) continue;
      if (far < 0.5) [dx, dy] = [1, 0.3];
      const push = (APART - far) / 4 / Math.max(far, 1);
      a.x += dx * push; b.x -= dx * push; a.y += dy * push; b.y -= dy * push;
    }
    for (const point of points) { point.x = Math.min(W - EDGE, Math.max(EDGE, point.x)); point.y = Math.min(H - EDGE, Math.max(20, point.y)); }
  }
  return new Map(objects.map((thing, i) => [thing.id, points[i]]));
}

const say = (fact) => (fact.arguments.length === 2 ? `${fact.arguments[0]} ${fact.predicate} ${fact.arguments[1]}` : `${fact.predicate}${fact.arguments.length ? ` ${fact.arguments.join(", ")}` : ""}`);

function changes(facts, before) {
  if (!before) return null;
  const old = new Set(before.facts.filter((fact) => !DIRECTIONS.has(fact.predicate)).map(say)), now = new Set(facts.map(say));
  const came = [...now].filter((text) => !old.has(text)), went = [...old].filter((text) => !now.has(text));
  if (!came.length && !went.length) return h("p", { class: "muted small" }, "nothing changed since the look before");
  return h("ul", { class: "changes", "aria-label": "What changed since the look before" }, came.map((text) => h("li", { class: "came" }, `+ ${text}`)), went.map((text) => h("li", { class: "went" }, `− ${text}`)));
}

function chips(facts) {
  return facts.length ? h("p", { class: "chips" }, facts.map((fact) => h("span", { class: "chip" }, say(fact)))) : null;
}

function details(seen) {
  const rows = seen.objects.map((thing) => h("tr", {}, h("th", { scope: "row" }, thing.id), h("td", { class: "mono number" }, thing.position.map((n) => n.toFixed(3)).join("  ")), h("td", { class: "number" }, thing.confidence.toFixed(2))));
  return h("details", {}, h("summary", {}, `${seen.objects.length} objects, ${seen.facts.length} facts`),
    h("table", { class: "small" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "object"), h("th", { scope: "col", class: "number" }, "x y z [m]"), h("th", { scope: "col", class: "number" }, "sure"))), h("tbody", {}, rows)),
    h("p", { class: "small" }, seen.facts.map((fact) => say(fact) + (fact.confidence < 0.995 ? ` (${fact.confidence.toFixed(2)})` : "")).join(" · ")));
}
