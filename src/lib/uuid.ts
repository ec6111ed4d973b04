/**
 * A random UUID v4. Where `crypto.randomUUID` is missing (insecure contexts, Safari before 15.4) the browser's own
 * blob URLs end with one.
 */
export function uuid(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}
