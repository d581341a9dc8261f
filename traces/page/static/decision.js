// Every candidate of a decision: say and can as a pair of bars, and why it was not taken.
import { h, replace, s } from "./dom.js";

const FEW = 9;

export class DecisionPanel {
  constructor(element, run) {
    Object.assign(this, { element, run, shown: undefined, all: false });
  }

  async update(moment) {
    const seq = this.run.last("ranked", moment.seq);
    if (seq === this.shown) return;
    this.shown = seq;
    const event = await this.run.event(seq);
    if (seq === this.shown) this.draw(event, seq);
  }

  draw(event, seq) {
    if (!event) return replace(this.element, h("p", { class: "muted" }, "Nothing has been decided yet."));
    replace(this.element, candidates(event, this.all ? Infinity : FEW), facts(event, seq, this.run));
    const hidden = event.candidates.length - FEW;
    if (hidden <= 0) return;
    const text = this.all ? "Show fewer" : `Show ${hidden} more`;
    this.element.append(h("button", { type: "button", class: "more", onclick: () => { this.all = !this.all; this.draw(event, seq); } }, text));
  }
}

function facts(event, seq, run) {
  const unsaid = event.candidates.every((candidate) => candidate.say === null);
  const parts = [`event ${seq}`, `${event.candidates.length} candidates`];
  if (event.prompt) parts.push(`prompt ${event.prompt.id} v${event.prompt.version}`);
  if (event.cached_tokens) parts.push(`${event.cached_tokens} tokens cached`);
  if (event.seconds) parts.push(`${event.seconds.toFixed(2)} s`);
  return h("p", { class: "muted small" }, unsaid && "The language model was not asked here: only one plan was the best. ", parts.join(" · "));
}

export function candidates(event, most = Infinity) {
  const tells = new Set(event.candidates.map((candidate) => candidate.progress)).size > 1;
  const head = h("tr", {}, h("th", { scope: "col" }, "Candidate"), h("th", { scope: "col", class: "bars-head" }, h("span", { class: "key say" }, "say"), " ", h("span", { class: "key can" }, "can")),
    tells && h("th", { scope: "col", class: "number near" }, "progress"), h("th", { scope: "col", class: "number" }, "score"));
  const rows = event.candidates.slice(0, most).map((candidate) => row(candidate, tells));
  return h("table", { class: "candidates" }, h("caption", { class: "hidden" }, "Candidates, best first"), h("thead", {}, head), h("tbody", {}, rows));
}

function row(candidate, tells) {
  const name = h("th", { scope: "row" }, h("span", { class: "pointer", "aria-hidden": "true" }, candidate.chosen ? "▸" : ""),
    h("span", { class: "call" }, candidate.text || candidate.call), candidate.chosen && h("span", { class: "hidden" }, " (chosen)"),
    candidate.why_not && h("span", { class: "why" }, candidate.why_not));
  return h("tr", { class: candidate.chosen ? "chosen" : "" , title: candidate.call }, name,
    voices(candidate),
    tells && h("td", { class: "number near" }, number(candidate.progress)), h("td", { class: "number strong" }, number(candidate.score)));
}

function voices({ say, can }) {
  if ((say ?? null) === null && (can ?? null) === null) return h("td", { class: "bars muted small" }, "not asked");
  return h("td", { class: "bars" }, bar("say", say), bar("can", can));
}

function bar(name, value) {
  const known = value !== null && value !== undefined;
  const share = Math.min(1, Math.max(0, Number(value) || 0)) * 100;
  return h("div", { class: `pair${known ? "" : " unknown"}` },
    s("svg", { width: "100%", height: 8, "aria-hidden": "true" }, s("rect", { width: "100%", height: 8, rx: 2, class: known ? "track" : "track none" }), known && s("rect", { width: `${share}%`, height: 8, rx: 2, class: `fill ${name}` })),
    h("span", { class: "value" }, h("span", { class: "hidden" }, `${name} `), number(value)));
}

function number(value) {
  if (value === null || value === undefined) return "–";
  const n = Number(value);
  if (!Number.isFinite(n)) return String(value);
  return n > 0 && n < 0.005 ? "<0.01" : n.toFixed(2);
}
