// While the pointer or the caret is in a sentence, the sentence that says the same is lit up.
import { textBefore } from "./field.js";

const known = new WeakMap();
const REST = 250; // ms that a caret rests before it is worth asking

async function pairsOf(row) {
  if (!known.has(row)) {
    const asked = fetch(`${document.getElementById("rows").dataset.address}segments/${row.dataset.segment}/sentences`).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
    known.set(row, asked);
  }
  return known.get(row);
}

const units = (text, points) => [...text].slice(0, points).join("").length;

/** The stretch of a text, given in code points, as a range of its nodes. */
function stretch(element, start, end) {
  const text = element.textContent;
  const range = new Range();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let [from, to] = [units(text, start), units(text, end)];
  range.selectNodeContents(element);
  let node = walker.nextNode();
  for (let set = false; node; node = walker.nextNode()) {
    if (!set && from <= node.length) { range.setStart(node, from); set = true; }
    if (to <= node.length) { range.setEnd(node, to); return range; }
    from -= node.length;
    to -= node.length;
  }
  return range;
}

function offsetAt(element, event) {
  const before = textBefore(element, event);
  return before && [...before.toString()].length;
}

/** Light up both sides of the pair that has this place on its side; nothing where there is none. */
async function light(row, side, place) {
  const source = row.querySelector(".source .text");
  const target = row.querySelector(".target .text.current");
  const column = side === "source" ? 0 : 2;
  const pair = (await pairsOf(row)).find((each) => each[column] <= place && place <= each[column + 1]);
  const ranges = [];
  if (pair && source) ranges.push(stretch(source, pair[0], pair[1]));
  if (pair && target) ranges.push(stretch(target, pair[2], pair[3]));
  CSS.highlights.set("sentence", new Highlight(...ranges));
}

function onPointer(event) {
  const text = event.target.closest?.("[data-long] .text");
  const row = text?.closest(".row");
  const side = text?.closest(".source") ? "source" : text?.matches(".current") ? "target" : null;
  const place = side ? offsetAt(text, event) : null;
  if (place === null) { if (!row?.matches(".editing")) CSS.highlights.delete("sentence"); return; }
  light(row, side, place);
}

function onCaret() {
  const field = document.activeElement;
  const row = field?.closest?.("[data-long].editing");
  if (!row || field.name !== "text" || field.value !== field.form.dataset.stored) return;
  light(row, "target", [...field.value.slice(0, field.selectionStart)].length);
}

export function watchSentences() {
  if (!CSS.highlights) return;
  let waiting = null;
  document.addEventListener("pointermove", (event) => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => onPointer(event));
  });
  let resting = null;
  document.addEventListener("selectionchange", () => {
    clearTimeout(resting);
    resting = setTimeout(onCaret, REST);
  });
}
