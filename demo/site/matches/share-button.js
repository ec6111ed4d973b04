import { icon } from "../art/icons.js";
import { h } from "../lib/h.js";
import { toast } from "../shell/toast.js";

/** Shares a match by the system's dialog, or copies its link where there is none. */
export const shareButton = (match) =>
  h(
    "button.icon-button",
    {
      type: "button",
      "data-track-social": "open-sharing-dialog",
      "aria-label": `Share ${match.home} v ${match.away}`,
      onclick: () => share(match),
    },
    icon("share", 16),
  );

async function share(match) {
  const url = new URL(`/league/${match.league.id}`, location.href).href;
  const title = `${match.home} v ${match.away}`;
  try {
    if (navigator.share) await navigator.share({ title, url });
    else {
      await navigator.clipboard.writeText(url);
      toast("Link copied.");
    }
  } catch (error) {
    // AbortError: the visitor closed the dialog. NotAllowedError: no clipboard for this page.
    if (error.name !== "AbortError") toast(url);
  }
}
