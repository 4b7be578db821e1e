// Opening and closing by the true toolbar button, and the page as it was afterwards.
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();

test("a click opens the reader with the article, hides the rest of the page, and focus is in the reader", async () => {
  const page = await h.visit(own, { body: h.article() });
  const frame = await h.openReader(own, page);
  h.assert.equal((await frame.textContent("#title")).trim(), h.TITLE);
  await h.until(async () => (await h.hiddenCount(page)) > 0, "something is hidden");
  h.assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("article")).display), "block");
  h.assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("aside")).display), "none");
  h.assert.equal(await frame.evaluate(() => document.hasFocus()), true);
  await h.shoot(page, "reader");
  await page.close();
});

test("a second click closes it and leaves the cleaned page with the note", async () => {
  const page = await h.visit(own, { body: h.article() });
  await h.openReader(own, page);
  await h.until(async () => (await h.hiddenCount(page)) > 0, "something is hidden");
  await own.browser.click(page);
  await h.until(() => !h.isOpen(page), "the reader is closed");
  const hidden = await h.hiddenCount(page);
  h.assert.ok(hidden > 0, "the page stays cleaned");
  h.assert.match(await h.pillText(page), new RegExp(`\\b${hidden}\\b`));
  await h.shoot(page, "pill");
  await page.close();
});

test("Esc closes it; the note restores the page to the byte", async () => {
  const page = await h.visit(own, { body: h.article() });
  await page.evaluate(() => scrollTo(0, 40));
  const before = await h.outerHtml(page);
  const scroll = await page.evaluate(() => scrollY);
  await h.openReader(own, page);
  await h.until(async () => (await h.hiddenCount(page)) > 0, "something is hidden");
  await h.pressAndWaitForClose(page, "Escape");
  h.assert.notEqual(await h.outerHtml(page), before);
  await h.clickPill(page, "restore");
  h.assert.equal(await h.outerHtml(page), before);
  h.assert.equal(await page.evaluate(() => scrollY), scroll);
  await page.close();
});

test("closing with the original restores the page to the byte, also after a second reading", async () => {
  const page = await h.visit(own, { body: h.article() });
  const before = await h.outerHtml(page);
  await h.openReader(own, page);
  await h.pressAndWaitForClose(page, "Escape");
  const frame = await h.openReader(own, page);
  await frame.click("#ledger > summary");
  await h.clickAndWaitForClose(page, frame, '[data-act="original"]');
  h.assert.equal(await h.outerHtml(page), before);
  await page.close();
});

test("the note leads back to the reader, and goes away when dismissed", async () => {
  const page = await h.visit(own, { body: h.article() });
  await h.openReader(own, page);
  await h.pressAndWaitForClose(page, "Escape");
  await h.clickPill(page, "read");
  await (await h.readerOf(page)).waitForSelector("#title");
  await h.pressAndWaitForClose(page, "Escape");
  await h.clickPill(page, "dismiss");
  h.assert.equal(await h.pillText(page), null);
  h.assert.ok((await h.hiddenCount(page)) > 0, "the page stays cleaned");
  await page.close();
});

test("clicks that the page makes up do nothing to the note", async () => {
  const page = await h.visit(own, { body: h.article() });
  await h.openReader(own, page);
  await h.pressAndWaitForClose(page, "Escape");
  const hidden = await h.hiddenCount(page);
  await page.evaluate(() => {
    for (const type of ["click", "pointerdown", "keydown"]) document.documentElement.lastElementChild.dispatchEvent(new Event(type, { bubbles: true }));
    const box = document.documentElement.lastElementChild.getBoundingClientRect();
    document.elementFromPoint(innerWidth - 40, innerHeight - 40)?.click();
    return box.width;
  });
  h.assert.equal(await h.hiddenCount(page), hidden);
  h.assert.notEqual(await h.pillText(page), null);
  await page.close();
});

test("one removal can be undone in the reader", async () => {
  const page = await h.visit(own, { body: h.article() });
  const frame = await h.openReader(own, page);
  const hidden = await h.until(() => h.hiddenCount(page), "something is hidden");
  await frame.click("#ledger > summary");
  await frame.click('#ledger [data-act="restore"]');
  await h.until(async () => (await h.hiddenCount(page)) < hidden, "one less is hidden");
  await page.close();
});

test("a page in plain text opens, and is left alone", async () => {
  const body = `${h.TITLE}\n\n새벽시는 올해 강가에 도서관 3곳을 짓는다고 30일 밝혔다. 예산은 12억 원이며 내년 3월에 문을 연다.\n\n시는 주민 1,200명에게 물어 자리를 정했다. 가장 많은 사람이 옛 나루터를 골랐다.\n`;
  const page = await h.visit(own, { body, type: "text/plain; charset=utf-8" });
  const before = await h.outerHtml(page);
  const frame = await h.openReader(own, page);
  h.assert.match(await frame.textContent("body"), /예산은 12억 원이며/);
  await h.pressAndWaitForClose(page, "Escape");
  h.assert.equal(await h.outerHtml(page), before);
  await page.close();
});

test("an XHTML page opens", async () => {
  const body = h.article().replace("<!DOCTYPE html><html", '<html xmlns="http://www.w3.org/1999/xhtml"').replace(/<(meta|link)([^>]*)>/g, "<$1$2/>");
  const page = await h.visit(own, { body, type: "application/xhtml+xml; charset=utf-8" });
  const frame = await h.openReader(own, page);
  h.assert.equal((await frame.textContent("#title")).trim(), h.TITLE);
  await page.close();
});

test("the dateline is shown as printed; a setting hides it, and is remembered", async () => {
  const dateline = "(새벽=물결통신) 한가람 기자 =";
  const body = h.article().replace("<p>새벽시는", `<p>${dateline} 새벽시는`);
  const isShown = (frame) => frame.evaluate(() => document.querySelector(".dateline").getClientRects().length > 0);
  const page = await h.visit(own, { body });
  const frame = await h.openReader(own, page);
  h.assert.equal(await frame.textContent(".dateline"), dateline);
  h.assert.equal(await frame.textContent(".by .filed"), "새벽에서 씀 · 물결통신", "the head says what it says");
  h.assert.equal(await isShown(frame), true);
  await frame.click(".t-type");
  await frame.click('label:has(> input[name="dateline"])');
  await h.until(async () => !(await isShown(frame)), "the dateline is hidden");
  h.assert.match(await frame.innerText(".body p"), /^\s*새벽시는 올해/);
  await page.keyboard.press("Escape"); // the panel
  await h.pressAndWaitForClose(page, "Escape");
  const again = await h.openReader(own, page);
  await h.until(async () => !(await isShown(again)), "the dateline is still hidden");
  await page.close();
});
