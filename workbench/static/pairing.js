// The pairing page: the keys act on the marked row, and a step leaves you where you were.
const form = () => document.getElementById("pairing");
const marked = () => form().querySelector('input[name="row"]:checked');
const rowOf = (element) => element?.closest(".pair");

let underWay = false; // a step that the server has not answered yet
let kept = []; // the keys pressed meanwhile: they are about the pairs as the answer leaves them

/** Mark a row; the page moves only if the row is out of sight. */
function mark(row) {
  const radio = row?.querySelector('input[name="row"]');
  if (!radio) return;
  radio.checked = true;
  document.getElementById("role").value = row.dataset.role;
  radio.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const rows = [...form().querySelectorAll(".pair")];
  mark(rows[rows.indexOf(rowOf(marked())) + by]);
}

/** The next row that the program is unsure of, or that has one side only; round the end. */
function nextToLookAt() {
  const rows = [...form().querySelectorAll(".pair")];
  const here = rows.indexOf(rowOf(marked()));
  const wanted = (row) => row.hasAttribute("data-look");
  mark(rows.slice(here + 1).find(wanted) ?? rows.slice(0, here + 1).find(wanted));
}

function tick(side) {
  const boxes = [...rowOf(marked()).querySelectorAll(`input[name="${side}"]`)];
  const all = boxes.every((box) => box.checked);
  boxes.forEach((box) => { box.checked = !all; });
}

/** Show the row's sentences, to choose a place between them, or the plain row again. */
async function splitting(row, on) {
  const radio = row.querySelector('input[name="row"]');
  const address = `${form().dataset.row}?row=${radio.value}&split=${on ? 1 : 0}`;
  // what goes wrong is told by htmx's events; the row stays as it is
  await window.htmx.ajax("GET", address, { target: row, swap: "outerHTML" }).catch(() => {});
  const shown = document.getElementById(row.id);
  if (shown === row) return;
  const place = shown.querySelector(".cut input:checked") ?? shown.querySelector(".cut input");
  if (on && place) place.focus(); else mark(shown);
}

/** Nothing ticked: the marked row itself is meant. */
function tickMarked() {
  const ticked = form().querySelector('input[type="checkbox"]:checked');
  if (!ticked) rowOf(marked())?.querySelectorAll('input[type="checkbox"]').forEach((box) => { box.checked = true; });
}

function nameOf(event) {
  const modifiers = [
    (event.ctrlKey || event.metaKey) && "control", event.altKey && "alt", event.shiftKey && "shift",
  ];
  return [...modifiers.filter(Boolean), event.key.toLowerCase()].join("+");
}

/** Do what a key stands for; whether it stands for anything. */
function act(name) {
  const own = { i: () => tick("source"), e: () => tick("target"), arrowdown: () => step(1), arrowup: () => step(-1) }[name];
  const button = form().querySelector(`.tools [data-key="${CSS.escape(name)}"]`);
  if (!own && !button) return false;
  if (underWay) kept.push(name);
  else if (own) own();
  else if (button.matches("select")) button.focus();
  else button.click();
  return true;
}

function onKey(event) {
  // the focus is nowhere while the row it was on is shown anew
  const inside = event.target === document.body || event.target.closest?.("#pairing");
  const open = document.querySelector("dialog[open]");
  if (event.key === "F1") { event.preventDefault(); document.getElementById("keys").showModal(); return; }
  if (!inside || open) return;
  if (event.target.matches("select")) {
    if (event.key === "Enter") { event.preventDefault(); form().querySelector('[value="role"]').click(); }
    return;
  }
  const cut = event.target.closest(".pair")?.querySelector(".cut");
  if (cut && event.key === "Escape") { event.preventDefault(); splitting(rowOf(cut), false); return; }
  if (cut && event.key === "Enter") { event.preventDefault(); rowOf(cut).querySelector('[value="split"]').click(); return; }
  if (cut) return;
  if (act(nameOf(event))) event.preventDefault();
}

function onClick(event) {
  const button = event.target.closest("button, a");
  if (button?.matches("[data-next-look]")) nextToLookAt();
  if (button?.matches("[data-help]")) document.getElementById("keys").showModal();
  if (button?.matches("[data-split]")) { event.preventDefault(); event.stopPropagation(); splitting(rowOf(marked()), true); }
  if (button?.matches("[data-cancel]")) { event.preventDefault(); splitting(rowOf(button), false); }
  if (button?.matches('[value="drop"]')) tickMarked();
  if (button?.dataset.row) mark(rowOf(button));
  const row = rowOf(event.target);
  if (row && !event.target.closest("input, button, a, label, select") && getSelection().isCollapsed) mark(row);
}

/** After a step the server says which row to stand on. */
function onSettled() {
  const chosen = document.getElementById("tools").dataset.chosen;
  document.querySelectorAll("#tools [data-enhanced]").forEach((element) => { element.hidden = false; });
  if (chosen) mark(document.getElementById(`p${chosen}`));
}

const isStep = (event) => event.detail.requestConfig.verb === "post";

/** A step is answered: the keys pressed meanwhile act on what it left; after a refusal they mean nothing. */
function onAnswered(event) {
  if (!isStep(event)) return;
  const { successful } = event.detail;
  setTimeout(() => {
    underWay = false;
    if (successful) onSettled();
    const names = kept;
    kept = [];
    if (successful) names.forEach(act);
  });
}

function onRefused(event) {
  if (event.detail.xhr.status < 400) return;
  event.detail.shouldSwap = true;
  event.detail.target = document.getElementById("pairing-error");
  event.detail.swapOverride = "innerHTML";
}

/** No answer came: say so, and leave all as it is. */
function onNoAnswer() {
  const place = document.getElementById("pairing-error");
  const sentence = document.createElement("p");
  sentence.className = "alert";
  sentence.textContent = place.dataset.noAnswer;
  place.replaceChildren(sentence);
}

export function watchPairing() {
  if (!form()) return;
  document.addEventListener("keydown", onKey);
  form().addEventListener("click", onClick, true);
  form().addEventListener("htmx:beforeSwap", onRefused);
  document.addEventListener("htmx:sendError", onNoAnswer); // a row that is asked for is asked for by the body
  form().addEventListener("htmx:beforeRequest", (event) => { underWay ||= isStep(event); });
  form().addEventListener("htmx:afterRequest", onAnswered);
  // the browser moves the focus to the address's fragment at the very end: mark the row after that
  const start = () => document.activeElement === document.body && mark(rowOf(marked()));
  if (document.readyState === "complete") setTimeout(start);
  else window.addEventListener("load", () => setTimeout(start));
  mark(rowOf(marked()));
}
