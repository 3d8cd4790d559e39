// What is shown: changes and scores can be hidden, and the server remembers it for the person.

function toggle(chip) {
  const shown = chip.getAttribute("aria-pressed") !== "true";
  document.body.classList.toggle(`no-${chip.dataset.toggle}`, !shown);
  chip.setAttribute("aria-pressed", String(shown));
  const body = new URLSearchParams({ on: shown ? "1" : "0" });
  fetch(chip.formAction, { method: "POST", body, keepalive: true, headers: { "HX-Request": "true" } }).catch(() => {});
}

/** Say that a long answer is on its way, with a bar, as soon as its form is sent. */
function watchBusy() {
  for (const place of document.querySelectorAll("[data-busy]")) {
    place.closest("form").addEventListener("submit", () => {
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", place.dataset.says);
      place.replaceChildren(place.dataset.says, bar);
    });
  }
}

/** Light up the words, in both texts, of the finding that is pointed at or has the focus. */
function light(event) {
  const finding = event.target.closest?.("[data-finding]");
  for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
  if (!finding) return;
  const words = finding.closest(".row").querySelectorAll(`mark[data-findings~="${finding.dataset.finding}"]`);
  words.forEach((mark) => mark.classList.add("lit"));
}

/** One box ticks all the others of its form. */
function watchTicks() {
  for (const all of document.querySelectorAll("[data-tick-all]")) {
    const boxes = [...all.form.querySelectorAll("[name=hit]")];
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
    all.form.addEventListener("change", () => { all.checked = boxes.every((box) => box.checked); });
  }
}

/** A bar that is longer than the window shows the whole of what has the focus in it. */
function watchBars() {
  for (const bar of document.querySelectorAll(".toolbar")) {
    bar.addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "nearest" }));
  }
}

/** What somebody opened before the scripts were there is fetched as soon as they are. */
function catchUp(event) {
  const waiting = 'details[open][hx-trigger^="toggle"], details[open]:has([hx-trigger^="toggle"])';
  for (const opened of event.detail.elt.querySelectorAll(waiting)) opened.dispatchEvent(new Event("toggle"));
}

export function watchView() {
  document.addEventListener("htmx:load", catchUp);
  watchBars();
  watchBusy();
  watchTicks();
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  for (const chip of document.querySelectorAll("[data-toggle]")) {
    chip.addEventListener("click", (event) => { event.preventDefault(); toggle(chip); });
  }
}
