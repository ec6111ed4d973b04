import type { Page } from "@playwright/test";

interface Node {
  nodeName: string;
  nodeValue: string;
  children?: Node[];
  shadowRoots?: Node[];
}

const all = (node: Node): Node[] => [
  node,
  ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all),
];

const textOf = (node: Node): string =>
  all(node)
    .map(({ nodeValue }) => nodeValue)
    .join("");

/** What the inspector's panel says: its title and its lines. It stands in a closed shadow root, which DevTools look into. */
export async function panelOf(page: Page): Promise<{ title?: string; lines: string[] }> {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  await cdp.detach();
  const closed = all(root)
    .flatMap(({ shadowRoots = [] }) => shadowRoots)
    .flatMap(all);
  const named = (name: string) => closed.filter(({ nodeName }) => nodeName === name).map(textOf);
  return { title: named("B")[0], lines: named("LI") };
}
