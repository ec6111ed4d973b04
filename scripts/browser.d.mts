/** The path of the Chromium to launch; undefined where there is none yet. Installs nothing. */
export function browserPath(): string | undefined;
/** Finds or installs a Chromium. Throws an error of one line where nothing works. */
export function ensureBrowser(): Promise<{ path: string; version: string }>;
