// Pages that are no article, or a part of one: what the reader says, what it offers, and that the page stays as it was.
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();
const fixture = (name) => readFileSync(`tests/fixtures/pages/${name}/page.html`, "utf8");
const words = (key) => JSON.parse(readFileSync("extension/_locales/ko/messages.json", "utf8"))[key].message;

const SEEN = [
  ["not-article--missing", "seen_error_page"],
  ["not-article--shell", "seen_empty_shell"],
  ["not-article--video", "seen_video"],
  ["not-article--section", "seen_section_list"],
  ["not-article--login", "seen_login"],
];

for (const [name, key] of SEEN) {
  test(`says what it sees and leaves the page alone: ${name}`, async () => {
    const page = await h.visit(own, { body: fixture(name) });
    const before = await h.outerHtml(page);
    const frame = await h.openReader(own, page);
    h.assert.equal(await frame.textContent("#title"), words(key));
    h.assert.match(await frame.textContent("section.none"), new RegExp(words(`${key}_next`).slice(0, 12)));
    h.assert.equal(await frame.locator('[data-act="facts"], [data-act="cite"]').count(), 0, "no tools for a text that is not there");
    await h.clickAndWaitForClose(page, frame, '[data-act="original"]');
    h.assert.equal(await h.outerHtml(page), before);
    await page.close();
  });
}

test("a page that draws its text late is read again from the reader", async () => {
  const page = await h.visit(own, { body: '<!DOCTYPE html><html lang="ko"><head><title>강가의 도서관</title></head><body><div id="root"></div><script>void 0</script></body></html>' });
  const frame = await h.openReader(own, page);
  h.assert.equal(await frame.textContent("#title"), words("seen_empty_shell"));
  const body = h.article().match(/<main>.*<\/main>/s)[0];
  await page.evaluate((text) => (document.querySelector("#root").innerHTML = text), body);
  await frame.click('[data-act="again"]').catch(() => undefined);
  const again = await h.until(async () => {
    const open = page.frames().find((candidate) => candidate.url().startsWith("chrome-extension://"));
    return (await open?.textContent("#title", { timeout: 500 }).catch(() => "")) === h.TITLE && open;
  }, "the reader shows the text");
  h.assert.match(await again.textContent(".body"), /예산은 12억 원이며/);
  await page.close();
});

test("a teaser is shown and says at its end that it is one", async () => {
  const page = await h.visit(own, { body: fixture("partial--subscribe") });
  const frame = await h.openReader(own, page);
  h.assert.match(await frame.textContent(".body"), /스무 채를 고친 사람은 목수 도한별씨다/);
  h.assert.match(await frame.textContent("#partial"), /글의 앞부분만/);
  h.assert.equal(await frame.locator("#partial a").count(), 0);
  await h.shoot(page, "partial");
  await page.close();
});

test("the text of a fold that the page's styles close is in the reader", async () => {
  const page = await h.visit(own, { body: fixture("fold--read-more") });
  const frame = await h.openReader(own, page);
  const text = await frame.textContent(".body");
  h.assert.match(text, /기다리는 자리에는 지붕을 올렸다/);
  h.assert.doesNotMatch(text, /친구에게 보내 보세요/);
  await page.close();
});
