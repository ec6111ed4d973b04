import { pathOf } from "../context/tree.js";
import type { Core } from "../core.js";
import { attempt } from "../lib/attempt.js";

/**
 * Whether nobody can reach the element: it is `inert`, or a modal dialog stands before it. `:modal` is known since
 * Safari 15.6, `inert` since Firefox 112. Of two modal dialogs the lower one counts as reachable.
 */
export const isInert = ({ dialogs }: Core, element: Element): boolean => {
  const path = pathOf(element);
  // One that is taken out is no modal; it is found anew when it comes back.
  for (const dialog of dialogs) if (!dialog.isConnected) dialogs.delete(dialog);
  const modals = [...dialogs].filter(
    (dialog) => dialog.ownerDocument === element.ownerDocument && attempt(() => dialog.matches(":modal")),
  );
  return (
    path.some((one) => (one as HTMLElement).inert) ||
    (!!modals[0] && !modals.some((modal) => path.includes(modal)))
  );
};
