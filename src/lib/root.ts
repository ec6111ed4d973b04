/** A document, or the root of a shadow tree. */
export type Root = Document | ShadowRoot;
