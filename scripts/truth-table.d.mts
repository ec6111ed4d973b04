export const REPORT: URL;
export function resultsOf(report: object): string;
export function withResults(page: string, results: string, name?: string): string;
