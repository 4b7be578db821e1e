// The context menu of the toolbar button: what to do on this site, and the options page.
import { hostOf, setPolicy } from "./sites.js";
import { explain, say, start } from "./inject.js";

const PREFIX = "policy-";

/** Makes the menu; the browser keeps it until the next update. */
export async function createMenu() {
  await chrome.contextMenus.removeAll();
  const item = (id, key) => chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(key), contexts: ["action"] });
  for (const policy of ["reader", "clean", "off", "never"]) item(PREFIX + policy, `menu_${policy}`);
  // Chromium has an entry "Options" of its own there.
  if (!globalThis.navigator.userAgent.includes("Chrome/")) item("options", "menu_options");
}

/** Must be called at once by the listener: the request for the site needs the user's gesture. */
export async function chooseFromMenu(info, tab) {
  if (info.menuItemId === "options") return chrome.runtime.openOptionsPage();
  const policy = String(info.menuItemId).slice(PREFIX.length);
  const host = hostOf(tab?.url ?? info.pageUrl);
  if (host === null) return explain(tab.id, "bg_restricted");
  const { ok } = await setPolicy(host, policy);
  if (!ok) return explain(tab.id, "bg_refused");
  await say(tab.id, "✓", chrome.i18n.getMessage(`menu_${policy}`));
  return policy === "reader" || policy === "clean" ? start(tab.id, policy) : undefined;
}
