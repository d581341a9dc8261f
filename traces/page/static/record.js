// One run in the browser: which event was when, and the events themselves as they are asked for, page by page.
import { clamp, load } from "./dom.js";

const CHUNK = 100;

// The greatest index whose value is not above the wanted one; -1 if there is none.
export function bisect(values, wanted) {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= wanted) low = middle + 1; else high = middle;
  }
  return low - 1;
}

export class Record {
  constructor(id, data) {
    this.id = id;
    this.summary = data.summary;
    this.started = data.started;
    this.live = data.live;
    this.mayAct = data.may_act;
    this.kinds = [];
    this.times = [];
    this.marks = [];
    this.clock = [];
    this.where = new Map();
    this.chunks = new Map();
    this.add(data.outline);
  }

  get count() { return this.kinds.length; }
  get end() { return Math.max(this.times.at(-1) ?? 0, 0.001); }

  add(outline, last = outline.kind.length - 1) {
    const skip = this.count - (last - outline.kind.length + 1);
    if (skip < 0) return false;
    const first = this.count;
    for (let i = skip; i < outline.kind.length; i++) {
      const kind = outline.kinds[outline.kind[i]];
      if (!this.where.has(kind)) this.where.set(kind, []);
      this.where.get(kind).push(this.count);
      this.kinds.push(kind);
      // Clocks may jump back; the time axis may not.
      this.times.push(Math.max(outline.time[i], this.times.at(-1) ?? 0));
    }
    this.marks.push(...outline.marks.filter((mark) => mark.seq >= first));
    if (outline.clock.length) this.clock = outline.clock;
    this.chunks.delete(Math.floor(first / CHUNK));
    this.derive();
    return this.count > first;
  }

  derive() {
    this.steps = [];
    this.failures = [];
    let span = null;
    for (const mark of this.marks) {
      const step = this.steps.at(-1);
      if (mark.kind === "step_started") this.steps.push({ seq: mark.seq, from: mark.time, to: null, label: mark.label, state: "running" });
      else if (mark.kind === "step_finished" && step) Object.assign(step, { to: mark.time, state: mark.bad ? "failed" : "done" });
      else if (mark.kind === "verified" && step) step.state = mark.bad ? "failed" : "done";
      // That a person corrected the run is not its failure.
      if (mark.bad && mark.kind !== "run_finished" && mark.label !== "interrupted" && !(mark.kind === "verified" && mark.span === span)) {
        this.failures.push(mark.seq);
        span = mark.span;
      }
    }
  }

  last(kind, seq) {
    const all = this.where.get(kind) ?? [];
    const at = bisect(all, seq);
    return at < 0 ? null : all[at];
  }

  all(kind) { return this.where.get(kind) ?? []; }

  async event(seq) {
    if (seq === null || seq === undefined || seq < 0 || seq >= this.count) return null;
    const chunk = Math.floor(seq / CHUNK);
    if (!this.chunks.has(chunk)) {
      const found = load(`/api/runs/${this.id}/events?after=${chunk * CHUNK - 1}&limit=${CHUNK}`);
      found.catch(() => this.chunks.delete(chunk));
      this.chunks.set(chunk, found);
    }
    const events = await this.chunks.get(chunk);
    return events[seq - chunk * CHUNK] ?? null;
  }

  whole(seq) { return load(`/api/runs/${this.id}/events/${seq}`); }

  file(path) { return `/files/${this.id}/${path.split("/").map(encodeURIComponent).join("/")}`; }

  // The world's clock stands still while the robot thinks.
  world(time) { return along(this.clock, 0, 1, time); }
  wall(world) { return along(this.clock, 1, 0, world); }
}

function along(pairs, from, to, value) {
  if (!pairs.length) return value;
  const column = pairs.map((pair) => pair[from]);
  const at = bisect(column, value);
  if (at < 0) return pairs[0][to];
  if (at === pairs.length - 1) return pairs[at][to];
  const span = pairs[at + 1][from] - pairs[at][from];
  const part = span > 0 ? (value - pairs[at][from]) / span : 0;
  return pairs[at][to] + clamp(part, 0, 1) * (pairs[at + 1][to] - pairs[at][to]);
}
