// The memory beside the text, and the concordance of chosen words.
import { put } from "./drafts.js";

/** Open or close a part of the panel of the open paragraph, and put the focus there or back. */
export function togglePart(name) {
  const form = document.querySelector("form.edit");
  const part = form?.querySelector(`details.${name}`);
  if (!part) return false;
  part.open = !part.open;
  (part.open ? part.querySelector("summary") : form.elements.text).focus();
  return true;
}

/** The words that are chosen in the field, or on the page, and in which language they are. */
function chosen() {
  const field = document.activeElement;
  if (field?.name === "text") return [field.value.slice(field.selectionStart, field.selectionEnd), "en"];
  const selection = getSelection();
  const place = selection.anchorNode?.parentElement?.closest("[lang]");
  return [selection.toString(), place?.lang === "en" ? "en" : "it"];
}

function lookUp() {
  const [words, language] = chosen();
  const asked = words.trim() ? new URLSearchParams({ words: `"${words.trim().slice(0, 200)}"`, language, whole: "1" }) : "";
  window.open(`${document.getElementById("rows").dataset.concordance}?${asked}`, "_blank");
}

export function watchMemory() {
  if (!document.getElementById("rows")) return;
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyM" && togglePart("memory")) event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); lookUp(); }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-put]");
    if (button) put(button.closest("form.edit"), button.dataset.put);
  });
}
