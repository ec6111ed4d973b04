import type { CDPSession, Page } from "@playwright/test";

interface Node {
  nodeId: number;
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

/** Asks the page about the elements of the inspector, which stands in a closed shadow root: DevTools look into it. */
async function inPanel<Answer>(
  page: Page,
  ask: (named: (name: string) => Node[], cdp: CDPSession) => Answer | Promise<Answer>,
): Promise<Answer> {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  const closed = all(root)
    .flatMap(({ shadowRoots = [] }) => shadowRoots)
    .flatMap(all);
  const answer = await ask((name) => closed.filter(({ nodeName }) => nodeName === name), cdp);
  await cdp.detach();
  return answer;
}

/** What the panel says: its title, such as `captured 3 · merged 0`, and its lines. */
export const panelOf = (page: Page): Promise<{ title: string; lines: string[] }> =>
  inPanel(page, (named) => ({
    title: named("SPAN")
      .map((count) => textOf(count).replace("\n", " "))
      .join(" · "),
    lines: named("LI").map(textOf),
  }));

/** How high the panel's elements of this name are, and where they end to the right and below, CSS px. */
export const boxesIn = (
  page: Page,
  name: string,
): Promise<{ height: number; right: number; bottom: number }[]> =>
  inPanel(page, (named, cdp) =>
    Promise.all(
      named(name).map(async ({ nodeId }) => {
        const { model } = await cdp.send("DOM.getBoxModel", { nodeId });
        const [left = 0, top = 0] = model.border;
        return { height: model.height, right: left + model.width, bottom: top + model.height };
      }),
    ),
  );
