// Chromium with the extension of pkg/chrome in it, and the true click on its toolbar button.
import { chromium } from "playwright-core";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Made-up hosts of the tests; all of them are this machine. Everything else has no address. */
const HOSTS = "MAP *.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

const FLAGS = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-sync",
  "--disable-component-update",
  "--disable-background-networking",
  "--password-store=basic",
  "--enable-unsafe-extension-debugging",
  "--disable-features=DisableLoadExtensionCommandLineSwitch,Translate,OptimizationHints,MediaRouter",
];

/** @returns {string[]} what a container without its own users and shared memory needs */
function containerFlags() {
  return process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : [];
}

/** A new empty folder for a profile; the caller removes it. */
export function newProfile() {
  return mkdtempSync(join(tmpdir(), "malgeun-"));
}

/**
 * @param {{executable: string, extension?: string, profile?: string, headed?: boolean, offline?: boolean, lang?: string,
 *   viewport?: object | null, colorScheme?: string}} wishes
 */
export async function launch({ executable, extension = "pkg/chrome", profile, headed = false, offline = true, lang = "ko", viewport, colorScheme }) {
  const folder = profile ?? newProfile();
  const path = resolve(extension);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: executable,
    headless: false,
    ignoreDefaultArgs: ["--disable-extensions", "--enable-automation"],
    viewport: viewport ?? (headed ? null : { width: 1280, height: 900 }),
    locale: lang,
    colorScheme,
    env: { ...process.env, LANGUAGE: lang, LANG: `${lang}.UTF-8` },
    args: [
      ...FLAGS,
      ...containerFlags(),
      ...(headed ? [] : ["--headless=new"]),
      ...(offline ? [`--host-resolver-rules=${HOSTS}`] : []),
      `--lang=${lang}`,
      `--disable-extensions-except=${path}`,
      `--load-extension=${path}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }));
  const id = new URL(worker.url()).host;
  // A worker is announced before its script has run; a click before that finds no listener, and no person is so quick.
  while (!(await worker.evaluate(() => globalThis.chrome?.action?.onClicked.hasListeners() ?? false))) await pause();
  const close = async () => {
    await context.close();
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { context, id, worker: () => workerOf(context, id), click: (page) => clickButton(context, page, id), close };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The extension's worker, which the browser stops and starts as it likes. */
async function workerOf(context, id) {
  const find = () => context.serviceWorkers().find((worker) => new URL(worker.url()).host === id);
  return find() ?? context.waitForEvent("serviceworker", { timeout: 20_000 });
}

/** The toolbar button, pressed by the browser itself: grants activeTab as a person's click does. */
async function clickButton(context, page, id) {
  await page.bringToFront();
  const session = await context.browser().newBrowserCDPSession();
  try {
    const own = await context.newCDPSession(page);
    const { targetInfo } = await own.send("Target.getTargetInfo");
    const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tabs = targetInfos.filter(({ url }) => url === targetInfo.url);
    const tab = tabs.find(({ targetId }) => targetId === targetInfo.targetId) ?? tabs[0];
    await session.send("Extensions.triggerAction", { id, targetId: tab.targetId });
  } finally {
    await session.detach();
  }
}

/** @returns {Promise<import("playwright-core").Frame>} the reader in that page */
export async function readerOf(page, timeout = 8000) {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    const frame = page.frames().find((candidate) => candidate.url().startsWith("chrome-extension://"));
    if (frame) return frame;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`no reader after ${timeout} ms in ${page.url()}`);
}
