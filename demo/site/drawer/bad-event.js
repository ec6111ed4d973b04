/**
 * Sends an event that the relay takes and the backend does not: a click on an outcome that names no outcome. The
 * script itself would refuse it; so it goes to the relay by hand. It ends among the relay's dead letters.
 */
export function sendBadEvent() {
  const time = new Date().toISOString();
  const event = {
    id: crypto.randomUUID(),
    timestamp: time,
    event_type: "clicks:outcome",
    user_id: null,
    data: { location: "drawer:refused", page: location.pathname },
  };
  return fetch("/t", {
    method: "POST",
    headers: { "content-type": "text/plain;charset=UTF-8" },
    body: JSON.stringify({ v: 1, sent_at: time, events: [event] }),
  });
}
