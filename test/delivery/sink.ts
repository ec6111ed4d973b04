/** Where events end: what a subject sends to, and what of it is kept. */
export interface Sink {
  /** Where it listens; another place after each start. */
  url: string;
  /** The events that are kept, each as often as it would count. */
  stored(): Stored[];
  /** Ends it in the middle of whatever it does; what it has kept stays. */
  kill(): Promise<void>;
  /** Starts it, where it does not run. */
  start(): Promise<void>;
  /** Ends it, and takes away what it has kept. */
  close(): Promise<void>;
}

export interface Stored {
  id: string;
  /** What an impression has shown; empty for the rest. */
  entities: string[];
}
