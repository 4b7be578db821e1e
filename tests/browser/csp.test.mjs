// The same click on pages that forbid much: their policies bind the page, not the reader.
import { test } from "node:test";
import * as h from "./harness.mjs";

const own = h.stage();

const POLICIES = [
  ["nothing allowed", { "content-security-policy": "default-src 'none'" }],
  ["scripts of its own", { "content-security-policy": "default-src 'none'; script-src 'self'" }],
  ["nonce and strict-dynamic", { "content-security-policy": "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'" }],
  ["trusted types", { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" }],
  ["no frames", { "content-security-policy": "frame-src 'none'; child-src 'none'" }],
  ["all of it", { "content-security-policy": "default-src 'none'; script-src 'self'; frame-src 'none'; style-src 'none'; require-trusted-types-for 'script'" }],
  ["a sandbox with its own origin", { "content-security-policy": "sandbox allow-scripts allow-same-origin" }],
  ["no clipboard", { "permissions-policy": "clipboard-write=()" }],
  ["alone in its group", { "cross-origin-opener-policy": "same-origin" }],
  ["no referrer, no sniffing, no framing", { "x-frame-options": "DENY", "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" }],
];

for (const [name, headers] of POLICIES) {
  test(`opens, hides and restores on a page with: ${name}`, async () => {
    const page = await h.visit(own, { body: h.article(), headers });
    const before = await h.outerHtml(page);
    const frame = await h.openReader(own, page);
    h.assert.equal((await frame.textContent("#title")).trim(), h.TITLE);
    await h.until(async () => (await h.hiddenCount(page)) > 0, "something is hidden");
    h.assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("aside")).display), "none");
    await frame.click("#ledger > summary");
    await h.clickAndWaitForClose(page, frame, '[data-act="original"]');
    h.assert.equal(await h.outerHtml(page), before);
    await page.close();
  });
}
