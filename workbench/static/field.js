// The field itself: it grows with its text, and the marks behind it stay where they belong.

const sizes = CSS.supports("field-sizing", "content");

/** As high as its text; newer browsers do it by style alone. */
export function grow(field) {
  if (sizes) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

/** The stretch of a shown text before the place that is pointed at, or null where that is outside. */
export function textBefore(element, event) {
  const spot = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const found = spot ? [spot.offsetNode, spot.offset] : null;
  const old = found ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = found ?? [old?.startContainer, old?.startOffset];
  if (!node || !element.contains(node)) return null;
  const range = new Range();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range;
}

/** Move the marks with the text: those before the change stay, those behind it shift, those in it go. */
export function keepMarks(form) {
  const mirror = form.querySelector(".mirror");
  const before = mirror.textContent;
  const after = form.elements.text.value;
  if (before === after) return;
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  const marks = [];
  let place = 0;
  for (const node of mirror.childNodes) {
    const end = place + node.textContent.length;
    if (node.nodeName === "MARK") {
      if (end <= head) marks.push([place, end, node]);
      else if (place >= before.length - tail) marks.push([place + shift, end + shift, node]);
    }
    place = end;
  }
  draw(mirror, after, marks);
}

function draw(mirror, text, marks) {
  mirror.replaceChildren();
  let place = 0;
  for (const [start, end, drawn] of marks) {
    mirror.append(text.slice(place, start));
    const mark = drawn.cloneNode();
    mark.textContent = text.slice(start, end);
    mirror.append(mark);
    place = end;
  }
  mirror.append(text.slice(place));
}
