// What the browser tests share: one browser a file, pages on loopback, the true click, and a way into the reader.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before } from "node:test";
import { launch, readerOf } from "../../tools/chromium/launch.mjs";
import { serve } from "../../tools/chromium/serve.mjs";

export { assert, launch, readerOf, serve };

export const EXECUTABLE = process.env.CHROMIUM || "/usr/bin/chromium";
const SHOTS = "tests/browser/shots";
/** Milliseconds after which something that should happen has not. */
const PATIENCE = 8000;

/** A portal's article with junk around it, written for these tests; `top` comes into the head, `more` ends the body. */
export function article({ top = "", more = "", bodyAttributes = "" } = {}) {
  return `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>강가의 도서관 : 새벽일보</title>
<meta property="og:title" content="강가의 도서관"><meta property="og:site_name" content="새벽일보">
<meta property="article:published_time" content="2024-09-30T07:00:00+09:00">
<link rel="icon" href="data:,">${top}</head><body ${bodyAttributes}>
<header><nav><ul><li><a href="/">홈</a></li><li><a href="/s">사회</a></li><li><a href="/e">경제</a></li></ul></nav></header>
<main><article><h1>강가의 도서관</h1><p class="byline">한가람 기자 garam@saebyeok.example 입력 2024.09.30 07:00</p>
<p>새벽시는 올해 강가에 도서관 3곳을 짓는다고 30일 밝혔다. 예산은 12억 원이며 내년 3월에 문을 연다.</p>
<p>시는 주민 1,200명에게 물어 자리를 정했다. 가장 많은 사람이 옛 나루터를 골랐고, 그다음이 둑길이었다.</p>
<p>윤슬 새벽시 문화과장은 “강을 보며 읽는 자리를 가장 많이 두겠다”고 말했다. 세 곳을 더하면 자리는 모두 540석이다.</p>
<p>도서관은 밤 10시까지 연다. 책은 4만 권으로 시작해 해마다 5천 권씩 늘린다.</p></article>
<aside class="related"><h2>많이 본 뉴스</h2><ol><li><a href="/1">첫눈 온 날</a></li><li><a href="/2">시장의 하루</a></li><li><a href="/3">새 다리</a></li></ol></aside></main>
<footer><p>Copyright ⓒ 새벽일보. All rights reserved. 무단 전재 및 재배포 금지.</p></footer>${more}</body></html>`;
}

/** The title of article(). */
export const TITLE = "강가의 도서관";

/** Waits until `check` gives something true, and gives it back. */
export async function until(check, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) assert.fail(`after ${patience} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** A browser and a server for all tests of the calling file. @param {object} wishes as for launch() */
export function stage(wishes = {}) {
  const own = {};
  before(async () => {
    own.site = await serve({ folder: "tests" });
    own.browser = await launch({ executable: EXECUTABLE, ...wishes });
    own.browser.context.setDefaultTimeout(PATIENCE);
  });
  after(async () => {
    await own.browser?.close();
    await own.site?.close();
  });
  return own;
}

let pageCount = 0;

/** Puts a page on the server under a path of its own and opens it. @param {import("../../tools/chromium/serve.mjs").Page} content */
export async function visit(own, content, { host } = {}) {
  const path = `/page-${(pageCount += 1)}`;
  own.site.set(path, content);
  const page = await own.browser.context.newPage();
  await page.goto(own.site.url(path, host));
  return page;
}

export const outerHtml = (page) => page.evaluate(() => document.documentElement.outerHTML);
export const hiddenCount = (page) => page.evaluate(() => document.querySelectorAll("[data-malgeun-hidden]").length);
export const isOpen = (page) => page.frames().some((frame) => frame.url().startsWith("chrome-extension://"));

/** Clicks the toolbar button and waits for the reader. @returns {Promise<import("playwright-core").Frame>} */
export async function openReader(own, page) {
  await own.browser.click(page);
  const frame = await readerOf(page);
  await frame.waitForSelector("#title", { timeout: PATIENCE });
  return frame;
}

/** A key that closes the reader takes the frame away under the automation's feet: its answer may never come. */
export async function pressAndWaitForClose(page, key) {
  page.keyboard.press(key).catch(() => undefined);
  await until(() => !isOpen(page), `the reader closes on ${key}`);
}

/** The same for a button in the frame. */
export async function clickAndWaitForClose(page, frame, selector) {
  frame.click(selector).catch(() => undefined);
  await until(() => !isOpen(page), `the reader closes on ${selector}`);
}

/** @returns {Promise<{text: string, title: string}>} what the toolbar button says on the tab of that address */
export async function badge(own, page) {
  const worker = await own.browser.worker();
  const url = page.url();
  return worker.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((candidate) => candidate.url === wanted) ?? tabs.find((candidate) => candidate.active);
    return { text: await chrome.action.getBadgeText({ tabId: tab.id }), title: await chrome.action.getTitle({ tabId: tab.id }) };
  }, url);
}

/** A picture for the eye; not compared. */
export async function shoot(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

/** Where on the screen a button of our note lies: it is in a closed root, so only a click at the place reaches it. */
export async function clickPill(page, name) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const node = find(root, (candidate) => candidate.localName === "button" && attribute(candidate, "data-act") === name);
    assert.ok(node, `the note has a button "${name}"`);
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId: node.backendNodeId });
    const [left, top, , , right, bottom] = model.content;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  } finally {
    await session.detach();
  }
}

/** Text of our note, null when there is none. */
export async function pillText(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const status = find(root, (node) => node.localName === "p" && attribute(node, "role") === "status" && node.inPill);
    return status ? status.children[0].nodeValue : null;
  } finally {
    await session.detach();
  }
}

function attribute(node, name) {
  const index = (node.attributes ?? []).indexOf(name);
  return index < 0 ? null : node.attributes[index + 1];
}

/** First node of the tree, shadow roots included, for which `wanted` holds; nodes in our note carry `inPill`. */
function find(node, wanted, inPill = false) {
  node.inPill = inPill || attribute(node, "class") === "pill";
  if (wanted(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, wanted, node.inPill);
    if (found) return found;
  }
  return null;
}
