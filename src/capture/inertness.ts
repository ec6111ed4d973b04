import { pathOf } from "../context/tree.js";
import { attempt } from "../lib/attempt.js";

/**
 * Whether nobody can reach the element: it is `inert`, or a modal dialog stands before it. `:modal` is known since
 * Safari 15.6, `inert` since Firefox 112. Of two modal dialogs the lower one counts as reachable.
 */
export function isInert(element: Element): boolean {
  const path = pathOf(element);
  // A live list, which the browser keeps: no query over the document.
  const dialogs = [...element.ownerDocument.getElementsByTagName("dialog")];
  const modals = dialogs.filter((dialog) => attempt(() => dialog.matches(":modal")));
  return (
    path.some((one) => (one as HTMLElement).inert) ||
    (!!modals[0] && !modals.some((modal) => path.includes(modal)))
  );
}
