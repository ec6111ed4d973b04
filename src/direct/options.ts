import { OPTIONS, type Options } from "../options.js";

/**
 * What direct mode has to be told beside `OPTIONS`, in the same form. A text of visible ASCII is a header's value; an id
 * is a whole number from 1 on.
 */
export const DIRECT_OPTIONS = {
  /** Sportradar's and Wynta's bearer token, PrimeData's write key, Neuralens' API key. */
  token: "|[!-~]+",
  /** Sportradar's group of users, PrimeData's data source; Wynta wants it for its logs. */
  clientId: "|[!-~]+",
  /** Sportradar; none: its own default. */
  authenticationMethod: "|vaix|iam",
  /** Antsomi's business account. */
  portalId: "|[1-9]\\d*",
  /** Antsomi's data source. */
  propId: "|[1-9]\\d*",
  /** Neuralens' application. */
  appId: "|[!-~]+",
};

/** Each option of this build as text. */
export type DirectOptions = Options & Record<keyof typeof DIRECT_OPTIONS, string>;

/** What an endpoint looks like. */
export const ENDPOINT = RegExp(`^(${OPTIONS.endpoint})$`);

/** This build takes these, too. One that is no endpoint stays: the default of a destination must not take its place. */
export const extendOptions = (): unknown => Object.assign(OPTIONS, DIRECT_OPTIONS, { endpoint: "|.+" });
