// The list of runs: filters and sorting happen in the database; the address holds them all.
import { $, badge, h, load, replace, seconds, themeSwitch, toast, when, words } from "./dom.js";

const LIMIT = 50;
const FIELDS = ["text", "status", "skill", "failure", "since", "until"];
const address = new URLSearchParams(location.search);
const state = { sort: address.get("sort") ?? "started", descending: address.get("descending") !== "false", offset: Number(address.get("offset")) || 0 };
const chosen = new Set();
let asked = 0;

function query() {
  const wanted = new URLSearchParams();
  for (const name of FIELDS) if ($(name).value) wanted.set(name, $(name).value);
  if (state.sort !== "started") wanted.set("sort", state.sort);
  if (!state.descending) wanted.set("descending", "false");
  if (state.offset) wanted.set("offset", state.offset);
  return wanted;
}

function forServer(wanted) {
  const sent = new URLSearchParams(wanted);
  if (sent.has("since")) sent.set("since", Date.parse(`${sent.get("since")}T00:00:00`) / 1000);
  if (sent.has("until")) sent.set("until", Date.parse(`${sent.get("until")}T23:59:59.999`) / 1000);
  sent.set("limit", LIMIT);
  return sent;
}

async function refresh() {
  const number = ++asked;
  const wanted = query();
  history.replaceState(null, "", wanted.size ? `?${wanted}` : "/");
  try {
    const page = await load(`/api/runs?${forServer(wanted)}`);
    if (number === asked) show(page, wanted);
  } catch (error) { toast(error.message, true); }
}

function show(page, wanted) {
  options("status", page.facets.statuses, "any status");
  options("skill", page.facets.skills, "any skill");
  options("failure", page.facets.failures, "any or none");
  const filtered = FIELDS.some((name) => wanted.has(name));
  $("count").textContent = `${page.total.toLocaleString("en")} ${filtered ? "found" : page.total === 1 ? "run" : "runs"}`;
  const focused = document.activeElement?.closest?.("tr")?.dataset.id;
  replace($("rows"), page.runs.length ? page.runs.map(row) : empty(filtered));
  if (focused) document.querySelector(`tr[data-id="${CSS.escape(focused)}"] a`)?.focus();
  const last = Math.min(page.total, state.offset + LIMIT);
  $("page").textContent = page.total ? `${state.offset + 1}–${last} of ${page.total.toLocaleString("en")}` : "";
  document.querySelector(".pages").hidden = page.total <= LIMIT && state.offset === 0;
  $("before").disabled = state.offset === 0;
  $("next").disabled = last >= page.total;
  for (const button of document.querySelectorAll("[data-sort]")) {
    const here = button.dataset.sort === state.sort;
    button.closest("th").setAttribute("aria-sort", here ? (state.descending ? "descending" : "ascending") : "none");
  }
}

function empty(filtered) {
  const text = filtered ? "No run fits these filters." : "No runs yet. Start one with: doable run \"put the red block in the blue bowl\"";
  return h("tr", {}, h("td", { colspan: 9, class: "empty" }, text));
}

function row(run) {
  const pick = h("input", { type: "checkbox", "aria-label": `Compare ${run.task} (${run.id})`, onchange: (event) => choose(run.id, event.target) });
  pick.checked = chosen.has(run.id);
  const where = [run.robot, run.scene, run.seed === null ? "" : `seed ${run.seed}`].filter(Boolean).join(" · ");
  return h("tr", { "data-id": run.id },
    h("td", { class: "pick" }, pick),
    h("td", { class: "nowrap" }, badge(run.status), untrue(run)),
    h("td", { class: "task" }, h("a", { href: `/runs/${encodeURIComponent(run.id)}` }, run.task || "(no task)"),
      h("span", { class: "muted about" }, h("span", { class: "mono id" }, run.id), run.skills.length > 0 && h("span", { class: "skills" }, run.skills.map(words).join(", ")))),
    h("td", { class: "third muted" }, where),
    h("td", { class: "number second" }, String(run.steps)),
    h("td", { class: "number second" }, run.recoveries ? String(run.recoveries) : h("span", { class: "muted" }, "0")),
    h("td", { class: "second" }, run.failures.map((name) => h("span", { class: "chip" }, words(name)))),
    h("td", { class: "number" }, seconds(run.seconds)),
    h("td", { class: "second muted mono nowrap" }, when(run.started)));
}

// Where the simulator knows better than the run.
function untrue(run) {
  if (run.success === null || run.verified === null || run.success === run.verified) return null;
  const says = `the simulator says: ${run.success ? "achieved" : "not achieved"}`;
  return h("span", { class: "untrue", title: says }, " ", h("span", { "aria-hidden": "true" }, "≠"), h("span", { class: "hidden" }, says));
}

function options(name, values, none) {
  const select = $(name);
  const value = select.value || address.get(name) || "";
  const all = [...new Set([...values, ...(value ? [value] : [])])];
  replace(select, h("option", { value: "" }, none), all.map((text) => h("option", { value: text }, words(text))));
  select.value = value;
  address.delete(name);
}

function choose(id, box) {
  if (box.checked) chosen.add(id); else chosen.delete(id);
  if (chosen.size > 2) { const oldest = chosen.values().next().value; chosen.delete(oldest); refresh(); }
  $("compare").disabled = chosen.size !== 2;
}

for (const name of ["text", "since", "until"]) $(name).value = address.get(name) ?? "";
for (const name of ["status", "skill", "failure"]) options(name, [], "…");
let waiting;
$("filters").addEventListener("input", () => {
  state.offset = 0;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 120);
});
$("filters").addEventListener("submit", (event) => { event.preventDefault(); refresh(); });
$("clear").addEventListener("click", () => { for (const name of FIELDS) $(name).value = ""; state.offset = 0; refresh(); });
$("compare").addEventListener("click", () => { const [b, a] = [...chosen]; location.href = `/compare?${new URLSearchParams({ a, b })}`; });
$("before").addEventListener("click", () => { state.offset = Math.max(0, state.offset - LIMIT); refresh(); });
$("next").addEventListener("click", () => { state.offset += LIMIT; refresh(); });
for (const button of document.querySelectorAll("[data-sort]")) {
  button.addEventListener("click", () => {
    state.descending = state.sort === button.dataset.sort ? !state.descending : button.dataset.sort !== "task";
    Object.assign(state, { sort: button.dataset.sort, offset: 0 });
    refresh();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, select")) { event.preventDefault(); $("text").focus(); }
});
themeSwitch($("theme"));
refresh();
let again;
const stream = new EventSource("/api/stream");
stream.addEventListener("changed", () => { again ??= setTimeout(() => { again = undefined; refresh(); }, 400); });
