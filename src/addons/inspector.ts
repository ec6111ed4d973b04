import { CLICKS, IMPRESSIONS, PREFIX, selectorFor } from "../attributes.js";
import type { Tracker } from "../tracker.js";
import type { Listener, Stage, WireEvent } from "../types.js";

/**
 * The on-page inspector: a panel with what becomes of each event, and outlines around annotated elements. The script
 * loads it with `data-debug` or `?tracktag=inspect`. Under a strict Content Security Policy and Trusted Types it needs
 * no exception: its styles are constructed, its texts are text nodes.
 */

/** How many events the panel shows. */
const MOST = 50;

/** Where the panel may stand, one after the other: in each it covers something of the page. */
const CORNERS = ["auto 8px 8px auto", "auto auto 8px 8px", "8px auto auto 8px", "8px 8px auto auto"];

const STYLE = `
  :host { all: initial; position: fixed; z-index: 2147483647; width: 340px; max-width: 92vw;
    font: 12px/1.5 ui-monospace, monospace; color: #e8edf4; background: #10161f; border: 1px solid #33415c;
    border-radius: 8px; box-shadow: 0 8px 30px rgb(0 0 0 / 0.4) }
  header { display: flex; gap: 8px; padding: 8px 10px; border-bottom: 1px solid #33415c }
  b { flex: 1; display: flex; justify-content: space-between }
  span { white-space: pre; text-align: center }
  button { all: unset; cursor: pointer; padding: 0 4px }
  button:focus-visible { outline: 2px solid #7cc4ff }
  ol { margin: 0; padding: 4px 10px; max-height: 30vh; overflow: auto; list-style: none }
  li { padding: 2px 0; overflow-wrap: anywhere }
  .sent { color: #7ee2a8 } .failed, .kept { color: #ffd479 } .dropped { color: #ff9a9a }
  [hidden] { display: none }`;

/** What nobody may leave empty: of the others an empty one collects its selections. */
const NAMED = Object.keys({ ...IMPRESSIONS, ...CLICKS }).filter((name) => !/combination|ticket/.test(name));

const OUTLINES = `
  ${selectorFor(Object.keys(IMPRESSIONS))} { outline: 1px dashed #2f9bff !important; outline-offset: -1px }
  ${selectorFor(Object.keys(CLICKS).filter((name) => !(name in IMPRESSIONS)))} { outline: 1px dotted #ff8a2f !important }
  ${NAMED.map((name) => `[${PREFIX}${name}=""]`)} { outline: 2px solid #ff3b3b !important }`;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text: string, label: string, press: () => void): HTMLButtonElement {
  const made = element("button", text);
  made.ariaLabel = label;
  made.onclick = press;
  return made;
}

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/** Where an event stands, and what it is about, in a line. */
function about({ data: { location, page, ...about } }: WireEvent): string {
  return Object.entries({ location, page, ...about })
    .filter(
      ([name, value]) => value && /location|page|id|events|leagues|sports|widget|item|selections/.test(name),
    )
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.map(({ id }) => id).join(" ") : value}`)
    .join(", ");
}

/** How many elements are parked now, of a page with very many; nothing where the script has not loaded what parks them. */
async function parked(): Promise<{ parked?: number }> {
  const lobby = performance
    .getEntriesByType("resource")
    .find((one) => /\/tracktag\.lobby\.js$/.test(one.name));
  return lobby ? { parked: (await import(lobby.name)).parked() } : {};
}

function open(tracker: Tracker): void {
  const host = element("div");
  host.setAttribute(`${PREFIX}ignore`, "");
  const root = host.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheet(STYLE)];

  const header = element("header");
  const title = element("b", "tracktag");
  const list = element("ol");
  list.hidden = false;
  const fold = button("–", "Fold the inspector", () => {
    list.hidden = !list.hidden;
  });
  let corner = 0;
  const stand = (): void => {
    host.style.inset = CORNERS[corner++ % CORNERS.length] as string;
  };
  const move = button("⤡", "Move the inspector to the next corner", stand);
  stand();
  header.append(title, move, fold);
  root.append(header, list);

  const count = async () => {
    const { dropped, ...rest } = tracker.stats();
    const lost = Object.values(dropped).reduce((sum, n) => sum + n, 0);
    const counts = { ...rest, dropped: lost, ...(await parked()) };
    // Each number below its word: beside them there is no room for large ones.
    title.replaceChildren(...Object.entries(counts).map(([name, n]) => element("span", `${name}\n${n}`)));
  };
  // Nothing tells when elements are parked.
  setInterval(count, 1000);

  const lines = new Map<string, HTMLElement>();
  const show: Listener = ({ stage, event, reason }: { stage: Stage; event: WireEvent; reason?: string }) => {
    const line = lines.get(event.id) ?? element("li");
    lines.set(event.id, line);
    line.className = stage;
    line.textContent = [stage, reason, event.event_type, about(event)].filter(Boolean).join(" · ");
    list.prepend(line);
    const last = list.children[MOST];
    last?.remove();
    for (const [id, kept] of lines) if (kept === last) lines.delete(id);
    count();
  };

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet(OUTLINES)];
  // Some pages replace their body.
  document.documentElement.append(host);
  tracker.subscribe(show);
}

const { tracktag } = window as { tracktag?: Tracker };
if (tracktag?.subscribe) open(tracktag);
else console.warn("tracktag: the inspector needs the script");
