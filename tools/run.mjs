// `./build.sh run [URL|FILE]`: Chromium with the extension, the page, the click. With a display the browser stays open for the
// user; without one, what the reader shows is printed, with a picture under pkg/.
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { launch, readerOf } from "./chromium/launch.mjs";
import { serve } from "./chromium/serve.mjs";

const DEMO = "tests/fixtures/demo/index.html";
const SHOT = "pkg/reader.png";
/** Milliseconds for a page to load and for the reader to be filled. */
const PATIENCE = 30_000;

function stop(sentence, remedy) {
  console.error(`Stopped: ${sentence}\nRemedy:  ${remedy}`);
  process.exit(1);
}

/** @returns {Promise<{url: string, close: () => Promise<void>}>} where the page is; a file is served on loopback */
async function place(wish = DEMO) {
  if (/^https?:/.test(wish)) return { url: wish, close: async () => undefined };
  if (!existsSync(wish)) stop(`there is no file ${wish}.`, "name an existing .html or .txt file, or an address that begins with https://");
  const path = resolve(wish);
  const site = await serve({ folder: dirname(path) });
  return { url: site.url(`/${encodeURIComponent(basename(path))}`), close: site.close };
}

/** What the reader shows, as plain lines. Runs in the frame. */
function contents() {
  const pieces = (node) => (node.children.length === 0 ? [node.textContent] : [...node.childNodes].flatMap((child) => (child.nodeType === 1 ? pieces(child) : [child.textContent])));
  // Folded and covered parts have no rendered text; neighbours that a style sheet parts get a space.
  const parted = (node) => (node === null ? "" : pieces(node).join(" ").replaceAll("\u2060", "").replace(/\s+/g, " ").trim());
  const words = (node) => (node?.textContent ?? "").replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    title: words(document.querySelector("#title")),
    byline: parted(document.querySelector("article .by")),
    facts: all("#facts [data-fact]").map(parted),
    removals: all("#ledger .lx").map((row) => ({
      kind: words(row.closest(".lg")?.querySelector("h3")),
      text: [...row.querySelectorAll(".lines > s")].map(words).join(" / "),
      // A reason that all of a kind have stands once, at the kind.
      why: words(row.querySelector(".why") ?? row.closest(".lg")?.querySelector(".why")),
    })),
    citation: words(document.querySelector("#bib")),
  };
}

function print({ title, byline, facts, removals, citation }) {
  console.log(`\nTitle     ${title}\nByline    ${byline}`);
  console.log(`\nFacts     ${facts.length}`);
  for (const fact of facts) console.log(`  ${fact}`);
  console.log(`\nRemoved   ${removals.length}`);
  for (const { kind, text, why } of removals) console.log(`  ${kind}: ${text.slice(0, 60) || "–"} (${why})`);
  console.log(`\nCitation  ${citation}\n`);
}

const [executable, wish] = process.argv.slice(2);
const headed = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const { url, close } = await place(wish);
console.log(`Opening ${url}${headed ? "" : " (no display: headless)"}`);
const browser = await launch({ executable, headed, offline: !/^https?:/.test(wish ?? "") });
const page = browser.context.pages()[0] ?? (await browser.context.newPage());
await page.goto(url, { waitUntil: "load", timeout: PATIENCE }).catch((error) => stop(`${url} did not open: ${error.message.split("\n")[0]}`, "see that there is network"));
await browser.click(page);
const reader = await readerOf(page, PATIENCE).catch(() => stop("the reader did not open on this page.", "hover the toolbar button: it says why"));
await reader.waitForSelector("#title", { timeout: PATIENCE });

if (headed) {
  console.log("The reader is open. Close the browser to end.");
  await new Promise((done) => browser.context.on("close", done));
} else {
  await page.screenshot({ path: SHOT });
  await reader.click('[data-act="cite"]').catch(() => undefined);
  await reader.evaluate(() => document.querySelector("#ledger")?.setAttribute("open", ""));
  print(await reader.evaluate(contents));
  console.log(`Picture   ${SHOT}`);
  await browser.close();
}
await close();
