// How much work a paragraph is: active time and a number of keys, only where the server asks for
// it. Which key it was is never looked at; what is typed is never read.

const AT_ONCE = 20;
const SIGNS = ["keydown", "pointerdown", "pointermove", "focusin", "input"];
const TYPED = /^(insertText|insertLineBreak|insertParagraph|insertCompositionText|delete)/;

/** What has been measured in the open paragraph since the last report. */
class Stretch {
  constructor(segment, cap) {
    Object.assign(this, { segment, cap, active: 0, keystrokes: 0, last: performance.now() });
  }

  /** A sign of work: of the time since the last one, `cap` milliseconds count at the most. */
  sign() {
    const now = performance.now();
    this.active += Math.max(0, Math.min(now - this.last, this.cap));
    this.last = now;
  }

  /** What there is to report; nothing where there was no work. What is taken is counted from zero. */
  take() {
    const active = Math.floor(this.active);
    if (!active && !this.keystrokes) return null;
    const taken = { segment: this.segment, active, keystrokes: this.keystrokes };
    this.active -= active;
    this.keystrokes = 0;
    return taken;
  }
}

/** Reports, each sent until the server has answered it; it counts one that comes twice once. */
class Post {
  constructor(place) {
    const random = crypto.getRandomValues(new Uint8Array(12));
    const session = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    Object.assign(this, { place, session, step: 0, waiting: [], sent: new Set(), closed: false });
  }

  add(measured) {
    this.step += 1;
    this.waiting.push({ ...measured, session: this.session, step: this.step });
  }

  /** Send what waits; what does not arrive is sent again with the next report. */
  send() {
    if (this.closed) return;
    const due = this.waiting.filter((beat) => !this.sent.has(beat));
    due.slice(0, AT_ONCE).forEach((beat) => this.sendOne(beat));
  }

  async sendOne(beat) {
    this.sent.add(beat);
    try {
      const body = new URLSearchParams(beat);
      // keepalive: it arrives even if the page is gone by then
      const answer = await fetch(this.place.dataset.effort, { method: "POST", body, keepalive: true });
      if (!answer.redirected && answer.status !== 401 && answer.status < 500) await this.answered(beat, answer);
    } catch { /* no answer: it goes with the next one */ }
    this.sent.delete(beat);
  }

  async answered(beat, answer) {
    this.waiting = this.waiting.filter((each) => each !== beat);
    if (answer.ok) this.place.querySelector("[data-said]").textContent = await answer.text();
    if (answer.status !== 403) return;
    this.closed = true; // it was switched off meanwhile
    this.place.hidden = true;
  }
}

export function watchEffort() {
  const place = document.querySelector("[data-effort]");
  if (!place) return;
  const cap = Number(place.dataset.cap);
  const post = new Post(place);
  let stretch = null;
  let pressed = false;

  const report = () => {
    const measured = stretch?.take();
    if (measured) post.add(measured);
    post.send();
  };
  const leave = () => {
    stretch?.sign();
    report();
    stretch = null;
  };
  const onSign = (event) => {
    const row = event.target.closest?.(".row.editing");
    if (!row || document.hidden || post.closed) return;
    const { segment } = row.dataset;
    if (stretch?.segment !== segment) { leave(); stretch = new Stretch(segment, cap); }
    stretch.sign();
  };
  // a key counts when text came or went by it, so nobody has to know which one it was
  const onInput = (event) => {
    if (pressed && stretch && event.target.name === "text" && TYPED.test(event.inputType)) stretch.keystrokes += 1;
    pressed = false;
  };
  const listen = (name, act) => document.addEventListener(name, act, { capture: true, passive: true });

  SIGNS.forEach((name) => listen(name, onSign));
  listen("scroll", () => { if (!document.hidden) stretch?.sign(); });
  listen("keydown", () => { pressed = true; });
  ["keyup", "pointerdown"].forEach((name) => listen(name, () => { pressed = false; }));
  listen("input", onInput);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  document.addEventListener("htmx:beforeCleanupElement", (event) => {
    const form = event.detail.elt.matches?.("form.edit") ? event.detail.elt : null;
    if (stretch && form?.closest(".row")?.dataset.segment === stretch.segment) leave();
  });
  window.addEventListener("pagehide", leave);
  setInterval(report, Number(place.dataset.every));
}
