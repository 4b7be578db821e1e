// Puts pkg/chrome and pkg/firefox together: the files of extension/, the wasm with its glue, and one manifest each,
// made from extension/manifest.json, which names everything for both.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Copy of `object` without the named keys. */
function without(object, ...keys) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Chrome knows a service worker only, and warns of keys it does not know. */
export function chromeManifest(manifest) {
  return { ...without(manifest, "browser_specific_settings"), background: without(manifest.background, "scripts") };
}

/** Firefox knows background scripts only; its extension addresses are random by themselves. */
export function firefoxManifest(manifest) {
  return {
    ...without(manifest, "minimum_chrome_version"),
    background: without(manifest.background, "service_worker"),
    web_accessible_resources: manifest.web_accessible_resources.map((entry) => without(entry, "use_dynamic_url")),
  };
}

function assemble(browser, manifest) {
  const folder = `pkg/${browser}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync("extension", folder, { recursive: true });
  for (const name of ["malgeun.js", "malgeun_bg.wasm"]) cpSync(`.tools/wasm/${name}`, `${folder}/${name}`);
  for (const lang of ["ko", "en"]) cpSync(`src/facts/tagger/learned/${lang}.bin`, `${folder}/names-${lang}.bin`);
  cpSync("src/facts/tagger/learned/NOTICE.md", `${folder}/names.md`);
  if (existsSync("LICENSE")) cpSync("LICENSE", `${folder}/LICENSE`);
  writeFileSync(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const manifest = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
  const cargo = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"$/m)[1];
  if (manifest.version !== cargo) {
    console.error(`Stopped: extension/manifest.json has version ${manifest.version}, Cargo.toml has ${cargo}.`);
    console.error("Remedy:  set the same version in both");
    process.exit(1);
  }
  assemble("chrome", chromeManifest(manifest));
  assemble("firefox", firefoxManifest(manifest));
}
