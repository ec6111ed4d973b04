import type { OutboundRecord } from "./destination.js";

/**
 * Who it was, for a backend that requires a user: the user, else the anonymous id; for want of both, as with events that
 * a server posts, the session. Undefined: nobody is known.
 */
export const whoseOf = ({ user_id, anonymous_id, session_id }: OutboundRecord): string | undefined =>
  user_id || anonymous_id || session_id || undefined;
