// Errors that people mark: Alt+E takes the chosen words, a digit says how bad, Enter marks them;
// Alt+Y confirms what a check has found.
import { flush } from "./drafts.js";
import { show } from "./rows.js";

let wanted = null; // the words that were chosen, until there is a form for them
let left = null; // the field that was left for the form, and what was chosen in it
let closed = false; // whether the panel was closed when it was asked for anew

const points = (text) => [...text].length;
const rowOf = () => document.activeElement?.closest(".row") ?? document.querySelector(".row.editing");
const fieldOf = (row) => row?.querySelector("textarea[name=text]");

/** The words that are chosen: in the field, or in one of the texts; none stands for all the Italian. */
function chosen(field) {
  if (field && field === document.activeElement && field.selectionStart < field.selectionEnd) {
    const { selectionStart: start, selectionEnd: end, value } = field;
    return { side: "target", words: value.slice(start, end), near: points(value.slice(0, start)) };
  }
  const selection = getSelection();
  const text = selection.anchorNode?.parentElement?.closest(".text[lang], .source[lang]");
  if (!text || selection.isCollapsed || !selection.toString().trim()) return { side: "source", words: "", near: "" };
  const range = selection.getRangeAt(0);
  const before = range.cloneRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  return { side: text.lang === "en" ? "target" : "source", words: selection.toString(), near: points(before.toString()) };
}

/** The reader's mark that shares words with what is chosen: it is probably the one that is meant. */
function sharing({ side, words, near }, panel) {
  const end = near + points(words);
  return words && [...panel.querySelectorAll("[data-own]")].find(({ dataset }) => dataset.side === side && Number(dataset.start) < end && near < Number(dataset.end));
}

/** Fill the form with what was chosen, and go to how bad it is. */
function fill(panel) {
  const form = panel.querySelector("[data-marking]");
  if (!wanted || !form) return;
  const own = sharing(wanted, panel);
  for (const name of ["side", "words", "near"]) form.elements[name].value = wanted[name];
  if (own) {
    form.elements.instead.value = own.dataset.own;
    for (const name of ["severity", "category", "comment"]) form.elements[name].value = own.dataset[name];
  }
  wanted = null;
  form.querySelector("[name=severity]:checked").focus();
}

function begin() {
  const row = rowOf();
  const panel = (row ?? document).querySelector("details.marks");
  if (!row && !panel) return false;
  const field = fieldOf(row);
  wanted = chosen(field);
  left = field && { field, start: field.selectionStart, end: field.selectionEnd };
  if (!panel) { show(row, true); return true; }
  panel.open = true;
  fill(panel);
  return true;
}

/** Back to the field that was left, with the same words chosen; or else to the open paragraph. */
function goBack(row) {
  const field = left?.field.isConnected ? left.field : row?.querySelector("[data-focus]");
  field?.focus();
  if (field === left?.field) field?.setSelectionRange(left.start, left.end);
  left = null;
}

/** The finding whose words hold the caret. */
function underCaret(row) {
  const field = fieldOf(row);
  let place = 0;
  for (const node of field === document.activeElement ? row.querySelector(".mirror").childNodes : []) {
    place += node.textContent.length;
    if (place >= field.selectionStart) return row.querySelector(`[data-finding="${node.dataset?.findings.split(" ")[0]}"]`);
  }
  return null;
}

/** Confirm the finding that has the focus or the caret, or the first that is not confirmed yet. */
function confirmFinding() {
  const row = rowOf();
  const here = document.activeElement?.closest("[data-finding]") ?? (row && underCaret(row));
  const button = here?.querySelector("[data-confirm]") ?? row?.querySelector("[data-confirm][aria-pressed=false]");
  button?.click();
  return Boolean(button);
}

function onKey(event) {
  const { target, altKey, code, key } = event;
  const plain = !event.ctrlKey && !event.metaKey && !altKey;
  const act = () => { event.preventDefault(); event.stopPropagation(); };
  if (altKey && !event.shiftKey && code === "KeyE" && begin()) act();
  if (altKey && !event.shiftKey && code === "KeyY" && confirmFinding()) act();
  const form = target.closest?.("[data-marking]");
  if (form && plain && target.type === "radio" && /^[1-4]$/.test(key)) {
    act();
    const radio = form.querySelector(`[data-digit="${key}"]`);
    radio.checked = true;
    radio.focus();
  }
  if (key === "Escape" && target.closest?.("details.marks") && target.closest(".row")) { act(); goBack(target.closest(".row")); }
}

/** What is marked must be on the server: a text half written is saved first. */
function onConfirm(event) {
  const { elt, issueRequest } = event.detail;
  if (!elt.matches?.("form.marking")) return;
  closed = !elt.closest("details.marks").open;
  const form = elt.closest(".row")?.querySelector("form.edit");
  if (!form) return;
  event.preventDefault();
  flush(form).then(() => issueRequest(true));
}

/** The marks have come: the findings say which of them are confirmed, and the focus is where it was. */
function onLoad(event) {
  const panel = event.detail.elt;
  if (panel.matches(".row.editing") && wanted) { fill(panel); return; }
  if (!panel.matches("details.marks") || panel.dataset.confirmed === undefined) return;
  if (closed) panel.open = false;
  closed = false;
  const confirmed = panel.dataset.confirmed.split(" ");
  const row = panel.closest(".row");
  for (const each of row?.querySelectorAll("[data-finding]") ?? []) {
    each.querySelector("[data-confirm]")?.setAttribute("aria-pressed", String(confirmed.includes(each.dataset.finding)));
  }
  if (wanted) fill(panel);
  else if (panel.querySelector("[data-chosen]")) panel.querySelector("[name=severity]:checked").focus();
  else if (!document.activeElement?.closest(".row")) { if (left) goBack(row); else panel.querySelector("summary").focus(); }
}

export function watchMarks() {
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("htmx:confirm", onConfirm);
  document.addEventListener("htmx:load", onLoad);
}
