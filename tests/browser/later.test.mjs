// What a page's scripts add after the reading: known junk of the site is hidden, the article never, and all comes back.
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();
const DAUM = readFileSync("tests/fixtures/pages/daum--modern/page.html", "utf8");

/** The page with a script of its own at the end. */
const daum = (script) => ({ body: `<!doctype html>${DAUM.replace(/^<!doctype html>/i, "").replace("</body>", `<script>${script}</script></body>`)}` });

const ADDS = `
  const add = (html, to = document.body) => to.insertAdjacentHTML("beforeend", html);
  addEventListener("go", () => {
    setTimeout(() => {
      add('<div class="realtime_news" id="ranking"><h3>실시간 뉴스</h3><ol><li><a href="/1">다른 기사 하나</a></li></ol></div>');
      add('<div id="alex-area"><p id="comment">댓글입니다. 기사보다 깁니다.</p></div>');
    }, 300);
    setTimeout(() => {
      add('<ins class="kakao_ad_area" id="banner" style="position:fixed;bottom:0">배너</ins>');
      add('<p id="added">기자가 나중에 덧붙인 문단이다.</p>', document.querySelector("section[dmcf-sid]"));
    }, 1000);
  });`;

const shown = (page, selector) => page.evaluate((wanted) => document.querySelector(wanted)?.checkVisibility() ?? null, selector);
/** What can be read of the article. */
const readable = (page) => page.evaluate(() => [...document.querySelectorAll("section[dmcf-sid] p")].filter((p) => p.checkVisibility()).map((p) => p.textContent));

async function clean(page) {
  await h.openReader(own, page);
  await h.pressAndWaitForClose(page, "Escape");
}

test("a ranking, comments and a banner that come later are hidden; the article and what it gets stay", async () => {
  const page = await h.visit(own, daum(ADDS));
  const before = await h.outerHtml(page);
  await clean(page);
  const article = await readable(page);
  h.assert.ok(article.length > 2 && (await h.hiddenCount(page)) > 0);
  const counted = async () => Number((await h.pillText(page)).match(/\d+/)[0]);
  const atFirst = await counted();
  await page.evaluate(() => dispatchEvent(new Event("go")));
  await h.until(async () => (await shown(page, "#banner")) === false, "the banner is hidden");
  h.assert.deepEqual([await shown(page, "#ranking"), await shown(page, "#comment"), await shown(page, "#added")], [false, false, true]);
  h.assert.equal(await counted(), atFirst + 3, "the note counts the ranking, the comments and the banner");
  h.assert.deepEqual(await readable(page), [...article, "기자가 나중에 덧붙인 문단이다."], "every paragraph of the article stays");
  await h.shoot(page, "later-clean");
  await h.clickPill(page, "restore");
  await h.until(async () => (await h.hiddenCount(page)) === 0, "all comes back");
  h.assert.ok(await shown(page, "#banner"));
  const added = ["#ranking", "#alex-area:last-of-type", "#banner", "#added"];
  const after = await page.evaluate((ids) => {
    for (const id of ids) [...document.querySelectorAll(id)].at(-1).remove();
    return document.documentElement.outerHTML;
  }, added);
  h.assert.equal(after, before, "byte for byte, without what the page itself added");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<div class="realtime_news" id="after">뒤에</div>'));
  await page.waitForTimeout(500);
  h.assert.ok(await shown(page, "#after"), "after the restoring nothing is hidden any more");
  await page.close();
});

test("nothing that holds the article is hidden, whatever the page names it later", async () => {
  const page = await h.visit(own, daum(""));
  await clean(page);
  const article = await readable(page);
  await page.evaluate(() => {
    for (const p of document.querySelectorAll("section[dmcf-sid]")) p.parentElement.classList.add("realtime_news");
    document.body.insertAdjacentHTML("beforeend", '<div class="realtime_news" id="ranking">순위</div>');
  });
  await h.until(async () => (await shown(page, "#ranking")) === false, "the ranking is hidden");
  h.assert.deepEqual(await readable(page), article);
  await page.close();
});

test("a page that adds ten thousand things is not slowed down and not followed for ever", async () => {
  const page = await h.visit(own, daum(""));
  await clean(page);
  const before = await h.hiddenCount(page);
  const longest = await page.evaluate(async () => {
    let longest = 0;
    const seen = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (longest = Math.max(longest, entry.duration))));
    seen.observe({ type: "longtask" });
    const html = '<div class="realtime_news"><a href="/x">줄</a></div>'.repeat(100);
    for (let round = 0; round < 100; round += 1) {
      document.body.insertAdjacentHTML("beforeend", html);
      await new Promise((done) => setTimeout(done, 5));
    }
    await new Promise((done) => setTimeout(done, 600));
    return longest;
  });
  h.assert.equal((await h.hiddenCount(page)) - before, 500, "as many as the bound says");
  console.log(`longest task while watching: ${longest} ms`);
  await page.close();
});
