// What is shown: changes and scores can be hidden, and this browser remembers it.
import { recall, remember } from "./storage.js";

function set(name, shown) {
  document.body.classList.toggle(`no-${name}`, !shown);
  document.querySelectorAll(`[data-toggle="${name}"]`).forEach((chip) => chip.setAttribute("aria-pressed", String(shown)));
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

export function watchView() {
  watchBusy();
  for (const chip of document.querySelectorAll("[data-toggle]")) {
    const name = chip.dataset.toggle;
    set(name, recall(`workbench/show/${name}`) !== "no");
    chip.addEventListener("click", () => {
      const shown = chip.getAttribute("aria-pressed") !== "true";
      remember(`workbench/show/${name}`, shown ? "yes" : "no");
      set(name, shown);
    });
  }
}
