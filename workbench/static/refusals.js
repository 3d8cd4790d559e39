// A form that stands beside the text says itself why it was refused, or that no answer came.

const refusalOf = (event) => event.detail.requestConfig.elt.closest("form")?.querySelector(".refusal[data-no-answer]");

/** What the server refuses is said in the form, and what was written in it stays. */
function onSwap(event) {
  const refusal = refusalOf(event);
  if (refusal && event.detail.xhr.status >= 400) Object.assign(event.detail, { shouldSwap: true, target: refusal, swapOverride: "innerHTML" });
}

function onNoAnswer(event) {
  const refusal = refusalOf(event);
  if (!refusal) return;
  const sentence = document.createElement("p");
  sentence.className = "alert";
  sentence.setAttribute("role", "alert");
  sentence.textContent = refusal.dataset.noAnswer;
  refusal.replaceChildren(sentence);
}

export function watchRefusals() {
  document.addEventListener("htmx:beforeSwap", onSwap);
  document.addEventListener("htmx:sendError", onNoAnswer);
}
