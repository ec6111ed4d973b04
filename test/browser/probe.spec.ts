import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test, expect } from "../support/fixtures.js";
const watch = `window.log=[]; for (const t of ["visibilitychange","freeze","resume","pagehide","pageshow","prerenderingchange"]) { const f=e=>log.push(t+":"+document.visibilityState+":"+(e.persisted??"")); document.addEventListener(t,f); if (t!=="visibilitychange") window.addEventListener(t,f)}`;
async function own() {
  const child = spawn("/usr/bin/chromium", ["--headless","--no-sandbox","--disable-gpu","--remote-debugging-port=0","--user-data-dir=/tmp/tt/prof"+Math.random(),"about:blank"], { stdio: ["ignore","ignore","pipe"] });
  let text = ""; child.stderr.setEncoding("utf8");
  while (!/ws:\/\/\S+/.test(text)) text += (await once(child.stderr, "data"))[0];
  const browser = await chromium.connectOverCDP(/ws:\/\/\S+/.exec(text)![0], { noDefaults: true } as any);
  return { browser, child };
}
test("all", async ({ site, relay }) => {
  const { browser, child } = await own();
  try {
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? await context.newPage();
  site.page("/", { head: `<script>${watch}</script><script type="speculationrules">{"prerender":[{"urls":["/next"],"eagerness":"immediate"}]}</script>`, body: `<a id=a href="/next">go</a>` });
  site.file("/next", `<html><script>window.was=document.prerendering;${watch}</script><h1 id=h>next</h1>`);
  await page.goto(site.origin);
  console.log("1", await page.evaluate("document.visibilityState"));
  const c = await context.newCDPSession(page);
  c.on("Preload.prerenderStatusUpdated" as any, (e: any) => console.log("PRE", JSON.stringify(e)));
  c.on("Preload.prefetchStatusUpdated" as any, (e: any) => console.log("PREF", JSON.stringify(e)));
  await c.send("Preload.enable" as any);
  await page.reload();
  await expect.poll(() => site.requests.filter(r=>r=="GET /next").length).toBe(2);
  await page.waitForTimeout(1000);
  console.log(site.requests);
  await page.click("#a");
  await page.waitForSelector("#h");
  console.log("was", await page.evaluate("was+' '+log+' '+performance.getEntriesByType('navigation')[0].activationStart"), site.requests);
  } finally {
  await browser.close(); child.kill(); await once(child,"exit"); }
});
