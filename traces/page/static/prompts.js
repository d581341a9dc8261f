// What the language model was given for this decision, and what it wrote; the texts come when they are opened.
import { h, replace } from "./dom.js";

export class PromptsPanel {
  constructor(element, run) { Object.assign(this, { element, run, shown: undefined }); }

  async update(moment) {
    const ranked = this.run.last("ranked", moment.seq) ?? -1;
    const from = this.run.last("ranked", ranked - 1) ?? -1;
    const asked = ["prompted", "understood", "model_used"].flatMap((kind) => this.run.all(kind)).filter((seq) => seq > from && seq <= moment.seq).sort((a, b) => a - b);
    const key = asked.join();
    if (key === this.shown) return;
    this.shown = key;
    const events = await Promise.all(asked.slice(-30).map((seq) => this.run.event(seq)));
    if (key !== this.shown) return;
    replace(this.element, events.length ? events.filter(Boolean).map((event) => this.entry(event)) : h("p", { class: "muted" }, "The language model was not asked for this decision."));
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
