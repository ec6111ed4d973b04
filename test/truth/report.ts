/** What the sampler knows of an identity at a sample, from the least to the most. */
export const LEVEL = {
  /** Not there, out of view, or the document hidden. */
  out: 0,
  /** Its geometry may meet the rule, but it is not painted. */
  unpainted: 1,
  /** Its geometry may meet the rule, but it is so faint that it may have been transparent between two samples. */
  faint: 2,
  /** It may meet the rule: within the margin of the ratio. */
  near: 3,
  /** It meets the rule, with the margin of the ratio to spare. */
  viewable: 4,
} as const;

export type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** Samples of one level that follow each other. Times are ms of the page's clock. */
export interface Span {
  level: Level;
  /** The largest visible share of its area when the span began. */
  share: number;
  /** The last sample before the span: it began after it. */
  before: number;
  /** The first and the last sample of the span. */
  from: number;
  to: number;
  /** The longest time between two samples of the span. */
  gap: number;
}

/** A click as the page saw it: what it must be reported as. */
export interface Click {
  /** ms of the epoch. */
  at: number;
  /** `clicks:outcome 12 of 3`: type, id, and the event of an outcome. */
  name: string;
  /** The identity that was clicked, or stands around it: a click shows that it was seen. */
  identity?: string;
}

export interface View {
  /** The path, as events name the page. */
  page: string;
  /** ms of the epoch. */
  start: number;
  /** By identity. */
  timelines: Record<string, Span[]>;
  clicks: Click[];
}

/** All page views of one document. */
export type Report = View[];

/** An identity: type, id and location; a widget's name stands for its location. */
export const identityOf = (type: string, id: string, location: string): string =>
  JSON.stringify([type, id, type === "impressions:widget" ? "" : location]);
