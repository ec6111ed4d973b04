/**
 * The relay's messages as entries of the log. `received` is an event as it came; an `identify` record and what the
 * relay itself rejected are shown as if they were events, so that the drawer leaves nothing out.
 */
export const TO_EVENTS = {
  received: ({ event, visit, at }) => [{ event, visit, at }],

  identify: ({ identify, visit, at }) => [
    {
      event: {
        id: identify.id,
        timestamp: identify.timestamp,
        event_type: "identify",
        user_id: identify.user_id,
        data: { traits: identify.traits, unset_traits: identify.unset_traits },
      },
      visit,
      at,
      answer: { destination: "relay", verdict: "stored" },
    },
  ],

  rejected: ({ errors, at }) =>
    errors.map((error) => ({
      event: { id: crypto.randomUUID(), timestamp: at, event_type: "rejected", user_id: null, data: error },
      at,
      answer: { destination: "relay", verdict: "refused", status: error.code, reason: error.message },
    })),
};
