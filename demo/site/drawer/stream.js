/**
 * Follows what the relay says of itself, as server-sent events. `onMessage` gets each message, `onState` whether the
 * stream stands. The browser connects again by itself when it breaks.
 */
export function openStream(url, onMessage, onState) {
  const source = new EventSource(url);
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  source.onmessage = ({ data }) => onMessage(JSON.parse(data));
}
