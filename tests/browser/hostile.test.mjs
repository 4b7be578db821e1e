// Pages that stand in the way, by accident or on purpose, and places where no extension may go.
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();

/** Whether the reader covers the middle of the window: then the page's own element there is our host. */
const covers = (page) =>
  page.evaluate(() => {
    const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return top?.parentElement === document.documentElement && top.localName === "div";
  });

test("stands above a modal dialog of the page", async () => {
  const more = `<dialog id="theirs"><p>구독하세요</p></dialog><script>theirs.showModal()</script>`;
  const page = await h.visit(own, { body: h.article({ more }) });
  const frame = await h.openReader(own, page);
  h.assert.equal(await covers(page), true);
  h.assert.equal(await frame.evaluate(() => document.hasFocus()), true);
  await h.pressAndWaitForClose(page, "Escape");
  h.assert.equal(await page.evaluate(() => theirs.open), true, "the page's dialog is as it was");
  await page.close();
});

test("is not reached by the page's own styles", async () => {
  const top = "<style>div, dialog, iframe { display: none !important; opacity: 0 !important; transform: scale(0) !important }</style>";
  const page = await h.visit(own, { body: h.article({ top }) });
  await h.openReader(own, page);
  await h.until(() => covers(page), "the reader is seen");
  await page.close();
});

test("the page's key listeners neither hear nor stop keys in the reader", async () => {
  const more = `<script>window.heard = []; for (const type of ["keydown", "keyup", "keypress"]) addEventListener(type, (event) => { heard.push(event.key); event.stopImmediatePropagation(); event.preventDefault(); }, true);</script>`;
  const page = await h.visit(own, { body: h.article({ more }) });
  await h.openReader(own, page);
  await page.keyboard.press("j");
  h.assert.deepEqual(await page.evaluate(() => heard), []);
  await h.pressAndWaitForClose(page, "Escape");
  await page.close();
});

test("is put back when the page removes it once", async () => {
  const more = `<script>new MutationObserver((records, observer) => { for (const record of records) for (const node of record.addedNodes) { observer.disconnect(); setTimeout(() => { node.remove(); window.removed = true; }, 300); } }).observe(document.documentElement, { childList: true });</script>`;
  const page = await h.visit(own, { body: h.article({ more }) });
  await own.browser.click(page);
  // The frame that the page removes may be gone before it has shown anything, or may still be leaving: only what stands
  // afterwards is looked at.
  await page.waitForFunction(() => window.removed);
  const stands = async () => {
    try {
      return await (await h.readerOf(page)).waitForSelector("#title", { timeout: 5000 });
    } catch {
      return null;
    }
  };
  await h.until(stands, "the reader stands again");
  await h.pressAndWaitForClose(page, "Escape");
  await page.close();
});

test("gives up when the page removes it again and again, and leaves the page as it was", async () => {
  const more = `<script>window.removed = 0; new MutationObserver((records) => { for (const record of records) for (const node of record.addedNodes) { node.remove(); removed += 1; } }).observe(document.documentElement, { childList: true });</script>`;
  const page = await h.visit(own, { body: h.article({ more }) });
  const before = await h.outerHtml(page);
  await own.browser.click(page);
  await h.until(async () => (await h.badge(own, page)).text === "–", "the button says that it did not work");
  h.assert.equal(await page.evaluate(() => removed), 4, "mounted once and put back three times");
  h.assert.equal(await h.outerHtml(page), before);
  await page.close();
});

test("a page does not even see the reader's frame", async () => {
  const page = await h.visit(own, { body: h.article() });
  await h.openReader(own, page);
  h.assert.deepEqual(await page.evaluate(() => [frames.length, document.querySelectorAll("iframe").length, document.documentElement.lastElementChild.shadowRoot]), [0, 0, null]);
  await page.close();
});

test("the reader takes no port without the nonce of the background", async () => {
  const page = await own.browser.context.newPage();
  await page.goto(`chrome-extension://${own.browser.id}/reader.html`);
  const heard = await page.evaluate(async () => {
    const heard = [];
    for (const nonce of ["guess", undefined, null, 1, {}, ["guess"]]) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(data);
      postMessage({ type: "malgeun", nonce }, "*", [port2]);
    }
    await new Promise((done) => setTimeout(done, 500));
    return heard;
  });
  h.assert.deepEqual(heard, []);
  await page.close();
});

test("a page can neither frame nor fetch a file of the extension by its fixed address", async () => {
  const page = await h.visit(own, { body: h.article() });
  const reached = await page.evaluate(async (id) => {
    const fetched = await Promise.allSettled(["reader.html", "malgeun_bg.wasm", "manifest.json", "icons/48.png"].map((name) => fetch(`chrome-extension://${id}/${name}`)));
    return fetched.filter(({ status }) => status === "fulfilled").length;
  }, own.browser.id);
  h.assert.equal(reached, 0);
  await page.evaluate((id) => {
    const frame = document.createElement("iframe");
    frame.src = `chrome-extension://${id}/reader.html`;
    document.body.append(frame);
  }, own.browser.id);
  await page.waitForTimeout(300);
  h.assert.equal(page.frames().some((frame) => frame.url() === `chrome-extension://${own.browser.id}/reader.html`), false);
  await page.close();
});

test("counts elements as the core does: templates, SVG, noscript, forms out of place, shadow roots", async () => {
  const more = `<template><div><p>a</p></div></template><noscript><img src="data:,"><p>b</p></noscript>
    <svg viewBox="0 0 9 9"><defs><g><path d="M0 0"/></g></defs><foreignObject><div>c</div></foreignObject></svg><math><mi>x</mi></math>
    <table><tr><td>d</table><select><option>e<option>f</select><p>g<p>h<div id="shadowed"></div><textarea></p></textarea><pre>
i</pre><script>shadowed.attachShadow({ mode: "open" }).append(document.createElement("p")); document.body.append(document.createElement("x-y"));</script><!-- <b> -->`;
  const page = await h.visit(own, { body: h.article({ more }) });
  await h.openReader(own, page);
  await h.until(async () => (await h.hiddenCount(page)) > 0, "the counts agree, so something is hidden");
  await page.close();
});

test("never hides the document, its body or the article", async () => {
  const page = await h.visit(own, { body: h.article() });
  await h.openReader(own, page);
  h.assert.equal(await page.evaluate(() => document.querySelectorAll("html[data-malgeun-hidden], body[data-malgeun-hidden], article[data-malgeun-hidden]").length), 0);
  await page.close();
});

test("a page that takes no frames of others (COEP): after four seconds the page is given back and the button says so", async () => {
  const page = await h.visit(own, { body: h.article(), headers: { "cross-origin-embedder-policy": "require-corp" } });
  const before = await h.outerHtml(page);
  await own.browser.click(page);
  await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash", 6000);
  h.assert.equal(await h.outerHtml(page), before);
  await page.close();
});

test("a page in a sandbox takes no frame with a voice: the button says so", async () => {
  const page = await h.visit(own, { body: h.article(), headers: { "content-security-policy": "sandbox allow-scripts" } });
  const before = await h.outerHtml(page);
  await own.browser.click(page);
  await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash", 2000);
  h.assert.equal(await h.outerHtml(page), before);
  await page.close();
});

for (const [name, url] of [["a page of the browser", "chrome://version/"], ["the extension's own page", "own"]]) {
  test(`${name}: the button says so, nothing else happens`, async () => {
    const page = await own.browser.context.newPage();
    await page.goto(url === "own" ? `chrome-extension://${own.browser.id}/options.html` : url);
    await own.browser.click(page);
    await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash");
    h.assert.notEqual((await h.badge(own, page)).title, "");
    await page.close();
  });
}

const DOCUMENTS = [
  ["a picture", "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>'],
  ["XML", "application/xml", "<list><item>하나</item></list>"],
  ["JSON", "application/json", '{"a": 1}'],
];
for (const [name, type, body] of DOCUMENTS) {
  test(`a document that is no page (${name}): the button says so, the document stays`, async () => {
    const page = await h.visit(own, { body, type });
    const before = await h.outerHtml(page);
    await own.browser.click(page);
    await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash");
    h.assert.equal(await h.outerHtml(page), before);
    h.assert.equal(h.isOpen(page), false);
    await page.close();
  });
}

test("the dash goes away with the next page that can be read", async () => {
  const page = await h.visit(own, { body: "<a/>", type: "application/xml" });
  await own.browser.click(page);
  await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash");
  own.site.set("/again", { body: h.article() });
  await page.goto(own.site.url("/again"));
  await h.openReader(own, page);
  h.assert.equal((await h.badge(own, page)).text, "");
  await page.close();
});
