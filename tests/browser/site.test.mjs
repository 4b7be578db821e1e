// The choice for one site: asked for one host, kept through a restart of the browser and an update of the extension.
import { rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { newProfile } from "../../tools/chromium/launch.mjs";
import * as h from "./harness.mjs";

const HOST = "127.0.0.1";
const ORIGIN = `*://${HOST}/*`;
const own = {};
const profile = newProfile();

before(async () => {
  own.site = await h.serve({ pages: { "/article": { body: h.article() }, "/list": { body: "<!DOCTYPE html><title>목록</title><ul><li><a href=/article>하나</a></ul>" } } });
  await start();
});
after(async () => {
  await own.browser?.close();
  await own.site?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

async function start() {
  own.browser = await h.launch({ executable: h.EXECUTABLE, profile });
  own.browser.context.setDefaultTimeout(8000);
}

/** In place of the browser's question, which automation cannot answer: says yes beforehand, as the extensions page does. */
async function sayYesTo(origin) {
  const page = await own.browser.context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async ([id, wanted]) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.addHostPermission(id, wanted);
  }, [own.browser.id, origin]);
  await page.close();
}

const inWorker = async (work, argument) => (await own.browser.worker()).evaluate(work, argument);
const origins = () => inWorker(async () => (await chrome.permissions.getAll()).origins);
const scripts = () => inWorker(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
const stored = () => inWorker(async () => (await chrome.storage.local.get("sites")).sites);

async function visitArticle(host = HOST) {
  const page = await own.browser.context.newPage();
  await page.goto(own.site.url("/article", host));
  return page;
}

/** Chooses in the reader's own panel, with real clicks. */
async function chooseInReader(page, frame, policy) {
  await frame.click('[data-act="site"]');
  await frame.click(`[data-policy="${policy}"]`);
  await h.until(async () => ((await stored())?.[HOST] ?? "off") === policy, `storage says ${policy}`);
}

test("at first the extension may go nowhere by itself", async () => {
  h.assert.deepEqual([await origins(), await scripts()], [[], []]);
  const page = await visitArticle();
  await page.waitForTimeout(500);
  h.assert.equal(h.isOpen(page), false);
  await page.close();
});

test("“always open here” asks for that one host and registers it", async () => {
  await sayYesTo(ORIGIN);
  const page = await visitArticle();
  const frame = await h.openReader(own, page);
  await chooseInReader(page, frame, "reader");
  await h.until(async () => (await scripts()).length === 1, "a script is registered");
  h.assert.deepEqual([await origins(), await scripts()], [[ORIGIN], [`site-${HOST}`]]);
  await page.close();
});

test("then the reader opens there without a click, on articles only, on that host only", async () => {
  const page = await visitArticle();
  await (await h.readerOf(page)).waitForSelector("#title");
  await h.pressAndWaitForClose(page, "Escape");
  await page.goto(own.site.url("/list"));
  await page.waitForTimeout(1200);
  h.assert.equal(h.isOpen(page), false, "no reader on a list");
  h.assert.equal(await page.evaluate(() => document.documentElement.lastElementChild.localName), "body");
  await page.goto(own.site.url("/article", "news.example"));
  await page.waitForTimeout(800);
  h.assert.equal(h.isOpen(page), false, "no reader on another host");
  await page.close();
});

test("survives a restart of the browser", async () => {
  await own.browser.close();
  await start();
  const page = await visitArticle();
  await (await h.readerOf(page)).waitForSelector("#title");
  await page.close();
});

test("survives an update, which drops the registered scripts", async () => {
  const old = await visitArticle();
  await (await h.readerOf(old)).waitForSelector("#title");
  await h.pressAndWaitForClose(old, "Escape");
  await inWorker(() => chrome.scripting.unregisterContentScripts());
  h.assert.deepEqual(await scripts(), []);
  const restarted = own.browser.context.waitForEvent("serviceworker");
  await inWorker(() => chrome.runtime.reload()).catch(() => undefined);
  await restarted;
  await h.until(async () => (await scripts().catch(() => [])).length === 1, "the script is registered again");
  h.assert.equal(h.isOpen(old), false, "what the user closed stays closed");
  await h.openReader(own, old);
  await old.close();
  const page = await visitArticle();
  await (await h.readerOf(page)).waitForSelector("#title");
  await page.close();
});

test("“clean” hides without opening the reader, with the note; chosen on the options page", async () => {
  const options = await own.browser.context.newPage();
  await options.goto(`chrome-extension://${own.browser.id}/options.html`);
  h.assert.equal(await options.textContent("#sites bdi"), HOST);
  await h.shoot(options, "options");
  await options.selectOption("#sites select", "clean");
  await h.until(async () => (await stored())[HOST] === "clean", "storage says clean");
  await options.close();
  const page = await visitArticle();
  await h.until(async () => (await h.pillText(page)) !== null, "the note is there");
  h.assert.ok((await h.hiddenCount(page)) > 0);
  h.assert.equal(h.isOpen(page), false);
  await h.openReader(own, page);
  await page.close();
});

test("reconcile() is safe at any time, many times, with poisoned storage", async () => {
  const before = await stored();
  for (const sites of ["x", 7, [], null, { [HOST]: "clean", "a b": "reader", "<>": "reader", c: "nonsense", __proto__: "never" }]) {
    await inWorker((value) => chrome.storage.local.set({ sites: value }), sites);
    await new Promise((done) => setTimeout(done, 150));
  }
  await h.until(async () => (await scripts()).join() === `site-${HOST}`, "only the good entry is registered");
  await inWorker((value) => chrome.storage.local.set({ sites: value }), before);
});

test("“never”: the click only says so, and the permission is gone", async () => {
  const page = await visitArticle();
  await h.until(async () => (await h.pillText(page)) !== null, "the note is there");
  const frame = await h.openReader(own, page);
  await chooseInReader(page, frame, "never");
  await h.clickAndWaitForClose(page, frame, '.bar [data-act="close"]');
  await page.reload();
  await own.browser.click(page);
  await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash");
  h.assert.equal(h.isOpen(page), false);
  h.assert.deepEqual([await origins(), await scripts()], [[], []]);
  await page.close();
});

/** The menu of the toolbar button is the browser's own: its choice is sent to the listener as the browser sends it. */
const chooseInMenu = (policy) =>
  inWorker(async (chosen) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ menuItemId: `policy-${chosen}`, editable: false, pageUrl: "http://127.0.0.1/article" }, { ...tab, url: "http://127.0.0.1/article" });
  }, policy);

test("the button's menu: “only when I click” and “never” are kept and said on the button", async () => {
  const page = await visitArticle();
  await page.bringToFront();
  await chooseInMenu("off");
  await h.until(async () => (await stored())[HOST] === undefined, "nothing is stored for the site");
  await h.until(async () => (await h.badge(own, page)).text === "✓", "the button carries a tick");
  await h.openReader(own, page);
  await h.pressAndWaitForClose(page, "Escape");
  await chooseInMenu("never");
  await h.until(async () => (await stored())[HOST] === "never", "storage says never");
  await own.browser.click(page);
  await h.until(async () => (await h.badge(own, page)).text === "–", "the button carries a dash");
  h.assert.equal(h.isOpen(page), false);
  await page.close();
});

test("the button's menu has the four choices, and none twice after an update", async () => {
  const made = await inWorker(async () => {
    const ids = [];
    for (const policy of ["reader", "clean", "off", "never"]) {
      await chrome.contextMenus.update(`policy-${policy}`, { enabled: true });
      ids.push(policy);
    }
    return ids;
  });
  h.assert.deepEqual(made, ["reader", "clean", "off", "never"]);
});

test("removing the site on the options page leaves nothing behind", async () => {
  const options = await own.browser.context.newPage();
  await options.goto(`chrome-extension://${own.browser.id}/options.html`);
  await options.click("#sites li button:last-of-type");
  await options.waitForSelector("#empty:not([hidden])");
  h.assert.deepEqual([await stored(), await origins(), await scripts()], [{}, [], []]);
  await options.close();
  const page = await visitArticle();
  await h.openReader(own, page);
  await page.close();
});

test("without the user's yes nothing is stored", async () => {
  const options = await own.browser.context.newPage();
  await options.goto(`chrome-extension://${own.browser.id}/options.html`);
  const answers = await options.evaluate(async () => {
    const { setPolicy } = await import("./sites.js");
    const refusals = [async () => false, () => Promise.reject(new Error("no gesture"))];
    const answers = [];
    for (const refusal of refusals) {
      chrome.permissions.request = refusal;
      answers.push(await setPolicy("news.example", "reader"));
    }
    return answers;
  });
  h.assert.deepEqual(answers, Array(2).fill({ ok: false, policy: "off" }));
  h.assert.deepEqual([await stored(), await scripts()], [{}, []]);
  await options.close();
});
