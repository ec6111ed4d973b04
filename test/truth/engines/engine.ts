/** A tab. All of its input is real: the browser's own wheel, pointer and window. */
export interface EnginePage {
  /** Opens a page, and waits for it to load. */
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page; of a promise, what it resolves with. */
  evaluate<T>(expression: string): Promise<T>;
  /** Turns the wheel at a point of the viewport, by CSS px to the right and down. */
  wheel(x: number, y: number, right: number, down: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Gives the window's content this size, device px, at this zoom: in CSS px the viewport has its `1 / zoom`. */
  resize(width: number, height: number, zoom: number): Promise<void>;
  /** Takes it out of sight, until it is shown: another tab comes in front, or the window is minimised. */
  hide(): Promise<void>;
  show(): Promise<void>;
  close(): Promise<void>;
}

/** A browser that runs. */
export interface Engine {
  /** Its name and version. */
  version: string;
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}
