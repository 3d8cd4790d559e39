// Nothing typed is lost: a copy in this browser at every key, a draft on the server at every
// pause, and a status that says "Saved" only when the server has said so.
import { grow, keepMarks } from "./field.js";
import { show } from "./rows.js";
import { forget, recall, remember } from "./storage.js";

const PAUSE = 1500;
const RETRIES = [2000, 5000, 15000, 30000];
const timers = new WeakMap();

export const dirty = (form) => form.elements.text.value !== form.dataset.stored;

function say(state, time) {
  const status = document.getElementById("save-status");
  if (!status) return;
  // what is saved elsewhere must not hide a paragraph that is not
  if (state === "saved" && document.querySelector("form.edit[data-failed]")) state = "failed";
  const clock = time && new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  status.className = `save-status ${state}`;
  status.textContent = state ? [status.dataset[state], clock].filter(Boolean).join(" ") : "";
}

const keyOf = (form) => `workbench/${form.dataset.key}`;

const keepCopy = (form) => remember(keyOf(form), form.elements.text.value);
const forgetCopy = (form) => forget(keyOf(form));

/** Show a refusal's sentence, as the server wrote it, above the field; an empty one takes it away. */
function refuse(form, sentence) {
  form.querySelector(".refusal").innerHTML = sentence;
}

/** Number what the form sends, so that the server knows an earlier text that comes later. */
function count(form) {
  const { step } = form.elements;
  step.value = Math.max(Date.now(), Number(step.value) + 1);
  return step.value;
}

/** Save the form's text as a draft now; resolves to true when the server has it. */
export async function flush(form, attempt = 0) {
  clearTimeout(timers.get(form));
  if (form.dataset.leaving || !dirty(form)) return true;
  const text = form.elements.text.value;
  say("saving");
  count(form);
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST", body: new FormData(form), keepalive: text.length < 50000,
      headers: { "HX-Request": "true" },
    });
    if (!answer.ok || answer.redirected) {
      say(answer.status === 409 ? "conflict" : "failed");
      if (mayPass(answer.status)) retry(form, attempt);
      if (!answer.redirected && answer.status < 500 && answer.status !== 409) refuse(form, await answer.text());
      return false;
    }
    accept(form, text, await answer.json());
    refreshRows(answer.headers.get("X-Stale"));
    return true;
  } catch {
    say("failed");
    retry(form, attempt);
    return false;
  }
}

/** Show other rows anew whose findings have changed with this one's text; not one being edited. */
function refreshRows(stale) {
  for (const number of (stale ?? "").split(" ").filter(Boolean)) {
    const row = document.getElementById(`s${number}`);
    if (row && !row.matches(".editing")) show(row);
  }
}

/** Whether trying again may help: the server is away, or the person has to log in once more. */
const mayPass = (status) => status === 0 || status === 200 || status === 401 || status >= 500;

function retry(form, attempt) {
  const wait = RETRIES[Math.min(attempt, RETRIES.length - 1)];
  timers.set(form, setTimeout(() => form.isConnected && flush(form, attempt + 1), wait));
}

/** What a person who has gone on to another paragraph had confirmed is confirmed again. */
function sendAgain(form, action) {
  const button = form.querySelector(`[name=action][value="${action}"]`);
  if (!button || form.contains(document.activeElement)) { retry(form, 0); return; }
  const wait = RETRIES[Math.min(form.dataset.failed, RETRIES.length - 1)];
  timers.set(form, setTimeout(() => form.isConnected && button.click(), wait));
}

function accept(form, text, saved) {
  delete form.dataset.failed;
  form.elements.base.value = saved.revision;
  form.dataset.stored = text;
  if (dirty(form)) { later(form); return; }
  forgetCopy(form);
  refuse(form, "");
  say("saved", saved.time);
  replaceFindings(form, saved);
}

function replaceFindings(form, saved) {
  const active = document.activeElement;
  if (active && active.closest(".findings")) return;
  form.querySelector(".findings").outerHTML = saved.findings;
  form.querySelector(".mirror").outerHTML = saved.mirror;
  window.htmx?.process(form.querySelector(".findings"));
}

function later(form) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => form.isConnected && flush(form), PAUSE));
}

function open(form) {
  // htmx tells of a page's own forms once more, when something may have been typed already
  if (form.dataset.stored !== undefined) return;
  const field = form.elements.text;
  // after a conflict nothing is saved by itself: whose text stands is for the person to say
  form.dataset.stored = field.defaultValue;
  grow(field);
  offerRecovery(form);
  if (dirty(form)) typed(form); // a fast hand was there before the scripts
}

function typed(form) {
  grow(form.elements.text);
  keepMarks(form);
  keepCopy(form);
  say("typing");
  later(form);
}

function offerRecovery(form) {
  const copy = recall(keyOf(form));
  if (copy === null || copy === form.elements.text.value) return;
  form.querySelector(".recovered").hidden = false;
  form.querySelector("[data-recover]").onclick = () => {
    put(form, copy);
    form.querySelector(".recovered").hidden = true;
  };
  form.querySelector("[data-forget]").onclick = () => {
    forgetCopy(form);
    form.querySelector(".recovered").hidden = true;
  };
}

/** Put a text in the field as if it had been typed: undo works, the draft follows. */
export function put(form, text) {
  const field = form.elements.text;
  field.focus();
  field.select();
  if (!document.execCommand("insertText", false, text)) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const forms = (root) => (root.matches?.("form.edit") ? [root] : root.querySelectorAll("form.edit"));

export function watchDrafts() {
  document.querySelectorAll("form.edit").forEach(open);
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form.edit");
    if (form) typed(form);
  });
  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.("form.edit");
    if (form && event.target.name === "text" && !form.contains(event.relatedTarget)) flush(form);
  });
  window.addEventListener("pagehide", () => document.querySelectorAll("form.edit").forEach((form) => flush(form)));
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form.edit")) clearTimeout(timers.get(event.target));
  });
  document.addEventListener("htmx:load", (event) => forms(event.detail.elt).forEach(open));
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.detail.elt.closest?.("form.edit");
    if (form && event.detail.verb === "post") event.detail.parameters.step = count(form);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.detail.elt.closest?.("form.edit");
    if (form && event.detail.requestConfig.verb === "post") {
      clearTimeout(timers.get(form));
      form.dataset.leaving = "yes"; // the form itself is on its way: no draft may overtake it
      say("saving");
    }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { status } = event.detail.xhr;
    const refusal = event.detail.requestConfig.elt.closest("form.edit")?.querySelector(".refusal");
    if (status === 409) {
      // a refusal that carries the row with both texts is an answer to show, not a failure
      event.detail.shouldSwap = true;
      event.detail.isError = false;
      say("failed");
    } else if (status >= 400 && refusal) {
      event.detail.shouldSwap = true;
      event.detail.target = refusal;
      event.detail.swapOverride = "innerHTML";
    }
  });
  // a paragraph that was asked for and did not come: what was typed is not in question
  document.addEventListener("htmx:sendError", () => {
    if (!document.querySelector(".save-status:is(.typing, .saving, .failed, .conflict)")) say("away");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && document.querySelector(".save-status.away")) say("");
    // the row may be gone by now, so ask what sent the request, not where the event is
    const form = event.detail.requestConfig.elt.closest?.("form.edit");
    if (!form || event.detail.requestConfig.verb !== "post") return;
    const { xhr, successful } = event.detail;
    const { status } = xhr;
    // another page is on its way, of which htmx says no more than that; this one has nothing to save
    if (status === 200 && xhr.getResponseHeader("HX-Redirect")) { forgetCopy(form); return; }
    delete form.dataset.leaving;
    if (status === 409) return;
    if (!successful) {
      form.elements.text.readOnly = false;
      form.dataset.failed = Number(form.dataset.failed ?? -1) + 1;
      say("failed");
      if (mayPass(status)) sendAgain(form, event.detail.requestConfig.parameters.action);
      return;
    }
    forgetCopy(form);
    say("saved", Date.now());
    document.body.dispatchEvent(new Event("scores"));
    refreshRows(xhr.getResponseHeader("X-Stale"));
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-discard]")) forgetCopy(event.target.closest("form.edit"));
  });
}
