/** The drawer's width when it is docked and open, or collapsed, in px; the same numbers as in drawer.css. */
const OPEN = 392;
const COLLAPSED = 52;

/** From how many px of room beside the drawer there is which column. */
const NAV = [
  [1320, "full"],
  [860, "rail"],
  [0, "none"],
];
const SLIP = [
  [980, "column"],
  [0, "sheet"],
];
/** Below it the drawer is a sheet over the page and takes no room. */
export const DOCKED = matchMedia("(min-width: 900px)");

const choose = (table, room) => table.find(([from]) => room >= from)[1];

/** Says on the root element which columns there is room for. Media queries cannot: the drawer may be open or not. */
export function layOut() {
  const root = document.documentElement;
  const drawer = !DOCKED.matches ? 0 : root.classList.contains("drawer-open") ? OPEN : COLLAPSED;
  const room = innerWidth - drawer;
  root.dataset.nav = choose(NAV, room);
  root.dataset.slip = choose(SLIP, room);
}

export function startLayout() {
  addEventListener("resize", layOut);
  layOut();
}
