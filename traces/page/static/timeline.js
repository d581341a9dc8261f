// The time axis: steps as bars, marks above them, and a handle that can be dragged.
import { clamp, h, replace, s, seconds } from "./dom.js";

const HEIGHT = 78;
// What went wrong above, what was done about it below, so that signs of one moment do not cover each other.
const ROW = { recovered: 26, commanded: 26 };
const SIGNS = { failure: ["✕", "bad"], recovered: ["◆", "warn"], asked: ["?", "ask"], awaiting: ["?", "ask"], commanded: ["!", "ask"], safety_stopped: ["■", "bad"] };

export class Timeline {
  constructor(element, run, seek) {
    Object.assign(this, { element, run, seek });
    this.handle = h("div", { class: "handle" }, h("span", { class: "knob" }));
    element.addEventListener("pointerdown", (event) => {
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      this.at(event);
    });
    element.addEventListener("pointermove", (event) => { if (element.hasPointerCapture(event.pointerId)) this.at(event); });
    new ResizeObserver(() => this.changed()).observe(element);
    this.changed();
  }

  at(event) {
    const box = this.element.getBoundingClientRect();
    this.seek(clamp((event.clientX - box.left) / box.width, 0, 1) * this.run.end);
    event.preventDefault();
  }

  percent(time) { return `${clamp(time / this.run.end, 0, 1) * 100}%`; }

  changed() {
    const { run } = this;
    const drawing = s("svg", { class: "axis", width: "100%", height: HEIGHT, "aria-hidden": "true" });
    const [, second = 0] = ticks(run.end);
    for (const time of ticks(run.end)) {
      const late = time > run.end * 0.88;
      const label = time > run.end * 0.97 ? null : s("text", { x: this.percent(time), y: HEIGHT - 3, dx: late ? -3 : 3, "text-anchor": late ? "end" : "start", class: "tick" }, seconds(time, second >= 1 ? 0 : second >= 0.1 ? 1 : 3));
      drawing.append(s("line", { x1: this.percent(time), x2: this.percent(time), y1: 0, y2: HEIGHT, class: "grid-line" }), ...(label ? [label] : []));
    }
    for (const seq of run.all("ranked")) drawing.append(s("circle", { cx: this.percent(run.times[seq]), cy: 59, r: 2.5, class: "dot" }));
    for (const step of run.steps) drawing.append(this.bar(step));
    const failed = new Set(run.failures);
    for (const mark of run.marks) {
      const [sign, tone] = failed.has(mark.seq) ? SIGNS.failure : SIGNS[mark.kind] ?? [];
      if (sign) drawing.append(s("text", { x: this.percent(mark.time), y: ROW[mark.kind] ?? 13, class: `mark ${tone}`, "text-anchor": "middle" }, sign));
    }
    replace(this.element, drawing, this.handle);
    this.element.setAttribute("aria-valuemin", 0);
    this.element.setAttribute("aria-valuemax", run.count - 1);
  }

  bar(step) {
    const to = step.to ?? this.run.end;
    const width = clamp((to - step.from) / this.run.end, 0.002, 1) * 100;
    const group = s("svg", { x: this.percent(step.from), y: 33, width: `${width}%`, height: 19 },
      s("rect", { width: "100%", height: 19, rx: 2, class: `step-bar ${step.state}` }));
    const text = cut(`${step.state === "failed" ? "✕ " : ""}${step.label}`, (this.element.clientWidth * width) / 100);
    if (text) group.append(s("text", { x: 5, y: 13.5, class: "step-label" }, text));
    return group;
  }

  update(moment) {
    this.handle.style.left = this.percent(moment.time);
    this.element.setAttribute("aria-valuenow", moment.seq);
    const kind = this.run.kinds[moment.seq].replaceAll("_", " ");
    this.element.setAttribute("aria-valuetext", `${moment.time.toFixed(2)} seconds, event ${moment.seq}, ${kind}`);
  }
}

// As much of a text as there is room for; nothing where that would say nothing.
function cut(text, pixels) {
  const letters = Math.floor((pixels - 8) / 6.3);
  if (letters >= text.length) return text;
  return letters < 7 ? text.startsWith("✕") && letters > 0 ? "✕" : "" : `${text.slice(0, letters - 1).trimEnd()}…`;
}

function ticks(end) {
  const about = end / 8;
  const power = 10 ** Math.floor(Math.log10(about));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= about);
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
}
