import type { DestinationName } from "../../../src/destinations/index.js";
import { bind } from "../../../src/relay/forward/bind.js";
import { sample } from "./samples.js";

/** The members of a body that say what the event is. */
interface Body {
  events: [
    { event_name: string; properties: { kind?: string }; eventType: string; target: { itemType: string } },
  ];
  ec: string;
  ea: string;
  event: string;
}

/** What a request says an event is, as the tables of the documentation have it. */
const GISTS: Partial<Record<DestinationName, (body: Body) => string>> = {
  wynta({ events: [{ event_name, properties }] }) {
    return `\`${event_name}\`${properties.kind ? `, \`properties.kind\` \`${properties.kind}\`` : ""}`;
  },
  antsomi: ({ ec, ea }) => `\`${ec}\`, \`${ea}\``,
  primedata: ({ events: [{ eventType, target }] }) => `\`${eventType}\`, \`${target.itemType}\``,
  neuralens: ({ event }) => `\`${event}\``,
};

/** The cell of the table of this destination for this type. */
export function sentAs(name: DestinationName, type: string): string {
  const config = { url: "https://a.example", token: "t", clientId: "c", portalId: 1, propId: 2, appId: "a" };
  const filter = { types: [], exceptTypes: [], dropFields: [], renameFields: {} };
  // With something to share, which `social:click` needs at Neuralens.
  const { data } = sample(type);
  const record = { ...sample(type, { data: { event_id: "e1", ...data } }), kind: "event" as const };
  const { requests } = bind(name, { ...config, ...filter }).requests([record]);
  const gists = requests.map(({ body }) => GISTS[name]?.(JSON.parse(body)) ?? "");
  return gists[0] ?? "skipped";
}
