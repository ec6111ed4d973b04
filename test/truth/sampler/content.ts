import { identityOf } from "../report.js";
import { ancestorsOf } from "./tree.js";

/** What a page says of its elements, by the attribute's name without its prefix: the types of impression and click. */
const ENTITIES: Record<string, { seen: string; clicked?: string }> = {
  event: { seen: "impressions:events", clicked: "clicks:event" },
  league: { seen: "impressions:leagues", clicked: "clicks:league" },
  sport: { seen: "impressions:sports", clicked: "clicks:sport" },
  game: { seen: "impressions:games", clicked: "clicks:game" },
  widget: { seen: "impressions:widget" },
};

const PREFIX = "data-track-";
const read = (element: Element | undefined, name: string) => element?.getAttribute(PREFIX + name) ?? "";

export const SEEN = Object.keys(ENTITIES)
  .map((name) => `[${PREFIX + name}]`)
  .join();

function locationOf(element: Element): string {
  for (const one of [element, ...ancestorsOf(element)]) {
    const location = read(one, "location") || read(one, "widget");
    if (location) return location.includes(":") ? location : `${location}:default`;
  }
  return "page:default";
}

/** The identities that an element shows. */
export const identitiesOf = (element: Element): string[] =>
  Object.entries(ENTITIES)
    .filter(([name]) => read(element, name))
    .map(([name, { seen }]) => identityOf(seen, read(element, name), locationOf(element)));

/** What a click on the innermost of these elements is, and the identity that it shows to be seen. */
export function clickOn(path: Element[]): { name: string; identity?: string } | undefined {
  const outcome = `[${PREFIX}outcome]`;
  const clickable = Object.keys(ENTITIES).filter((name) => ENTITIES[name]?.clicked);
  const selector = [outcome, ...clickable.map((name) => `[${PREFIX + name}]`)].join();
  const element = path.find((one) => one.matches?.(selector));
  if (!element) return undefined;
  if (element.matches(outcome)) {
    const around = path.find((one) => one.matches?.(`[${PREFIX}event]`));
    const [identity] = around ? identitiesOf(around) : [];
    return { name: `clicks:outcome ${read(element, "outcome")} of ${read(around, "event")}`, identity };
  }
  const name = clickable.find((name) => read(element, name)) ?? "";
  return { name: `${ENTITIES[name]?.clicked} ${read(element, name)}`, identity: identitiesOf(element)[0] };
}
