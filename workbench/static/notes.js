// Notes: names are completed behind an @, Ctrl+Enter leaves the note, Escape goes back to the text.
// A note half written is kept in this browser until the server has it.
import { show } from "./rows.js";
import { forget, recall, remember } from "./storage.js";

const BEFORE = /(?:^|[^\p{L}\p{N}_.@])@([\p{L}\p{N}_'’ -]*)$/u;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

let wanted = false; // the caret, in the field of a new note
let settling = false; // an answer is on its way that shows the notes anew
const fields = (root) => [...root.querySelectorAll("[data-names]")];
const keyOf = (field) => `workbench/note/${field.form.getAttribute("action")}/${field.id}`;
const listOf = (field) => document.getElementById(field.getAttribute("aria-controls"));
const options = (field) => [...listOf(field).children];
const chosen = (field) => options(field).find((option) => option.getAttribute("aria-selected") === "true");

function hide(field) {
  if (!field.isConnected) return;
  listOf(field).hidden = true;
  listOf(field).replaceChildren();
  field.removeAttribute("aria-activedescendant");
}

function choose(field, option) {
  for (const each of options(field)) each.setAttribute("aria-selected", String(each === option));
  field.setAttribute("aria-activedescendant", option.id);
}

/** The names that go on as the letters behind the @ before the caret do. */
function offer(field) {
  const begun = BEFORE.exec(field.value.slice(0, field.selectionStart))?.[1];
  const names = begun === undefined ? [] : JSON.parse(field.dataset.names).filter((name) => plain(name).startsWith(plain(begun)));
  if (!names.length || names.some((name) => plain(name) === plain(begun))) { hide(field); return; }
  const list = listOf(field);
  list.replaceChildren(...names.slice(0, 8).map((name, index) => {
    const option = document.createElement("li");
    Object.assign(option, { id: `${list.id}-${index}`, textContent: name });
    option.setAttribute("role", "option");
    return option;
  }));
  list.hidden = false;
  choose(field, list.firstElementChild);
}

function accept(field, option) {
  const caret = field.selectionStart;
  const begun = BEFORE.exec(field.value.slice(0, caret))?.[1] ?? "";
  field.setSelectionRange(caret - begun.length, caret);
  if (!document.execCommand("insertText", false, `${option.textContent} `)) field.setRangeText(`${option.textContent} `, caret - begun.length, caret, "end");
  hide(field);
}

/** What a key does while names are offered; whether it did anything. */
function pick(field, key) {
  const all = options(field);
  const here = all.indexOf(chosen(field));
  if (key === "ArrowDown") choose(field, all[(here + 1) % all.length]);
  else if (key === "ArrowUp") choose(field, all.at(here - 1));
  else if (key === "Enter" || key === "Tab") accept(field, all[here]);
  else if (key === "Escape") hide(field);
  else return false;
  return true;
}

/** Put the caret where a new note is written, once that is there. */
function focusNew(notes) {
  const field = fields(notes).at(-1);
  if (!wanted || !field) return;
  wanted = false;
  field.focus();
}

/** Open the notes of the paragraph that has the focus, else of the one that is being edited. */
function openNotes() {
  const row = document.activeElement?.closest(".row") ?? document.querySelector(".row.editing");
  const notes = (row ?? document).querySelector("details.notes");
  if (!row && !notes) return false;
  wanted = true;
  if (!notes) { show(row, true); return true; }
  notes.open = true;
  focusNew(notes);
  return true;
}

function onKey(event) {
  const field = event.target;
  if (event.altKey && event.code === "KeyN" && openNotes()) event.preventDefault();
  if (!field.matches?.("[data-names]")) return;
  const offered = !listOf(field).hidden;
  if (offered && !event.ctrlKey && !event.metaKey && pick(field, event.key)) { event.preventDefault(); event.stopPropagation(); return; }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    event.stopPropagation();
    field.form.querySelector("button").click();
  } else if (event.key === "Escape") {
    event.preventDefault();
    field.closest(".row")?.querySelector("form.edit textarea")?.focus();
  }
}

/** The server has answered: what it has is no longer kept here. */
function onSwap(event) {
  const { xhr, requestConfig } = event.detail;
  const thread = requestConfig.elt.closest(".thread");
  if (!thread) return;
  if (xhr.status < 400) fields(thread).forEach((field) => forget(keyOf(field)));
  else settling = false;
}

/** Notes have come: what was half written goes on, and the focus is where it was or was meant. */
function onLoad(event) {
  const root = event.detail.elt;
  for (const field of fields(root)) field.value ||= recall(keyOf(field)) ?? "";
  if (root.matches(".row.editing") && wanted) openNotes();
  if (!root.matches("details.notes")) return;
  focusNew(root);
  // the button that was pressed is gone with what it was about
  if (settling && !document.activeElement?.closest("details.notes")) root.querySelector("summary").focus();
  settling = false;
}

export function watchNotes() {
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("htmx:beforeSwap", onSwap);
  document.addEventListener("htmx:sendError", () => { settling = false; });
  document.addEventListener("htmx:beforeRequest", (event) => { settling ||= Boolean(event.detail.requestConfig.elt.closest(".thread")); });
  document.addEventListener("htmx:load", onLoad);
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-names]")) return;
    remember(keyOf(event.target), event.target.value);
    offer(event.target);
  });
  document.addEventListener("focusout", (event) => event.target.matches?.("[data-names]") && setTimeout(() => hide(event.target), 200));
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest(".names [role=option]");
    if (!option) return;
    event.preventDefault();
    accept(option.closest(".names-stack").querySelector("textarea"), option);
  });
}
