import { type Backend, startBackend } from "./backend.js";
import { bearer, compile, exactly, isJson, messageOf, text } from "./schemas.js";

/** "Request Body". */
export interface NeuralensEvent {
  uid: string | null;
  items: { id: string }[];
  query?: string;
  page: string;
  event: string;
  index?: number;
  geo?: Record<string, unknown>;
  timestamp: number;
}

const EVENTS = [
  "VIEW_PRODUCT",
  "CLICK_PRODUCT",
  "VIEW_SUGGESTION",
  "CLICK_SUGGESTION",
  "LAND_PRODUCT_PAGE",
  "FAVORITE",
  "SHARE",
  "ADD_TO_CART",
  "PURCHASE",
];
const number = { type: "number" };

const validEvent = compile<NeuralensEvent>({
  ...exactly(
    {
      uid: { type: ["string", "null"], minLength: 1 },
      items: { type: "array", minItems: 1, items: exactly({ id: text }, ["id"]) },
      query: { type: "string" },
      page: { enum: ["SEARCH_RESULT_PAGE", "AUTOCOMPLETE", "CATEGORY_PAGE", "PRODUCT_PAGE"] },
      event: { enum: EVENTS },
      index: { type: "integer", minimum: 0 },
      geo: exactly({ lat: number, long: number, region: { type: "string" } }, []),
      // Seconds: in milliseconds it would be a time in the far future.
      timestamp: { type: "integer", minimum: 1_000_000_000, maximum: 10_000_000_000 },
    },
    ["uid", "items", "page", "event", "timestamp"],
  ),
  // "multiple product ids in case event=PURCHASE. In all other cases it should contain a single product id."
  if: { properties: { event: { const: "PURCHASE" } } },
  else: { properties: { items: { type: "array", maxItems: 1 } } },
});

/** Starts a stand-in for Neuralens' "Event Tracking API". What it refuses it answers with 200 and `failure`. */
export function startNeuralens(app: { token: string; appId: string }): Promise<Backend<NeuralensEvent>> {
  const refuse = (status: number, message: string) => ({ status, body: { status: "failure", message } });
  return startBackend(({ method, path, headers, body }) => {
    if (path !== "/analytics/event") return refuse(404, "there is nothing here");
    if (method !== "POST") return refuse(405, "POST");
    if (bearer(headers["x-neuralens-api-key"]) !== app.token) return refuse(401, "the API key is wrong");
    if (headers["x-neuralens-application-id"] !== app.appId)
      return refuse(403, "the application is not known");
    if (!isJson(headers["content-type"])) return refuse(415, "the body is not JSON");
    if (!validEvent(body)) return refuse(200, messageOf(validEvent.errors));
    return { status: 200, body: { status: "success", message: "" }, taken: [body] };
  });
}
