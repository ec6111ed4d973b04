/**
 * A random UUID v4. Where `crypto.randomUUID` is missing (insecure contexts, Safari before 15.4) its digits come from
 * `Math.random`: it is no secret.
 */
export const uuid = (): string => {
  const digit = (): string => Math.floor(Math.random() * 16).toString(16);
  return crypto.randomUUID?.() ?? "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, digit);
};
