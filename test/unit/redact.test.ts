import { expect, test } from "vitest";
import { redactor } from "../../src/relay/forward/redact.js";

test.each([
  [["secret"], "no secret tokens here", "no [secret] tokens here"],
  [["s3cret", "s3"], "s3cret and s3", "[secret] and [secret]"],
  [["a+b", "a/b?"], "a+b, a%2Bb, a/b? and a%2Fb%3F", "[secret], [secret], [secret] and [secret]"],
  [['a"b'], '{"token":"a\\"b"}', '{"token":"[secret]"}'],
  [["$&"], "$& stays $", "[secret] stays $"],
  [["", null, undefined], "nothing is secret", "nothing is secret"],
])("of the secrets %j the text %j is %j", (secrets, text, redacted) => {
  expect(redactor(secrets)(text)).toBe(redacted);
});
