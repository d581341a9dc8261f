// The recovery ladder as it was climbed: one rung a kind of recovery, one mark each time it was used.
import { h, replace, s, words } from "./dom.js";

const RUNGS = ["retry", "next_choice", "replan", "ask", "stop"];
const ROW = 26, LEFT = 122;

export class LadderPanel {
  constructor(element, run, go) { Object.assign(this, { element, run, go, shown: undefined }); }

  changed() { this.shown = undefined; }

  async update(moment) {
    const all = this.run.all("recovered");
    const until = all.filter((seq) => seq <= moment.seq).length;
    const key = `${all.length}/${until}`;
    if (key === this.shown) return;
    this.shown = key;
    const first = Math.max(0, Math.min(until - 6, all.length - 12));
    const shown = all.slice(first, first + 12);
    const events = await Promise.all(shown.map((seq) => this.run.event(seq)));
    if (key === this.shown) this.draw(events.filter(Boolean), until - first, first, moment);
  }

  draw(events, until, first, moment) {
    if (!events.length) return replace(this.element, h("p", { class: "muted" }, "Nothing had to be recovered."));
    const now = events[until - 1];
    const step = Math.max(22, Math.min(44, 220 / events.length));
    const x = (i) => LEFT + 18 + i * step, y = (name) => 14 + (RUNGS.length - 1 - RUNGS.indexOf(name)) * ROW;
    const width = Math.max(340, x(events.length - 1) + 20);
    const picture = s("svg", { viewBox: `0 0 ${width} ${RUNGS.length * ROW + 4}`, class: "ladder-picture", role: "group", "aria-label": "Recoveries in order; the higher, the more was given up" });
    for (const name of RUNGS) {
      const left = now?.budget?.[name];
      picture.append(s("line", { x1: LEFT, x2: width - 4, y1: y(name), y2: y(name), class: "rung" }),
        s("text", { x: 0, y: y(name) + 4, class: `rung-name${now?.recovery === name ? " here" : ""}` }, words(name)), left === undefined ? "" : s("text", { x: LEFT - 6, y: y(name) + 4, class: "rung-left", "text-anchor": "end" }, `${left} left`));
    }
    picture.append(s("polyline", { class: "climb", points: events.slice(0, until).map((event, i) => `${x(i)},${y(event.recovery)}`).join(" ") }));
    events.forEach((event, i) => picture.append(this.rung(event, first + i + 1, x(i), y(event.recovery), i >= until, event === now)));
    const told = events.slice(Math.max(0, until - 3), until).map((event, i, last) => [event, first + until - last.length + i + 1]).reverse();
    const reasons = told.map(([event, number], i) => h("li", { value: number, class: i ? "muted" : "" }, h("strong", {}, words(event.recovery)), event.reason ? `: ${event.reason}` : ""));
    replace(this.element, picture, now ? h("ol", { class: "reasons", reversed: true }, reasons) : h("p", { class: "muted" }, "Nothing had to be recovered until here."));
  }

  rung(event, number, x, y, later, here) {
    const go = () => this.go(event.seq);
    return s("g", {
      class: `climbed${later ? " later" : ""}${here ? " here" : ""}`, transform: `translate(${x} ${y})`, tabindex: 0, role: "button", "aria-label": `recovery ${number}: ${words(event.recovery)}`, onclick: go,
      onkeydown: (pressed) => { if (pressed.key === "Enter") { pressed.stopPropagation(); go(); } },
    }, s("title", {}, event.reason), s("path", { d: "M0 -9 9 0 0 9 -9 0Z" }), s("text", { y: 3.5, "text-anchor": "middle" }, String(number)));
  }
}
