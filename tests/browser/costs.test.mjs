// What cleaning costs a portal's page: the content script's own work on the page's main thread, layout included.
import { test } from "node:test";
import { clean, visit } from "./cleaning.mjs";
import * as h from "./harness.mjs";
import { fixturePages, koreanPages } from "./truths.mjs";

/** Of the portal's pages, each of how many is timed. */
const EVERY = 5;
/** Milliseconds that cleaning may take of the main thread, in the median: the machine may be at other work. */
const CLEAN_MS = 30;

const own = h.stage();

/** In the content script: what taking, hiding and restoring cost, layout included, is kept beside them. */
function watchCosts() {
  const { snapshot, hiding } = globalThis.malgeun;
  const costs = (globalThis.malgeun.costs = { take: 0, hide: 0, restore: 0 });
  const timed = (name, work) => (...given) => {
    const start = performance.now();
    const answer = work(...given);
    document.body.getBoundingClientRect();
    costs[name] += performance.now() - start;
    return answer;
  };
  globalThis.malgeun.snapshot = { take: timed("take", snapshot.take) };
  globalThis.malgeun.hiding = {
    over(...given) {
      const own = hiding.over(...given);
      return { ...own, hide: timed("hide", own.hide), restore: timed("restore", own.restore) };
    },
  };
}

/** Runs a function in the content script of the tab in front. */
async function inContentScript(work) {
  const worker = await own.browser.worker();
  return worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ${work} });
    return result;
  })()`);
}

/** @returns {Promise<{take: number, hide: number, restore: number}>} milliseconds of the page's main thread */
async function costs(truth) {
  const page = await visit(own, truth);
  // The first click puts the content script there.
  await clean(own, page);
  await h.clickPill(page, "restore");
  await inContentScript(watchCosts);
  await clean(own, page);
  await h.clickPill(page, "restore");
  const costs = await inContentScript(() => globalThis.malgeun.costs);
  await page.close();
  return costs;
}

test("cleaning a portal's page is quick", async () => {
  const pages = [...fixturePages(), ...koreanPages()].filter(({ url }) => /[./]daum\.net/.test(url)).filter((_, at) => at % EVERY === 0);
  const all = [];
  for (const truth of pages) all.push(await costs(truth));
  const sorted = (of) => all.map(of).sort((a, b) => a - b);
  const median = (of) => sorted(of)[Math.floor(all.length / 2)];
  const figures = (name) => `${name} ${median((o) => o[name]).toFixed(1)}, at most ${sorted((o) => o[name]).at(-1).toFixed(1)}`;
  console.log(`${all.length} pages, ms in the median: ${["take", "hide", "restore"].map(figures).join("; ")}`);
  h.assert.ok(all.every(({ take, hide, restore }) => take > 0 && hide > 0 && restore > 0), "all was watched");
  h.assert.ok(median(({ take, hide }) => take + hide) < CLEAN_MS);
});
