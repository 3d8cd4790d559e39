// What is shown: changes and scores can be hidden, and this browser remembers it.
import { recall, remember } from "./storage.js";

function set(name, shown) {
  document.body.classList.toggle(`no-${name}`, !shown);
  document.querySelectorAll(`[data-toggle="${name}"]`).forEach((chip) => chip.setAttribute("aria-pressed", String(shown)));
}

export function watchView() {
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
