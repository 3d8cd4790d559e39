// The keys of the trade, and moving between paragraphs.
import { flush } from "./drafts.js";
import { textBefore } from "./field.js";
import { show } from "./rows.js";

const rows = () => [...document.querySelectorAll(".row")];
const current = () => document.activeElement?.closest?.(".row") ?? document.querySelector(".row.editing");

/** Open a row for editing; the one that was open keeps its text as a draft and closes. */
function open(row) {
  if (!row) return;
  if (row.querySelector("form.edit")?.dataset.leaving) whenAnswered(row.id);
  else if (row.classList.contains("editing")) row.querySelector("[data-focus]").focus();
  else show(row, true);
}

/** Open a row that was clicked, with the caret at the place in its English that was clicked. */
async function openAt(row, event) {
  const text = event.target.closest(".target .text");
  const before = text && textBefore(text, event)?.cloneContents();
  before?.querySelectorAll("del").forEach((taken) => taken.remove());
  await show(row, true);
  const field = document.getElementById(row.id)?.querySelector("textarea[name=text]");
  if (before && field) field.setSelectionRange(before.textContent.length, before.textContent.length);
}

/** Open a row whose form is on its way to the server as soon as it is back. */
function whenAnswered(id) {
  const look = (event) => {
    if (event.detail.elt.id !== id) return;
    document.removeEventListener("htmx:load", look);
    open(event.detail.elt);
  };
  document.addEventListener("htmx:load", look);
}

async function close(row) {
  const form = row.querySelector("form.edit");
  // a form on its way to the server is shown as the server answers
  if (form?.dataset.leaving) return;
  if (form ? await flush(form) : row.querySelector("form.review")) await show(row);
}

/** Go into the open row if the focus is elsewhere on the page; whether it was. */
function enter() {
  const row = document.querySelector(".row.editing");
  if (!row || document.activeElement.closest(".row")) return false;
  open(row);
  return true;
}

function step(by) {
  if (enter()) return;
  const all = rows();
  open(all[all.indexOf(current()) + by]);
}

function nextProblem() {
  const all = rows();
  const here = all.indexOf(current());
  const flagged = (row) => row.querySelector(".tag:not(.neutral)");
  open(all.slice(here + 1).find(flagged) ?? all.slice(0, Math.max(here, 0)).find(flagged));
}

/** Put a suggestion in the place of the words it is about, and leave the caret behind it. */
export function applySuggestion(button) {
  const form = button.closest("form.edit");
  const field = form.elements.text;
  const { words, suggestion } = button.dataset;
  // offsets count code points, a field counts UTF-16 units
  const units = [...field.value].slice(0, Number(button.dataset.start)).join("").length;
  const start = field.value.startsWith(words, units) ? units : field.value.indexOf(words);
  if (start < 0) return;
  field.focus();
  field.setSelectionRange(start, start + words.length);
  if (!document.execCommand("insertText", false, suggestion)) {
    field.setRangeText(suggestion, start, start + words.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  flush(form);
}

/** Where the caret stands, in code points, for a split there. */
function noteCaret(form) {
  const field = form.elements.text;
  form.elements.caret.value = [...field.value.slice(0, field.selectionStart)].length;
}

function onKey(event) {
  const control = event.ctrlKey || event.metaKey;
  const form = event.target.closest?.("form.edit");
  const act = (action) => { event.preventDefault(); action(); };
  if (event.key === "F1") return act(() => document.getElementById("keys")?.showModal());
  if (control && event.shiftKey && event.key === "Enter") return act(nextProblem);
  if (control && event.key === "Enter" && !form) {
    const sending = event.target.closest?.("details.send-back");
    const button = sending?.querySelector("button") ?? current()?.querySelector("[data-primary]");
    if (button) return act(() => button.click());
  }
  if (event.altKey && event.code === "KeyB") {
    const details = current()?.querySelector("details.send-back");
    if (details) return act(() => { details.open = true; details.querySelector("textarea").focus(); });
  }
  if (event.altKey && event.code === "KeyC") {
    const link = current()?.querySelector("[data-write]");
    if (link) return act(() => link.click());
  }
  if (control && event.key === "Enter" && form) return act(() => form.querySelector("[value=confirm]").click());
  if (control && event.key === "Enter" && enter()) return event.preventDefault();
  if (control && event.key.toLowerCase() === "s" && form) return act(() => flush(form));
  if (control && event.key === "ArrowDown") return act(() => step(1));
  if (control && event.key === "ArrowUp") return act(() => step(-1));
  if (event.altKey && (event.key === "Enter" || event.code === "KeyJ")) {
    const button = current()?.querySelector(`[data-repair] [value=${event.key === "Enter" ? "split" : "merge"}]`);
    if (button) return act(() => button.click());
  }
  if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
    const button = current()?.querySelector(`[data-number="${event.code.at(-1)}"]`);
    if (button) act(() => applySuggestion(button));
  }
  if (event.key === "Escape" && event.target.closest?.("form.edit, form.review") && !document.querySelector("dialog[open]")) return act(() => close(event.target.closest(".row")));
}

function onClick(event) {
  const apply = event.target.closest("[data-suggestion]");
  if (apply) { event.preventDefault(); event.stopPropagation(); applySuggestion(apply); return; }
  if (event.target.closest("[data-repair] button")) noteCaret(event.target.closest("form.edit"));
  if (event.target.closest("[data-next]")) nextProblem();
  if (event.target.closest("[data-help]")) document.getElementById("keys").showModal();
  const link = event.target.closest(".rows .edit-link");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); open(link.closest(".row")); return; }
  const text = event.target.closest(".row:not(.editing) .target");
  if (text && !event.target.closest("a, button, summary") && getSelection().isCollapsed) openAt(text.closest(".row"), event);
}

/** One row is open at a time: what was open before is saved and shown as text. */
function onLoad(event) {
  const row = event.detail.elt;
  if (!row.matches?.(".row")) return;
  if (row.matches(".editing")) {
    document.querySelectorAll(".row.editing").forEach((other) => other !== row && close(other));
    const field = row.querySelector("[data-focus]");
    field.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  } else if (!document.querySelector(".row.editing")) {
    row.querySelector(".edit-link")?.focus({ preventScroll: true });
  }
}

export function watchKeys() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick, true);
  document.addEventListener("htmx:load", onLoad);
  // a link to one open paragraph leads into its field
  if (new URLSearchParams(location.search).has("edit")) window.addEventListener("load", () => setTimeout(enter));
}
