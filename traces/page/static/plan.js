// The plan as it was carried out, a DAG that the server has laid out; states by colour and by shape.
import { h, load, replace, s } from "./dom.js";

const WIDTH = 150, HEIGHT = 56, GAP = 26, DROP = 12, EDGE = 10, LETTERS = 19;
const SIGNS = { done: "✓", failed: "✕", running: "▶", refused: "⊘", recovery: "◆", question: "?", goal: "◎", person: "!", waiting: "…" };

export class PlanPanel {
  constructor(element, run, go) {
    Object.assign(this, { element, run, go, nodes: [], current: undefined, marks: -1 });
  }

  async changed() {
    if (this.run.marks.length === this.marks) return;
    this.marks = this.run.marks.length;
    const plan = await load(`/api/runs/${this.run.id}/plan`);
    if (!plan.nodes.length) return replace(this.element, h("p", { class: "muted" }, "No plan yet."));
    this.draw(plan);
    this.current = undefined;
    if (this.moment) this.mark(this.moment);
  }

  draw(plan) {
    const place = new Map(plan.nodes.map((node) => [node.id, [EDGE + node.layer * (WIDTH + GAP), EDGE + node.lane * (HEIGHT + DROP)]]));
    const size = { width: plan.layers * (WIDTH + GAP) - GAP + 2 * EDGE, height: plan.lanes * (HEIGHT + DROP) - DROP + 2 * EDGE };
    const drawing = s("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: "group", "aria-label": "Steps of the plan in order" });
    for (const [from, to] of plan.edges) {
      const [x, y] = place.get(from), [u, v] = place.get(to);
      const [a, b, c, d] = [x + WIDTH, y + HEIGHT / 2, u, v + HEIGHT / 2];
      drawing.append(s("path", { d: `M${a} ${b} C${a + GAP / 2} ${b} ${c - GAP / 2} ${d} ${c} ${d}`, class: "edge" }));
    }
    this.nodes = plan.nodes.map((node) => [node, this.node(node, ...place.get(node.id))]);
    drawing.append(...this.nodes.map(([, element]) => element));
    replace(this.element, drawing);
  }

  node(node, x, y) {
    const go = () => this.go(node.seq);
    const label = `${node.kind} ${node.label}, ${node.state}`;
    return s("g", {
      class: `node ${node.kind} ${node.state}`, transform: `translate(${x} ${y})`, tabindex: 0, role: "button", onclick: go,
      onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); go(); } },
    }, s("title", {}, `${label}\n${node.detail}`), shape(node), s("text", { x: 18, y: HEIGHT / 2 + 4, class: "sign", "text-anchor": "middle" }, SIGNS[node.state] ?? "·"),
      lines(node.label).map((text, i, all) => s("text", { x: 30, y: HEIGHT / 2 + 4 + (i - (all.length - 1) / 2) * 14, class: "label" }, text)));
  }

  update(moment) {
    this.moment = moment;
    if (this.marks < 0) return this.changed();
    this.mark(moment);
  }

  mark(moment) {
    let current = null;
    for (const [node, element] of this.nodes) {
      element.classList.toggle("later", node.seq > moment.seq);
      if (node.seq <= moment.seq) current = element;
    }
    if (current === this.current) return;
    this.current?.classList.remove("current");
    this.current?.removeAttribute("aria-current");
    current?.classList.add("current");
    current?.setAttribute("aria-current", "step");
    this.current = current;
    if (!current) return;
    const x = new DOMMatrix(getComputedStyle(current).transform).e || Number(current.getAttribute("transform").match(/[\d.]+/)[0]);
    this.element.scrollLeft = x - this.element.clientWidth / 2 + WIDTH / 2;
  }
}

// Steps are boxes, failed ones with cut corners; recoveries are pointed, what people say and are asked is round.
function shape(node) {
  const [w, t] = [WIDTH, HEIGHT];
  if (node.kind === "recovery") return s("path", { class: "shape", d: `M12 0 H${w - 12} L${w} ${t / 2} ${w - 12} ${t} H12 L0 ${t / 2} Z` });
  if (node.kind === "question" || node.kind === "person") return s("rect", { class: "shape", width: w, height: t, rx: t / 2 });
  if (node.state === "failed") return s("path", { class: "shape", d: `M8 0 H${w - 8} L${w} 8 V${t - 8} L${w - 8} ${t} H8 L0 ${t - 8} V8 Z` });
  return s("rect", { class: "shape", width: w, height: t, rx: node.kind === "step" ? 5 : 0 });
}

function lines(text) {
  const found = [""];
  for (const word of text.split(/\s+/)) {
    if (found.at(-1) && (found.at(-1) + word).length + 1 > LETTERS) found.push(word); else found[found.length - 1] += (found.at(-1) ? " " : "") + word;
  }
  const cut = found.slice(0, 3).map((line) => (line.length > LETTERS ? `${line.slice(0, LETTERS - 1)}…` : line));
  if (found.length > 3) cut[2] = `${cut[2].slice(0, LETTERS - 1)}…`;
  return cut;
}
