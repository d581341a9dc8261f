// Paths of the joints and of the end effector, gripper and force, over the world's time.
import { h, load, replace, s, seconds } from "./dom.js";
import { bisect } from "./record.js";

const W = 1000, H = 100;
const GROUPS = [["force", /force/i], ["gripper", /^gripper/i], ["end effector", /^end effector.*\[m\]/i], ["joints and yaw", /^(joint|end effector yaw)/i], ["targets", /^target [xyz] /i], ["other", /./]];

export class MotionPanel {
  constructor(element, run, seek) { Object.assign(this, { element, run, seek, known: -1, cursors: [] }); }

  async changed() {
    const count = this.run.all("moved").length;
    if (count === this.known) return;
    this.known = count;
    if (!count) return replace(this.element, h("p", { class: "muted" }, "No motion was recorded."));
    this.data = await load(`/api/runs/${this.run.id}/motion?points=600`);
    this.draw();
    if (this.moment) this.mark(this.moment);
  }

  draw() {
    const left = new Set(Object.keys(this.data.columns));
    this.cursors = [];
    const plots = GROUPS.map(([name, pattern]) => {
      const columns = [...left].filter((column) => pattern.test(column));
      columns.forEach((column) => left.delete(column));
      return columns.length ? this.plot(name, columns) : null;
    });
    const { time } = this.data;
    replace(this.element, plots, h("p", { class: "plot-axis muted small" }, h("span", {}, seconds(time[0])), h("span", {}, "time of the world"), h("span", {}, seconds(time.at(-1)))));
  }

  plot(name, columns) {
    const { time } = this.data;
    const [from, to] = [time[0], time.at(-1)];
    const all = columns.flatMap((column) => this.data.columns[column]).filter((n) => n !== null);
    let [low, high] = [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
    if (high - low < 1e-6) [low, high] = [low - 0.5, high + 0.5];
    const x = (t) => ((t - from) / Math.max(to - from, 1e-6)) * W, y = (v) => H - ((v - low) / (high - low)) * H;
    const lines = columns.map((column, i) => s("path", { d: path(time, this.data.columns[column], x, y), class: `line c${i % 8}`, "vector-effect": "non-scaling-stroke" }));
    const cursor = s("line", { y1: 0, y2: H, class: "cursor", "vector-effect": "non-scaling-stroke" });
    const values = columns.map((column, i) => h("span", { class: `c${i % 8}` }));
    const unit = /\[(.+)\]/.exec(columns[0])?.[1] ?? "";
    this.cursors.push({ cursor, values, columns, x });
    const picture = s("svg", {
      viewBox: `0 0 ${W} ${H}`, preserveAspectRatio: "none", class: "plot", role: "img", "aria-label": `${name} over time, from ${low.toFixed(2)} to ${high.toFixed(2)} ${unit}`,
      onpointerdown: (event) => { const box = picture.getBoundingClientRect(); this.seek(from + ((event.clientX - box.left) / box.width) * (to - from)); },
    }, lines, cursor);
    return h("figure", { class: "plot-box" }, h("figcaption", {}, h("span", { class: "plot-name" }, `${name}${unit ? ` [${unit}]` : ""}`), h("span", { class: "values mono" }, values)),
      h("div", { class: "plot-row" }, picture, h("span", { class: "range mono", "aria-hidden": "true" }, h("span", {}, high.toFixed(2)), h("span", {}, low.toFixed(2)))));
  }

  update(moment) {
    this.moment = moment;
    if (this.known < 0) return this.changed();
    this.mark(moment);
  }

  mark(moment) {
    if (!this.data?.time.length) return;
    const at = Math.max(0, bisect(this.data.time, moment.world));
    for (const { cursor, values, columns, x } of this.cursors) {
      const here = Math.min(W, Math.max(0, x(moment.world)));
      cursor.setAttribute("x1", here);
      cursor.setAttribute("x2", here);
      columns.forEach((column, i) => { values[i].textContent = `${short(column)} ${this.data.columns[column][at]?.toFixed(2) ?? "–"}`; });
    }
  }
}

const short = (column) => column.replace(/\s*\[.*\]/, "").replace(/^(joint\s+|end effector\s*)/, "").replace(/^.*joint_?/, "");

function path(time, values, x, y) {
  let pen = "M", text = "";
  for (let i = 0; i < time.length; i++) {
    if (values[i] === null) { pen = "M"; continue; }
    text += `${pen}${x(time[i]).toFixed(1)} ${y(values[i]).toFixed(1)}`;
    pen = "L";
  }
  return text;
}
