// The rows of the article, one of which may be open.

/** Where the row is, as text or, with `edit`, open. */
export function addressOf(row, edit) {
  const list = document.getElementById("rows");
  const view = new URLSearchParams(location.search);
  for (const other of ["edit", "step", "known"]) view.delete(other);
  if (edit) view.set("edit", "1");
  return `${list.dataset.address}segments/${row.dataset.segment}?${view}`;
}

/** Show a row anew, as text or, with `edit`, open. */
export function show(row, edit) {
  // what goes wrong is told by htmx's events; the row stays as it is
  return window.htmx.ajax("GET", addressOf(row, edit), { target: row, swap: "outerHTML" }).catch(() => {});
}
