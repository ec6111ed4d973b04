import { expect, test } from "vitest";
import { examples, text } from "../support/examples.js";

test.each([
  ["nginx", "nginx.conf"],
  ["nginx-secrets", "sportradar.secrets"],
  ["caddy", "Caddyfile"],
])("the example %s is the file %s, which is tested", (name, file) => {
  expect(examples.get(name)).toBe(text(`examples/reverse-proxy/${file}`));
});

test("the tag posts to the path of both, and has no credentials", () => {
  const tag = examples.get("proxy-tag") ?? "";
  const endpoint = /data-endpoint="([^"]+)"/.exec(tag)?.[1];
  expect(examples.get("nginx")).toContain(`location = ${endpoint} {`);
  expect(examples.get("caddy")).toContain(`handle ${endpoint} {`);
  expect(tag).toContain('data-destination="sportradar"');
  expect(tag).not.toMatch(/token|client-id|authentication/);
});
