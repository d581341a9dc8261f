// What the language model was given for this decision, and what it wrote; the texts come when they are opened.
import { h, replace } from "./dom.js";

export class PromptsPanel {
  constructor(element, run) { Object.assign(this, { element, run, shown: undefined }); }

  async update(moment) {
    const ranked = this.run.last("ranked", moment.seq) ?? -1;
    const from = this.run.last("ranked", ranked - 1) ?? -1;
    const kinds = ["prompted", "understood", "model_used"];
    let asked = this.about(kinds, from, moment.seq);
    // Where the model was not asked, what it was asked last is what the decision rests on.
    const before = asked.length ? -1 : this.about(kinds, -1, moment.seq).at(-1) ?? -1;
    const then = this.run.last("ranked", before - 1) ?? -1;
    if (before >= 0) asked = this.about(kinds, then, before);
    const key = asked.join() + (before >= 0 ? " before" : "");
    if (key === this.shown) return;
    this.shown = key;
    const events = await Promise.all(asked.slice(-30).map((seq) => this.run.event(seq)));
    if (key !== this.shown) return;
    const none = before < 0 ? "The language model was not asked until here." : "Not asked for this decision; it goes on with what was read before:";
    replace(this.element, (before >= 0 || !events.length) && h("p", { class: "muted" }, none), events.filter(Boolean).map((event) => this.entry(event)));
  }

  about(kinds, from, until) {
    return kinds.flatMap((kind) => this.run.all(kind)).filter((seq) => seq > from && seq <= until).sort((a, b) => a - b);
  }

  entry(event) {
    if (event.kind === "understood") return h("div", { class: "entry" }, h("strong", {}, event.refused ? "Refused" : "Read as"), event.refused || event.goal.join("; "),
      event.wrote && h("details", {}, h("summary", {}, "what the model wrote"), h("pre", {}, event.wrote)), event.notes.map((note) => h("p", { class: "muted small" }, note)));
    if (event.kind === "model_used") return h("p", { class: `muted small${event.error ? " bad-text" : ""}` }, `${event.purpose}: ${event.calls} calls, ${event.cached} from the cache, ${event.prompt_tokens} tokens in, ${event.completion_tokens} out${event.error ? ` · failed: ${event.error}` : ""}`);
    const tokens = event.tokens === null || event.tokens === undefined ? "" : ` · ${event.tokens} tokens${event.cached_tokens ? `, ${event.cached_tokens} cached` : ""}`;
    const body = h("div", {}, h("p", { class: "muted" }, "loading…"));
    return h("details", { class: "entry", ontoggle: (toggled) => { if (toggled.target.open && !body.dataset.loaded) this.fill(body, event.seq); } },
      h("summary", {}, h("strong", {}, event.purpose), h("span", { class: "muted" }, ` ${event.prompt.id} v${event.prompt.version}${event.model ? ` · ${event.model}` : ""}${tokens}`)), body);
  }

  async fill(body, seq) {
    body.dataset.loaded = "yes";
    const event = await this.run.whole(seq);
    replace(body, h("h3", {}, "Prompt"), h("pre", { tabindex: 0 }, event.text), h("h3", {}, "Raw output"), h("pre", { tabindex: 0 }, event.output || "(nothing)"),
      h("p", { class: "muted small mono" }, `sha256 ${event.prompt.sha256}`));
  }
}
