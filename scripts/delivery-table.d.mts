export const REPORT: URL;
export function resultsOf(report: object): string;
