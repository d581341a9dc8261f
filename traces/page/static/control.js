// What a person tells a run while it goes on. The server sends it; the run says in its trace that it heard.
import { h, load, replace, toast } from "./dom.js";

export class ControlPanel {
  constructor(element, run) {
    Object.assign(this, { element, run, shown: undefined, fields: {} });
  }

  changed() { this.refresh(); }

  update() { if (this.shown === undefined) return this.refresh(); }

  async refresh() {
    const { run } = this;
    this.element.hidden = !run.live;
    if (!run.live) { this.shown = "over"; return; }
    const waiting = this.open("awaiting", ["step_started", "recovered", "run_finished"]), question = this.open("asked", ["answered", "run_finished", "run_resumed"]);
    const paused = await this.isPaused();
    const understood = run.last("understood", run.count);
    const key = `${waiting}/${question}/${paused}/${run.mayAct}/${understood}`;
    if (key === this.shown) return;
    this.shown = key;
    const [step, asked, goal] = await Promise.all([run.event(waiting), run.event(question), run.event(understood)]);
    if (key === this.shown) this.draw(step, asked, paused, goal);
  }

  // An event that nothing behind it has closed yet.
  open(kind, closing) {
    const seq = this.run.all(kind).at(-1) ?? null;
    if (seq === null) return null;
    return closing.some((other) => (this.run.all(other).at(-1) ?? -1) > seq) || this.decided(kind, seq) ? null : seq;
  }

  decided(kind, seq) {
    const commands = this.run.marks.filter((mark) => mark.kind === "commanded" && mark.seq > seq).map((mark) => mark.label);
    return commands.some((name) => (kind === "awaiting" ? ["approve", "veto", "stop"] : ["answer", "stop"]).includes(name));
  }

  async isPaused() {
    const last = this.run.marks.findLast((mark) => mark.kind === "commanded" && ["pause", "resume", "stop"].includes(mark.label));
    return last?.label === "pause";
  }

  draw(step, asked, paused, goal) {
    if (!this.run.mayAct) return replace(this.element, h("p", {}, "This run is live. To control it, open the address that ", h("code", {}, "doable trace serve"), " printed; it holds the token."));
    const focused = document.activeElement, correction = this.kept("Correct it in words", "correct", "e.g. put it in the green bowl");
    replace(this.element, h("div", { class: "row" }, this.button("■ Stop", "stop", "stop"), paused ? this.button("▶ Resume", "resume") : this.button("❚❚ Pause", "pause"), correction),
      goal && h("p", { class: "small" }, h("span", { class: "muted" }, goal.refused ? "It refuses: " : "It wants: "), goal.refused || goal.goal.join("; ")),
      step && h("div", { class: "row wait", role: "alert" }, h("span", {}, "Waits for approval: ", h("strong", {}, step.text || step.call)), this.button("✓ Approve", "approve", "good"), this.button("✕ Veto", "veto", "bad")),
      asked && h("div", { class: "row wait", role: "alert" }, h("span", {}, h("strong", {}, asked.question)), asked.options.map((option) => h("button", { type: "button", onclick: () => this.send("answer", option) }, option)), this.kept("Answer", "answer", "an answer", asked.seq)));
    if (focused.isConnected) focused.focus({ preventScroll: true });
  }

  button(label, command, tone = "") {
    return h("button", { type: "button", class: tone, "data-command": command, onclick: () => this.send(command) }, label);
  }

  // The same field however often the panel is drawn, so that nobody loses what they are typing; another `about` begins an empty one.
  kept(label, command, placeholder, about = null) {
    if (this.fields[command]?.about !== about) this.fields[command] = { about, form: this.field(label, command, placeholder) };
    return this.fields[command].form;
  }

  field(label, command, placeholder) {
    const input = h("input", { type: "text", maxlength: 2000, placeholder, "aria-label": label, autocomplete: "off" });
    const submit = async (event) => { event.preventDefault(); if (input.value.trim() && await this.send(command, input.value)) input.value = ""; };
    return h("form", { onsubmit: submit, "data-form": command }, input, h("button", {}, command === "answer" ? "Answer" : "Correct"));
  }

  async send(command, text = "") {
    try {
      await load(`/api/runs/${this.run.id}/commands`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ command, text }) });
      toast(`${command} sent`);
      return true;
    } catch (error) { toast(error.message, true); return false; }
  }
}
