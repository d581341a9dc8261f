// Building the document. Text is only ever set as text: nothing here parses HTML.

export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const $ = (id) => document.getElementById(id);

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
}

export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

export function seconds(value, digits = 1) {
  if (value === null || value === undefined) return "–";
  if (value < 60) return `${value.toFixed(digits)} s`;
  return `${Math.floor(value / 60)} min ${String(Math.floor(value % 60)).padStart(2, "0")} s`;
}

export function when(epoch) {
  const date = new Date(epoch * 1000);
  const two = (n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export const words = (name) => String(name).replaceAll("_", " ");

// Of every state its sign: colour is never the only difference.
const SIGNS = {
  verified: ["good", "✓"], done: ["good", "✓"], succeeded: ["good", "✓"],
  not_achieved: ["bad", "✕"], failed: ["bad", "✕"], refused: ["bad", "⊘"], stopped_for_safety: ["bad", "■"],
  asked: ["ask", "?"], interrupted: ["warn", "‖"], running: ["live", "▶"],
};

export function badge(status) {
  const [tone, sign] = SIGNS[status] ?? ["plain", "·"];
  return h("span", { class: `badge ${tone}` }, h("span", { "aria-hidden": "true" }, sign), " ", words(status));
}

export async function load(address, options = {}) {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, ...options });
  if (answer.ok) return answer.json();
  let why = await answer.text();
  try { why = JSON.parse(why).detail ?? why; } catch { /* plain text */ }
  throw new Error(typeof why === "string" ? why.trim() : `the server answered ${answer.status}`);
}

export function themeSwitch(button) {
  const dark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const say = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("doable-theme", document.documentElement.dataset.theme); } catch { /* this page only */ }
    say();
  });
  say();
}

let toastTimer;
export function toast(text, bad = false) {
  const place = $("toast");
  place.textContent = text;
  place.className = `toast show ${bad ? "bad" : ""}`;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { place.className = "toast"; }, 5000);
}
