// The events around this moment, each to be opened as it was stored.
import { h, replace, words } from "./dom.js";

const BEFORE = 8, AFTER = 12;

export class LogPanel {
  constructor(element, run, go) { Object.assign(this, { element, run, go, shown: undefined }); }

  changed() { this.shown = undefined; }

  async update(moment) {
    if (moment.seq === this.shown) return;
    this.shown = moment.seq;
    const first = Math.max(0, moment.seq - BEFORE), last = Math.min(this.run.count - 1, first + BEFORE + AFTER);
    const events = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.run.event(first + i)));
    if (moment.seq !== this.shown) return;
    const open = this.element.contains(document.activeElement) ? document.activeElement.dataset.seq : null;
    replace(this.element, h("ol", { class: "events", start: first }, events.filter(Boolean).map((event) => this.line(event, moment.seq))));
    if (open) this.element.querySelector(`[data-seq="${open}"]`)?.focus({ preventScroll: true });
    const here = this.element.querySelector(".here");
    if (here) this.element.scrollTop = here.offsetTop - this.element.clientHeight / 2;
  }

  line(event, now) {
    const raw = h("pre", { hidden: true, tabindex: 0 });
    const open = async () => {
      raw.hidden = !raw.hidden;
      if (!raw.textContent) raw.textContent = JSON.stringify(await this.run.whole(event.seq), null, 1);
    };
    return h("li", { class: `${event.seq === now ? "here" : ""} ${tone(event)}`, value: event.seq },
      h("button", { type: "button", class: "event", "data-seq": event.seq, "aria-current": event.seq === now ? "true" : null, onclick: () => this.go(event.seq) },
        h("span", { class: "mono seq" }, String(event.seq)), h("span", { class: "mono time" }, `${this.run.times[event.seq].toFixed(2)} s`), h("span", { class: "kind" }, words(event.kind)), h("span", { class: "text" }, about(event))),
      h("button", { type: "button", class: "quiet raw", "aria-label": `Event ${event.seq} as stored`, onclick: open }, "{}"), raw);
  }
}

function tone(event) {
  if (event.kind === "failed" || event.kind === "safety_stopped" || event.success === false && event.kind === "verified") return "bad";
  if (event.kind === "step_finished" && !["done", "succeeded"].includes(event.status)) return "bad";
  return { recovered: "warn", asked: "ask", awaiting: "ask", answered: "ask", commanded: "ask" }[event.kind] ?? "";
}

function about(event) {
  const said = {
    run_started: () => event.task, understood: () => event.refused || event.goal.join("; "), observed: () => `${event.objects.length} objects, ${event.facts.length} facts`,
    ranked: () => event.candidates.find((candidate) => candidate.chosen)?.text ?? "no candidate", step_started: () => `${event.text || event.call}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ""}`,
    step_finished: () => `${event.status}${event.reason ? `: ${event.reason}` : ""}`, verified: () => `${event.success ? "done" : "not done"}, ${(event.probability * 100).toFixed(0)} %${event.judge ? `, by the ${event.judge}` : ""}`,
    recovered: () => `${words(event.recovery)}: ${event.reason}`, asked: () => event.question, answered: () => event.answer, awaiting: () => event.text || event.call, commanded: () => `${event.command} ${event.text}${event.ignored ? ` (ignored: ${event.ignored})` : ""}`,
    safety_stopped: () => event.reason, failed: () => `${event.error}: ${event.message}`, run_finished: () => `${words(event.status)}${event.reason ? `: ${event.reason}` : ""}`,
    prompted: () => `${event.purpose}, ${event.prompt.id} v${event.prompt.version}`, moved: () => `${event.count ?? 0} control periods`, filmed: () => `${event.camera}, ${event.frames} frames`, model_probed: () => `${event.model} scores by ${event.scorer}`, model_used: () => event.purpose,
  }[event.kind];
  try { return said ? said() : ""; } catch { return ""; }
}
