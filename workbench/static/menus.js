// A menu in the head of the page closes when one goes elsewhere, and on Escape.

const openMenu = () => document.querySelector(".menu[open]");

function closeUnless(inside) {
  const menu = openMenu();
  if (menu && !menu.contains(inside)) menu.open = false;
}

function onKey(event) {
  const menu = openMenu();
  if (event.key !== "Escape" || !menu) return;
  event.preventDefault();
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary").focus();
}

export function watchMenus() {
  document.addEventListener("click", (event) => closeUnless(event.target));
  document.addEventListener("focusin", (event) => closeUnless(event.target));
  document.addEventListener("keydown", onKey, true);
}
