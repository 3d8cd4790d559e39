// The next paragraph is fetched while its predecessor is being worked on, so that a confirmation
// need not wait for the server, however far away it is. What the server says of the confirmed one
// comes later, to its own row.
import { addressOf } from "./rows.js";

const PAUSE = 400;
let fetched = null; // {row, html}: the row that the html would open
let timer;

const reviewing = () => new URLSearchParams(location.search).get("mode") === "review";
const waits = (row) => (reviewing()
  ? row.matches(".state-translated")
  : !row.matches(".state-translated, .state-reviewed, .state-final"));

/** The row that a confirmation of this one opens, as the server will choose it too. */
function following(row) {
  let next = row;
  do next = next.nextElementSibling ?? row.parentElement.firstElementChild;
  while (next !== row && !(next.matches(".row:not(.editing)") && waits(next)));
  return next === row ? null : next;
}

async function fetchNext(open) {
  fetched = null;
  const row = open.isConnected && following(open);
  if (!row) return;
  try {
    const answer = await fetch(addressOf(row, true), { headers: { "HX-Request": "true" } });
    if (answer.ok && !answer.redirected) fetched = { row, html: await answer.text() };
  } catch { /* it is fetched when it is needed */ }
}

function onLoad(event) {
  const row = event.detail.elt;
  if (!row.matches?.(".row.editing")) return;
  clearTimeout(timer);
  timer = setTimeout(fetchNext, PAUSE, row);
}

/** A confirmation is about to be sent: open the next at once, and tell the server so. */
function onRequest(event) {
  const { elt, verb, parameters, headers } = event.detail;
  const row = elt.closest?.(".row.editing");
  const leaves = ["confirm", "approve"].includes(parameters.action);
  if (!row || verb !== "post" || !leaves || !row.contains(document.activeElement)) return;
  const next = fetched;
  fetched = null;
  if (!next?.row.isConnected || following(row) !== next.row) return;
  const left = row.querySelector("textarea[name=text]");
  if (left) left.readOnly = true; // what is on its way is not written in
  headers["X-Opened"] = next.row.dataset.segment;
  setTimeout(() => window.htmx.swap(next.row, next.html, { swapStyle: "outerHTML" }));
}

export function watchAhead() {
  document.addEventListener("htmx:load", onLoad);
  document.addEventListener("htmx:configRequest", onRequest);
  const open = document.querySelector(".row.editing");
  if (open) timer = setTimeout(fetchNext, PAUSE, open);
}
