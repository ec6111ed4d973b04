/** Elements that were found together. It does not change: what is added later is told of. */
export type List = NodeListOf<Element> | Element[];
