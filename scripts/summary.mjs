#!/usr/bin/env node
/**
 * Prints "N passed, M failed" as its last line: the sums of vitest's two reports and of Playwright's four.
 * Fails where a test failed or a report is missing.
 */
import { readFileSync } from "node:fs";

/** vitest: a file that does not load has no tests, and counts as one failure. */
const unit = ({ numPassedTests, testResults }) => {
  const failures = testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed").length;
    return failed || (status === "failed" ? 1 : 0);
  });
  return { passed: numPassedTests, failed: failures.reduce((sum, failed) => sum + failed, 0) };
};

/** Playwright: `errors` are those outside of any test, such as a file that does not load. */
const browser = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
});

const REPORTS = { unit, browser, engines: browser, lobby: browser, delivery: browser, proxy: unit };

const total = { passed: 0, failed: 0 };
let missing = 0;
for (const [name, count] of Object.entries(REPORTS)) {
  const file = new URL(`../test-results/${name}.json`, import.meta.url);
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(file, "utf8")));
    total.passed += passed;
    total.failed += failed;
  } catch {
    missing += 1;
    console.log(`The ${name} tests left no report: they did not run`);
  }
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed + missing ? 1 : 0);
