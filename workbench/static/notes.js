// Notes: names are completed behind an @, Ctrl+Enter leaves the note, Escape goes back to the text.

const BEFORE = /(?:^|[^\p{L}\p{N}_.@])@([\p{L}\p{N}_'’ -]*)$/u;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

let wanted = false;
const listOf = (field) => document.getElementById(field.getAttribute("aria-controls"));
const options = (field) => [...listOf(field).children];
const chosen = (field) => options(field).find((option) => option.getAttribute("aria-selected") === "true");

function hide(field) {
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

/** Where a new note is written, once it is there. */
function focusNew(notes) {
  const field = [...notes.querySelectorAll("textarea")].at(-1);
  if (!wanted || !field) return;
  wanted = false;
  field.focus();
}

function onKey(event) {
  const field = event.target;
  if (event.altKey && event.code === "KeyN") {
    const notes = document.querySelector(".row.editing details.notes");
    if (!notes) return;
    event.preventDefault();
    wanted = true;
    notes.open = true;
    focusNew(notes);
  }
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

function onSwap(event) {
  const { xhr, requestConfig } = event.detail;
  const refusal = requestConfig.elt.closest(".thread")?.querySelector(".refusal");
  if (!refusal || xhr.status < 400) return;
  Object.assign(event.detail, { shouldSwap: true, target: refusal, swapOverride: "innerHTML" });
}

export function watchNotes() {
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("htmx:beforeSwap", onSwap);
  document.addEventListener("htmx:load", (event) => event.detail.elt.matches?.("details.notes") && focusNew(event.detail.elt));
  document.addEventListener("input", (event) => event.target.matches("[data-names]") && offer(event.target));
  document.addEventListener("focusout", (event) => event.target.matches?.("[data-names]") && setTimeout(() => hide(event.target), 200));
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest(".names [role=option]");
    if (!option) return;
    event.preventDefault();
    accept(option.closest(".names-stack").querySelector("textarea"), option);
  });
}
