// What this browser remembers. A full or forbidden store costs only the memory of it.

export function recall(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

export function remember(key, value) {
  try { localStorage.setItem(key, value); } catch { /* see above */ }
}

export function forget(key) {
  try { localStorage.removeItem(key); } catch { /* see above */ }
}
