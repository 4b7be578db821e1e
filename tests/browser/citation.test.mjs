// The citation panel and quotations: preview, switches, edits with their sources, and a fragment that a browser finds.
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();

const LINKED = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"[단독] 강가의 도서관","author":{"@type":"Person","name":"한가람"},
"datePublished":"2024-09-30T07:00:00+09:00","publisher":{"name":"새벽일보"}}</script>`;

async function openCitation(top = LINKED, more = "") {
  const page = await h.visit(own, { body: h.article({ top, more }).replaceAll("강가의 도서관</h1>", "[단독] 강가의 도서관</h1>") });
  const frame = await h.openReader(own, page);
  await frame.click('[data-act="cite"]');
  return { page, frame };
}

const bib = (frame) => frame.innerText("#bib");

/** Catches what is copied inside the frame. */
async function copied(frame, act) {
  await frame.evaluate(() => {
    window.taken = null;
    navigator.clipboard.write = async ([item]) => {
      const read = async (type) => (await item.getType(type)).text();
      window.taken = { plain: await read("text/plain"), html: await read("text/html") };
    };
  });
  await act();
  return h.until(() => frame.evaluate(() => window.taken), "something is copied");
}

/** Selects from one phrase of the reader's text to another; the selection of a person is the browser's own. */
async function select(frame, from, to = from) {
  await frame.evaluate(([from, to]) => {
    const nodes = [];
    const walker = document.createTreeWalker(document.querySelector(".body"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const point = (words, isEnd) => {
      let at = nodes.map(({ data }) => data).join("").indexOf(words);
      if (at < 0) throw new Error(`not in the text: ${words}`);
      if (isEnd) at += words.length;
      const node = nodes.find(({ length }) => (isEnd ? at <= length : at < length) || ((at -= length), false));
      return [node, at];
    };
    getSelection().setBaseAndExtent(...point(from, false), ...point(to, true));
  }, [from, to]);
}

test("every style has its preview, entry and in-text cite, and the last one stays", async () => {
  const { page, frame } = await openCitation();
  h.assert.match(await bib(frame), /^한가람, 「\[단독\] 강가의 도서관」, 『새벽일보』/);
  const seen = new Set();
  for (const style of await frame.$$eval("[name=style]", (all) => all.map(({ value }) => value))) {
    await frame.click(`[data-style="${style}"]`);
    seen.add(await bib(frame));
  }
  h.assert.equal(seen.size, 23);
  await frame.click('[data-style="apa-ko"]');
  h.assert.match(await bib(frame), /\(한가람, 2024\)/);
  const cite = await copied(frame, () => frame.click('[data-act="copy-cite"]'));
  h.assert.equal(cite.plain, "(한가람, 2024)");
  await h.until(async () => (await frame.textContent("#status")) !== "", "the copy is announced");
  await h.shoot(page, "cite-panel");
  await page.close();
  const again = await openCitation();
  h.assert.match(await bib(again.frame), /^한가람 \(2024\. 9\. 30\.\)/);
  await again.frame.click("#cite-h");
  const byKey = await copied(again.frame, () => again.page.keyboard.press("Shift+C"));
  h.assert.match(byKey.plain, /^한가람 \(2024\. 9\. 30\.\)/);
  await again.frame.click('[data-style="footnote-ko"]');
  await again.page.close();
});

test("switches change the preview at once and are remembered", async () => {
  const { page, frame } = await openCitation();
  h.assert.match(await bib(frame), /검색일/);
  await frame.click('label:has([name="cite_accessed"])');
  h.assert.doesNotMatch(await bib(frame), /검색일/);
  await frame.click('label:has([name="cite_marks"])');
  h.assert.match(await bib(frame), /「강가의 도서관」/);
  await page.close();
  const again = await openCitation();
  h.assert.match(await bib(again.frame), /「강가의 도서관」/);
  await again.frame.click('label:has([name="cite_marks"])');
  await again.frame.click('label:has([name="cite_accessed"])');
  h.assert.match(await bib(again.frame), /「\[단독\] 강가의 도서관」.*검색일/s);
  await again.page.close();
});

test("fields say where they come from; edits change the preview and can be undone", async () => {
  const { page, frame } = await openCitation();
  await frame.click(".fields > summary");
  h.assert.match(await frame.textContent("#from-published"), /JSON-LD datePublished/);
  h.assert.match(await frame.textContent("#from-publisher"), /JSON-LD publisher/);
  await frame.fill("#field-title", "새 제목");
  await frame.fill("#field-published", "작년");
  h.assert.match(await bib(frame), /「새 제목」.*2024\. 9\. 30\./s);
  h.assert.equal(await frame.getAttribute("#field-published", "aria-invalid"), "true");
  h.assert.equal(await frame.getAttribute("#field-title", "aria-invalid"), "false");
  await frame.locator(".fields").scrollIntoViewIfNeeded();
  await h.shoot(page, "cite-fields");
  await frame.focus("#field-title");
  await page.keyboard.press("n"); // a letter in a field is text, no key of the reader
  h.assert.match(await frame.inputValue("#field-title"), /n/);
  await frame.click('[data-act="unedit"][data-field="title"]');
  h.assert.match(await bib(frame), /「\[단독\] 강가의 도서관」/);
  await frame.click("#unedit-all");
  h.assert.equal(await frame.inputValue("#field-published"), "2024-09-30");
  h.assert.equal(await frame.getAttribute("#field-published", "aria-invalid"), "false");
  await page.close();
});

/** What a fragment leads to on the live page: the words that Chromium scrolls to and paints as target text. */
async function follows(address, words) {
  const page = await own.browser.context.newPage();
  await page.goto(address);
  const inView = () => page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      const { top, bottom } = range.getBoundingClientRect();
      return scrollY > 0 && top >= 0 && bottom <= innerHeight;
    }
    return false;
  }, words);
  await h.until(inView, `the browser leads to “${words}” by ${address}`);
  await page.close();
}

/** The article far down the page, so that only a fragment that is found scrolls there. */
const TALL = "<style>article p { margin-block: 900px }</style>";

test("a selected sentence is copied with its citation, and the address leads to it", async () => {
  const { page, frame } = await openCitation(LINKED + TALL);
  await frame.click('[data-style="apa-ko"]');
  await page.keyboard.press("Escape");
  for (const [from, to, lead] of [
    ["강을 보며", "많이 두겠다", "강을 보며"],
    ["예산은", "문을 연다.", "예산은 12억"],
    ["시는 주민", "둑길이었다.", "시는 주민 1,200명"],
    ["책은 4만", "늘린다", "책은 4만 권으로"],
    ["옛 나루터", "540석이다", "옛 나루터"],
  ]) {
    await select(frame, from, to);
    await frame.waitForSelector("#beside:not([hidden])");
    const { plain, html } = await copied(frame, () => frame.click("#beside"));
    h.assert.match(plain, /\(한가람, 2024, \d(–\d)?문단\)/, plain);
    const address = plain.match(/https?:\S+$/)[0];
    const linked = html.match(/<a href="([^"]+)"/)[1].replaceAll("&amp;", "&");
    h.assert.match(linked, /#:~:text=[\w%,-]+$/);
    h.assert.doesNotMatch(html, /<(script|img|iframe|style)|\son\w+=/i);
    await follows(linked, lead);
    await follows(address, lead);
  }
  await select(frame, "강을 보며", "두겠다");
  const { plain } = await copied(frame, () => page.keyboard.press("q"));
  h.assert.match(plain, /^“강을 보며 읽는 자리를 가장 많이 두겠다” \(한가람, 2024, 3문단\)\n\n한가람 \(2024\. 9\. 30\.\)\./);
  await h.shoot(page, "quote-beside");
  await frame.click('[data-act="cite"]');
  h.assert.match(await frame.innerText("#quoted"), /강을 보며 읽는 자리/);
  h.assert.match(await frame.innerText("#quoted .sample"), /^“강을 보며.*두겠다” \(한가람, 2024, 3문단\)$/);
  h.assert.match(await frame.innerText("#quoted .source"), /#:~:text=/);
  await frame.click('label:has([name="cite_fragment"])');
  h.assert.doesNotMatch(await frame.innerText("#quoted .source"), /#:~:text=/);
  await h.until(async () => !(await frame.isVisible("#beside")), "the button goes with the selection");
  h.assert.match(await frame.innerText("#quoted"), /강을 보며 읽는 자리/, "what was selected stays in the panel");
  await frame.locator("#quoted").scrollIntoViewIfNeeded();
  await h.shoot(page, "quote-panel");
  await frame.click('label:has([name="cite_fragment"])');
  await frame.click('[data-style="footnote-ko"]');
  await page.close();
});

test("words that stand elsewhere on the page too are told apart by what stands around them", async () => {
  const body = h.article({ top: TALL }).replace("<main>", '<aside class="related"><ul><li><a href="/9">옛 도서관 3곳을 헐었다</a></li></ul></aside><main>');
  const page = await h.visit(own, { body });
  const frame = await h.openReader(own, page);
  await select(frame, "도서관 3곳을");
  await frame.waitForSelector("#beside:not([hidden])");
  const { html } = await copied(frame, () => frame.click("#beside"));
  const address = html.match(/<a href="([^"]+)"/)[1].replaceAll("&amp;", "&");
  h.assert.match(decodeURIComponent(address), /#:~:text=강가에-,도서관 3곳을,-짓는다고$/);
  await follows(address, "강가에 도서관 3곳을");
  await page.close();
});

test("without a selection the key says what to do, and the button is away", async () => {
  const page = await h.visit(own, { body: h.article() });
  const frame = await h.openReader(own, page);
  await page.keyboard.press("q");
  await h.until(async () => (await frame.textContent("#status")) !== "", "the key answers");
  h.assert.equal(await frame.isVisible("#beside"), false);
  await page.close();
});

test("a text that runs from right to left: the button stays in its column, the fragment is found", async () => {
  const lines = ["أعلنت مدينة الفجر أنها ستبني ثلاث مكتبات على ضفة النهر هذا العام بميزانية قدرها مليون.", "سألت المدينة سكانها عن المكان، فاختار أكثرهم المرفأ القديم ثم طريق السد.", "تفتح المكتبات أبوابها حتى العاشرة ليلا، وفيها أربعون ألف كتاب."];
  const body = `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>مكتبة على النهر</title>${TALL}</head><body><main><article><h1>مكتبة على النهر</h1>${lines.map((line) => `<p>${line}</p>`).join("")}</article></main></body></html>`;
  const page = await h.visit(own, { body });
  const frame = await h.openReader(own, page);
  await select(frame, "فاختار", "المرفأ القديم");
  await frame.waitForSelector("#beside:not([hidden])");
  const box = await frame.locator("#beside").boundingBox();
  const column = await frame.locator("main.text").boundingBox();
  h.assert.ok(box.x >= column.x && box.x + box.width <= column.x + column.width, JSON.stringify([box, column]));
  const { html } = await copied(frame, () => frame.click("#beside"));
  await h.shoot(page, "quote-rtl");
  await follows(html.match(/<a href="([^"]+)"/)[1].replaceAll("&amp;", "&"), "فاختار أكثرهم المرفأ القديم");
  await page.close();
});

test("narrow, dark and forced colours, keyboard alone, print: pictures for the eye", async () => {
  const { page, frame } = await openCitation();
  await frame.click(".fields > summary");
  await page.setViewportSize({ width: 360, height: 760 });
  const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  h.assert.ok(overflow <= 0, `nothing runs out of a narrow window: ${overflow}`);
  await h.shoot(page, "cite-narrow");
  await frame.locator(".fields").scrollIntoViewIfNeeded();
  await h.shoot(page, "cite-narrow-fields");
  await page.keyboard.press("Escape");
  await select(frame, "강을 보며", "두겠다");
  await frame.waitForSelector("#beside:not([hidden])");
  await h.shoot(page, "quote-narrow");
  const box = await frame.locator("#beside").boundingBox();
  h.assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await frame.click('[data-act="cite"]');
  await frame.locator(".fields").scrollIntoViewIfNeeded();
  await h.shoot(page, "cite-dark");
  await page.emulateMedia({ forcedColors: "active" });
  await h.shoot(page, "cite-forced");
  await page.emulateMedia({ media: "print", forcedColors: "none" });
  h.assert.equal(await frame.isVisible("#beside"), false);
  h.assert.equal(await frame.isVisible("#panel-cite"), false);
  await page.close();
});
