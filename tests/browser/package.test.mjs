// What is in pkg/, without a browser: the manifests as agreed, the words in both languages, no dangerous call, no address.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { chromeManifest, firefoxManifest } from "../../tools/build/assemble.mjs";
import { zip } from "../../tools/build/zip.mjs";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const manifest = json("extension/manifest.json");
const scripts = readdirSync("extension", { recursive: true }).map(String).filter((name) => name.endsWith(".js"));

/** Compares with the golden file; UPDATE=1 writes it. */
function golden(path, found) {
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"));
}

test("the manifests are those agreed; a new permission is a decision, not an accident", () => {
  golden("tests/browser/golden/manifest.chrome.json", chromeManifest(manifest));
  golden("tests/browser/golden/manifest.firefox.json", firefoxManifest(manifest));
});

test("the permissions are exactly four, and no site is open from the start", () => {
  assert.deepEqual([...manifest.permissions].sort(), ["activeTab", "contextMenus", "scripting", "storage"]);
  for (const key of ["host_permissions", "content_scripts", "externally_connectable", "update_url", "key"]) assert.equal(manifest[key], undefined, key);
});

test("what is built is what the source says", () => {
  assert.deepEqual(json("pkg/chrome/manifest.json"), chromeManifest(manifest));
  assert.deepEqual(json("pkg/firefox/manifest.json"), firefoxManifest(manifest));
});

test("both languages have the same words, and every word that the scripts and the manifest ask for", () => {
  const [ko, en] = ["ko", "en"].map((code) => json(`extension/_locales/${code}/messages.json`));
  assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
  const texts = [...scripts.map((name) => readFileSync(`extension/${name}`, "utf8")), readFileSync("extension/options.html", "utf8"), JSON.stringify(manifest)];
  const asked = texts.flatMap((text) => [...text.matchAll(/["'`](?:__MSG_)?((?:bg|menu|pill|opt|error)_[a-z_]+?)(?:__)?["'`]/g)].map(([, key]) => key));
  assert.ok(asked.length > 20);
  assert.deepEqual(asked.filter((key) => !(key in ko)), []);
  for (const [key, { message, placeholders = {} }] of [...Object.entries(ko), ...Object.entries(en)]) {
    const named = [...message.matchAll(/\$([A-Z]+)\$/g)].map(([, name]) => name.toLowerCase());
    assert.deepEqual(named.filter((name) => !(name in placeholders)), [], key);
  }
});

const SINKS = /\b(innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|eval\(|new Function|createContextualFragment|srcdoc|setTimeout\(["'`])/;
test("no script turns text into markup or code", () => {
  for (const name of scripts) assert.doesNotMatch(readFileSync(`extension/${name}`, "utf8"), SINKS, name);
  const exec = scripts.filter((name) => readFileSync(`extension/${name}`, "utf8").includes("execCommand"));
  assert.deepEqual(exec, ["reader.js"], "only in the frame, where no page hears the event");
});

test("no script names an address or a way to send", () => {
  const WAYS = /https?:\/\/(?!www\.w3\.org\/1999\/xhtml)|\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/;
  const OWN_FILES = /fetch\(new URL\("names-(ko|en)\.bin", import\.meta\.url\)\)/g;
  for (const name of scripts) {
    const script = readFileSync(`extension/${name}`, "utf8");
    assert.doesNotMatch(name === "names.js" ? script.replace(OWN_FILES, "") : script, WAYS, name);
  }
});

test("the same files give the same zip", () => {
  const bytes = zip("pkg/chrome");
  assert.ok(bytes.equals(zip("pkg/chrome")));
  assert.ok(bytes.length > 1000);
});
