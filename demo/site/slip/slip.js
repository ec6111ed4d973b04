import { priceOf } from "../odds/book.js";

const chosen = new Map();
const listeners = new Set();
const changed = () => {
  for (const listener of listeners) listener();
};

/** The bet slip: outcomes by id in the order in which they were chosen, at most one of an event. */
export const slip = {
  stake: 10,

  has: (id) => chosen.has(id),
  outcomes: () => [...chosen.values()],
  total: () => [...chosen.keys()].reduce((product, id) => product * priceOf(id), 1),

  toggle(outcome) {
    if (chosen.has(outcome.id)) chosen.delete(outcome.id);
    else put(outcome);
    changed();
  },
  add(outcomes) {
    outcomes.forEach(put);
    changed();
  },
  remove(id) {
    chosen.delete(id);
    changed();
  },
  clear() {
    chosen.clear();
    changed();
  },
  subscribe(listener) {
    listeners.add(listener);
  },
};

/** Two outcomes of one event exclude each other: the later choice replaces the earlier. */
function put(outcome) {
  for (const other of chosen.values()) if (other.eventId === outcome.eventId) chosen.delete(other.id);
  chosen.set(outcome.id, outcome);
}
