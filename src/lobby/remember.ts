/** What was made of it before, or is made now. */
export const remember = <Key, Value>(known: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value => {
  if (!known.has(key)) known.set(key, make(key));
  return known.get(key) as Value;
};
