// One run: a moment (an event's number and a time) that every panel follows.
import { CameraPanel } from "./camera.js";
import { ControlPanel } from "./control.js";
import { DecisionPanel } from "./decision.js";
import { $, badge, clamp, h, load, replace, seconds, themeSwitch, toast, when } from "./dom.js";
import { LadderPanel } from "./ladder.js";
import { LogPanel } from "./log.js";
import { MotionPanel } from "./motion.js";
import { PlanPanel } from "./plan.js";
import { PromptsPanel } from "./prompts.js";
import { Record, bisect } from "./record.js";
import { ScenePanel } from "./scene.js";
import { Timeline } from "./timeline.js";

const id = decodeURIComponent(location.pathname.split("/")[2]);
let run;
let moment = { seq: 0, time: 0 };
let panels = [];
let playing = null;
let drawing = false;

function go(seq, time = null) {
  const to = clamp(Math.round(seq), 0, run.count - 1);
  moment = { seq: to, time: time ?? run.times[to], world: 0 };
  moment.world = run.world(moment.time);
  if (!drawing) { drawing = true; requestAnimationFrame(draw); }
}

function seek(time) {
  const at = clamp(time, 0, run.end);
  go(Math.max(0, bisect(run.times, at)), at);
}

function draw() {
  drawing = false;
  const now = `${moment.time.toFixed(2)} s`;
  $("now").textContent = `${now} · event ${moment.seq} of ${run.count - 1} · ${run.kinds[moment.seq].replaceAll("_", " ")}`;
  for (const panel of panels) Promise.resolve(panel.update(moment)).catch((error) => toast(error.message, true));
  const wanted = new URLSearchParams({ at: moment.seq });
  if (Math.abs(moment.time - run.times[moment.seq]) > 0.005) wanted.set("t", moment.time.toFixed(2));
  rememberSoon(`${location.pathname}?${wanted}`);
}

// Browsers allow only so many changes of the address a second.
let remembering;
function rememberSoon(address) {
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, "", address), 150);
}

function jump(seqs, back = false) {
  const found = back ? seqs.findLast((seq) => seq < moment.seq) : seqs.find((seq) => seq > moment.seq);
  if (found === undefined) return toast(`no ${back ? "earlier" : "later"} one`);
  stopPlaying();
  unfollow();
  go(found);
}

const targets = {
  failure: () => run.failures,
  recovery: () => run.all("recovered"),
  question: () => [...run.all("asked"), ...run.all("awaiting")].sort((a, b) => a - b),
  decision: () => run.all("ranked"),
};

function frame(way) {
  stopPlaying();
  unfollow();
  const rate = camera.frameSeconds();
  if (rate) {
    const world = moment.world + way * rate;
    const time = run.wall(world);
    if (Math.abs(run.world(time) - moment.world) > rate / 4) return seek(time);
  }
  const seen = run.all("observed");
  const next = way > 0 ? seen.find((seq) => seq > moment.seq) : seen.findLast((seq) => seq < moment.seq);
  if (next !== undefined) go(next);
}

function togglePlaying() {
  if (playing !== null) return stopPlaying();
  unfollow();
  if (moment.time >= run.end) go(0);
  let before = performance.now();
  const tick = (now) => {
    seek(moment.time + (now - before) / 1000);
    before = now;
    playing = moment.time >= run.end ? null : requestAnimationFrame(tick);
    if (playing === null) stopPlaying();
  };
  playing = requestAnimationFrame(tick);
  replace($("play"), "❚❚");
  $("play").setAttribute("aria-label", "Pause");
}

function stopPlaying() {
  if (playing !== null) cancelAnimationFrame(playing);
  playing = null;
  replace($("play"), "▶");
  $("play").setAttribute("aria-label", "Play");
}

function unfollow() { $("follow").checked = false; }

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  const onButton = event.target.closest("button, a, summary, video");
  const back = event.shiftKey;
  const keys = {
    ArrowLeft: () => { unfollow(); stopPlaying(); go(moment.seq - (moment.time > run.times[moment.seq] + 1e-6 ? 0 : 1)); },
    ArrowRight: () => { unfollow(); stopPlaying(); go(moment.seq + 1); },
    Home: () => { unfollow(); stopPlaying(); go(0); },
    End: () => { stopPlaying(); go(run.count - 1); },
    ",": () => frame(-1), ".": () => frame(1),
    " ": onButton ? null : togglePlaying,
    f: () => jump(targets.failure(), back), r: () => jump(targets.recovery(), back),
    q: () => jump(targets.question(), back), d: () => jump(targets.decision(), back),
    "?": () => $("help").showModal(),
  };
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (keys[name]) { event.preventDefault(); keys[name](); }
}

function head() {
  const { summary, started } = run;
  document.title = `${summary.task || run.id} · Doable`;
  $("task").textContent = summary.task || "(no task)";
  $("task").title = summary.task;
  const status = run.live ? "running" : summary.status;
  replace($("status"), badge(status));
  const parts = [
    [summary.robot, summary.scene].filter(Boolean).join(" in "), summary.seed === null ? "" : `seed ${summary.seed}`, summary.model,
    when(summary.started), seconds(run.end), started.versions?.code ? `Doable ${started.versions.code}` : "",
  ].filter(Boolean);
  replace($("meta"), h("span", { class: "mono" }, run.id), parts.map((text) => h("span", {}, text)),
    link("forked from", started.parent_trace, started.parent_seq), link("replay of", started.replay_of), truth(summary));
  for (const [name, seqs] of Object.entries(targets)) {
    const button = $(`next-${name}`);
    button.querySelector(".tally").textContent = seqs().length;
    button.disabled = seqs().length === 0;
  }
  $("follow-label").hidden = !run.live;
}

function link(text, trace, seq = null) {
  if (!trace) return null;
  const at = seq === null || seq === undefined ? "" : `?at=${seq}`;
  return h("a", { href: `/runs/${encodeURIComponent(trace)}${at}` }, `${text} ${trace}`);
}

function truth(summary) {
  if (summary.success === null || summary.success === summary.verified) return null;
  return h("strong", { class: "warn-text" }, summary.success ? "the simulator says: achieved" : "the simulator says: not achieved");
}

function listen() {
  const last = run.count - 1;
  const stream = new EventSource(`/api/runs/${id}/stream?after=${last}`);
  stream.addEventListener("written", async (event) => {
    run.live = JSON.parse(event.data).live;
    if (!run.live) run.summary = (await load(`/api/runs/${id}`)).summary;
    refresh();
  });
  stream.addEventListener("events", (event) => {
    const known = run.add(JSON.parse(event.data), Number(event.lastEventId));
    if (known === false && Number(event.lastEventId) >= run.count) return location.reload();
    refresh();
    if ($("follow").checked) go(run.count - 1);
  });
}

function refresh() {
  head();
  for (const panel of panels) panel.changed?.();
  go(moment.seq, moment.time);
}

let camera;
async function begin() {
  themeSwitch($("theme"));
  try { run = new Record(id, await load(`/api/runs/${id}`)); } catch (error) {
    $("task").textContent = "This run cannot be shown";
    return toast(error.message, true);
  }
  camera = new CameraPanel($("camera"), run);
  panels = [
    new Timeline($("scrubber"), run, (time) => { stopPlaying(); unfollow(); seek(time); }),
    camera, new DecisionPanel($("decision"), run), new PlanPanel($("plan"), run, goAside),
    new ScenePanel($("scene"), run), new MotionPanel($("motion"), run, (world) => { stopPlaying(); unfollow(); seek(run.wall(world)); }),
    new LadderPanel($("ladder"), run, goAside), new PromptsPanel($("prompts"), run), new LogPanel($("log"), run, goAside),
    new ControlPanel($("control"), run),
  ];
  const wanted = new URLSearchParams(location.search);
  head();
  if (wanted.has("at")) unfollow();
  const at = wanted.has("at") ? Number(wanted.get("at")) || 0 : run.live ? run.count - 1 : Math.max(0, run.all("ranked")[0] ?? 0);
  go(at, wanted.has("t") ? clamp(Number(wanted.get("t")) || 0, 0, run.end) : null);
  document.addEventListener("keydown", key);
  $("play").addEventListener("click", togglePlaying);
  $("back").addEventListener("click", () => frame(-1));
  $("forth").addEventListener("click", () => frame(1));
  for (const name of Object.keys(targets)) $(`next-${name}`).addEventListener("click", (event) => jump(targets[name](), event.shiftKey));
  $("help-button").addEventListener("click", () => $("help").showModal());
  $("follow").addEventListener("change", () => { if ($("follow").checked) go(run.count - 1); });
  $("share").addEventListener("click", share);
  if (run.live || ["running", "interrupted", "asked", "failed"].includes(run.summary.status)) listen();
}

function goAside(seq) { stopPlaying(); unfollow(); go(seq); }

async function share() {
  const address = new URL(`${location.pathname}?at=${moment.seq}`, location.origin);
  if (moment.time - run.times[moment.seq] > 0.005) address.searchParams.set("t", moment.time.toFixed(2));
  try { await navigator.clipboard.writeText(address.href); toast("address of this moment copied"); } catch { toast(address.href); }
}

begin();
