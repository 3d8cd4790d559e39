// Who else has the open paragraph open: asked when it opens and every 15 seconds while it is seen.

const EVERY = 15000;
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
  try {
    const answer = await fetch(form.dataset.presence, { method: "POST", body: body(form) });
    const place = form.querySelector(".presence");
    const said = answer.ok ? (await answer.text()).trim() : "";
    if (place.textContent !== said) place.textContent = said;
  } catch { /* it is a hint: without an answer there is none */ }
}

function leave(form) {
  fetch(form.dataset.presence, { method: "POST", body: body(form, true), keepalive: true }).catch(() => {});
}

export function watchPresence() {
  if (!document.getElementById("rows")) return;
  ask();
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
  document.addEventListener("htmx:load", (event) => event.detail.elt.matches?.(".row.editing") && ask());
  document.addEventListener("htmx:beforeCleanupElement", (event) => event.detail.elt.matches?.("form.edit") && leave(event.detail.elt));
  window.addEventListener("pagehide", () => opened() && leave(opened()));
}
