// The live page, cleaned in place under its own address, and restored: what can be seen of it before, between and after.
import * as h from "./harness.mjs";

/** The page's own scripts would go astray without their servers. */
const STILL = { "content-security-policy": "script-src 'none'" };

/** In the page: of each line whether it can be seen, and whether an element holds it and nothing of `article`. */
function look([lines, article]) {
  const letters = (text) => text.normalize("NFC").replaceAll(/[^\p{L}\p{N}]/gu, "");
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let [text, seen] = ["", ""];
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    if (parent.matches("script, style, noscript, template")) continue;
    range.selectNodeContents(walker.currentNode);
    const isSeen = parent.checkVisibility({ visibilityProperty: true }) && range.getClientRects().length > 0;
    text += letters(data);
    seen = seen.padEnd(text.length, isSeen ? "1" : "0");
  }
  const isSeen = (line) => {
    for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
      if (!seen.slice(at, at + line.length).includes("0")) return true;
    }
    return false;
  };
  const kept = article.map(letters).filter((line) => line !== "");
  const elements = [...document.body.querySelectorAll("*")].map((element) => letters(element.textContent));
  const apart = elements.filter((words) => !kept.some((line) => words.includes(line)));
  return lines.map(letters).map((line) => ({ seen: line !== "" && isSeen(line), apart: apart.some((words) => words.includes(line)) }));
}

/** Opens the page under its own address. @param {import("./truths.mjs").Truth} truth */
export async function visit(own, { url, html }) {
  const page = await own.browser.context.newPage();
  await page.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers: STILL, body: html }));
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return page;
}

/** Cleans the page by the click and Escape. */
export async function clean(own, page) {
  await h.openReader(own, page);
  await h.pressAndWaitForClose(page, "Escape");
}

/** @returns {Promise<{faults: string[], lines: number, seen: number, junk: number, left: string[]}>} */
async function cleanAndRestore(own, truth) {
  const { name, kept, junk } = truth;
  const page = await visit(own, truth);
  const looks = () => Promise.all([page.evaluate(look, [kept, []]), page.evaluate(look, [junk, kept])]);
  const source = await h.outerHtml(page);
  const [keptBefore, junkBefore] = await looks();
  await clean(own, page);
  const [keptAfter, junkAfter] = await looks();
  const seen = kept.filter((_, at) => keptBefore[at].seen);
  const faults = kept.filter((_, at) => keptBefore[at].seen && !keptAfter[at].seen).map((line) => `${name}: hidden: ${line}`);
  if ((await h.hiddenCount(page)) > 0) await h.clickPill(page, "restore");
  if ((await h.outerHtml(page)) !== source) faults.push(`${name}: restored otherwise`);
  await page.close();
  const could = junk.filter((_, at) => junkBefore[at].seen && junkBefore[at].apart);
  const left = junk.filter((line, at) => could.includes(line) && junkAfter[at].seen).map((line) => `${name}: ${line}`);
  return { faults, lines: kept.length, seen: seen.length, junk: could.length, left };
}

/**
 * Demands of all pages that nothing of the article goes, and that restoring leaves no trace; of most that junk goes.
 * @param {import("./truths.mjs").Truth[]} pages @param {{seen: number, gone: number}} floor `seen`: share of the articles' lines that
 * must be visible at first, for what is not seen then is not proved; `gone`: share of the junk with elements of its own that
 * must be gone. What stays is the article's: captions, and the lines with its reporter and its dates.
 */
export async function articlesStay(own, pages, floor) {
  const outcomes = [];
  for (const truth of pages) outcomes.push(await cleanAndRestore(own, truth));
  const sum = (of) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const [lines, seen, junk] = [sum((o) => o.lines), sum((o) => o.seen), sum((o) => o.junk)];
  const left = outcomes.flatMap((outcome) => outcome.left);
  console.log(`${pages.length} pages, ${seen} of ${lines} lines of articles seen, ${junk - left.length} of ${junk} lines of junk gone`);
  for (const line of left) console.log(`left: ${line}`);
  h.assert.deepEqual(outcomes.flatMap((outcome) => outcome.faults), []);
  h.assert.ok(seen >= floor.seen * lines, "most of the articles can be seen at first");
  h.assert.ok(junk - left.length >= floor.gone * junk, "most of the junk is gone");
}
