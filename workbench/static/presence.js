// Who else has the open paragraph open: asked when it stays open, and every 15 seconds while it is seen.

const EVERY = 15000;
const SETTLED = 600; // ms: whoever passes through is not there
const known = new WeakSet();
let waiting = null;

const opened = () => document.querySelector("form.edit");

function body(form, leave) {
  const said = new FormData();
  said.set("form", form.elements.form.value);
  if (leave) said.set("leave", "1");
  return said;
}

async function ask() {
  const form = opened();
  if (!form || document.hidden) return;
  known.add(form);
  try {
    const answer = await fetch(form.dataset.presence, { method: "POST", body: body(form) });
    const said = answer.ok ? (await answer.text()).trim() : "";
    const place = form.querySelector(".presence");
    if (place.textContent !== said) place.textContent = said;
  } catch { /* it is a hint: without an answer there is none */ }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, SETTLED);
}

function leave(form) {
  if (!form || !known.has(form)) return;
  fetch(form.dataset.presence, { method: "POST", body: body(form, true), keepalive: true }).catch(() => {});
}

export function watchPresence() {
  if (!document.getElementById("rows")) return;
  soon();
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", soon);
  document.addEventListener("htmx:load", (event) => event.detail.elt.matches?.(".row.editing") && soon());
  document.addEventListener("htmx:beforeCleanupElement", (event) => event.detail.elt.matches?.("form.edit") && leave(event.detail.elt));
  window.addEventListener("pagehide", () => leave(opened()));
}
