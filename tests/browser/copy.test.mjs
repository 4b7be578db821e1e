// The citation in the clipboard, read back as a person would paste it; and that nothing is sent anywhere.
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();

/** Pastes into an empty page with a real key press. @returns {Promise<{plain: string, html: string}>} */
async function paste() {
  const page = await h.visit(own, { body: `<!DOCTYPE html><title>p</title><textarea id="t"></textarea><script>t.addEventListener("paste", ({ clipboardData }) => { window.pasted = { plain: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") }; });</script>` });
  await page.focus("#t");
  await page.keyboard.press("Control+V");
  const pasted = await h.until(() => page.evaluate(() => window.pasted), "something is pasted");
  await page.close();
  return pasted;
}

async function copies(host) {
  const page = await h.visit(own, { body: h.article() }, { host });
  const frame = await h.openReader(own, page);
  await frame.click('[data-act="cite"]');
  await frame.click('[data-act="copy"]');
  await page.waitForTimeout(300);
  const pasted = await paste();
  const citation = /^한가람, 「강가의 도서관」, 『새벽일보』, 2024\. 9\. 30\., http:\/\/\S+\/page-\d+ \(검색일: 20\d\d\. \d+\. \d+\.\)\.$/;
  h.assert.match(pasted.plain, citation);
  h.assert.doesNotMatch(pasted.plain, /garam@|[\u0000-\u0009\u000b-\u001f]/);
  h.assert.notEqual(pasted.html, "");
  h.assert.doesNotMatch(pasted.html, /<(script|img|iframe|style)|\son\w+=/i);
  await page.close();
}

test("copies a citation as text and as HTML", () => copies("127.0.0.1"));

test("copies on a page over plain http, where frames have no navigator.clipboard", () => copies("news.example"));

test("sends nothing: no request comes from the worker or the reader", async () => {
  const requests = [];
  const note = (request) => {
    const from = request.serviceWorker()?.url() ?? request.frame().url();
    if (from.startsWith("chrome-extension:") && !request.url().startsWith("chrome-extension:")) requests.push(request.url());
  };
  own.browser.context.on("request", note);
  const page = await h.visit(own, { body: h.article() });
  own.site.requests.length = 0;
  const frame = await h.openReader(own, page);
  await frame.click('[data-act="cite"]');
  await frame.click('[data-act="copy"]');
  await page.waitForTimeout(500);
  await h.clickAndWaitForClose(page, frame, '.bar [data-act="close"]');
  h.assert.deepEqual(requests, []);
  h.assert.deepEqual(own.site.requests, []);
  own.browser.context.off("request", note);
  await page.close();
});
