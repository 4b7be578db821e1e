// The demo page as a person meets it, and pictures of it in both languages for the eye.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();
const DEMO = "/fixtures/demo/index.html";

async function visitDemo(browser = own.browser) {
  const page = await browser.context.newPage();
  await page.goto(own.site.url(DEMO));
  return page;
}

test("the demo: article, facts, ledger and citation are there, the junk is gone from the page", async () => {
  const page = await visitDemo();
  const before = await h.outerHtml(page);
  const frame = await h.openReader(own, page);
  h.assert.equal(await frame.textContent("#title"), "도시 하천에 돌아온 수달, 밤의 이웃이 되다");
  h.assert.match(await frame.textContent("article"), /가온천에 사는 수달은 모두 41마리로 집계됐다/);
  h.assert.doesNotMatch(await frame.textContent("article .body"), /무단 전재|구독하세요|글자크기/);
  h.assert.ok((await frame.locator("#ledger .lx").count()) > 20, "the ledger lists what was removed");
  h.assert.ok((await frame.locator("aside#facts [data-fact]").count()) > 10, "facts are listed");
  h.assert.ok((await frame.locator("mark[data-kind]").count()) > 10, "facts are marked in the text");
  const shown = await page.evaluate(() => document.body.innerText);
  h.assert.match(shown, /가온천에 사는 수달은 모두 41마리로/);
  for (const junk of ["글자크기 설정", "Copyright", "이 기사에 대해 어떻게 생각하시나요", "우리 동네에도 왔으면"]) h.assert.equal(shown.includes(junk), false, junk);
  await frame.click("#ledger > summary");
  await h.clickAndWaitForClose(page, frame, 'article [data-act="original"]');
  h.assert.equal(await h.outerHtml(page), before);
  await page.close();
});

test("a fact leads to its sentence", async () => {
  const page = await visitDemo();
  const frame = await h.openReader(own, page);
  const fact = frame.locator("aside#facts [data-fact]").last();
  await fact.click();
  const inView = () => frame.evaluate(() => {
    const mark = document.activeElement?.closest("mark") ?? document.querySelector("mark:target, mark.lit, mark[data-lit]");
    const box = mark?.getBoundingClientRect();
    return Boolean(box && box.top >= 0 && box.bottom <= innerHeight);
  });
  await h.until(inView, "the mark is in view");
  await page.close();
});

test("a trap in the wasm gives a sentence and a way back, and the next click a fresh reader", async () => {
  const page = await visitDemo();
  const before = await h.outerHtml(page);
  const frame = await h.openReader(own, page);
  await frame.evaluate(() => void dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await frame.waitForSelector("main.trap p");
  await h.clickAndWaitForClose(page, frame, '.trap [data-act="close"]');
  h.assert.equal(await h.outerHtml(page), before);
  await h.openReader(own, page);
  await page.close();
});

/** The extension with the words of one language only, whatever the browser speaks. */
function inLanguage(code) {
  const folder = mkdtempSync(join(tmpdir(), "malgeun-lang-"));
  cpSync("pkg/chrome", folder, { recursive: true });
  for (const other of ["ko", "en"]) if (other !== code) rmSync(join(folder, "_locales", other), { recursive: true });
  const path = join(folder, "manifest.json");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), default_locale: code }));
  return folder;
}

const LOOKS = [
  ["ko", "light", 1280],
  ["ko", "dark", 1280],
  ["en", "light", 1280],
  ["ko", "light", 390],
];
for (const [code, colorScheme, width] of LOOKS) {
  test(`looks: ${code}, ${colorScheme}, ${width} px wide`, async () => {
    const extension = inLanguage(code);
    const browser = await h.launch({ executable: h.EXECUTABLE, extension, colorScheme, viewport: { width, height: 900 } });
    try {
      const page = await visitDemo(browser);
      const frame = await h.openReader({ browser }, page);
      h.assert.equal(await frame.evaluate(() => document.documentElement.lang), code);
      h.assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "no scrolling sideways");
      await page.waitForTimeout(300);
      await h.shoot(page, `demo-${code}-${colorScheme}-${width}`);
      await h.pressAndWaitForClose(page, "Escape");
      await page.waitForTimeout(200);
      await h.shoot(page, `demo-${code}-${colorScheme}-${width}-cleaned`);
    } finally {
      await browser.close();
      rmSync(extension, { recursive: true, force: true });
    }
  });
}
