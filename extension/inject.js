// The toolbar button: puts the content script into the tab and toggles it, or says on the button why that cannot be.
import { PAGE_SCRIPTS, hostOf, policyOf } from "./sites.js";

/** The first injection after a click now and then comes before the grant of activeTab has reached the page (seen in
 *  Chromium 156, about one click in forty); a second one went through. Milliseconds before each further try. */
const RETRY_AFTER = [100, 300, 900];
/** Both browsers say so where a grant is missing; of their own pages and stores they say other things. */
const NO_GRANT = /permission/i;
/** On the button of a tab where nothing can be done. */
const BADGE = "–";

/** @param {chrome.tabs.Tab} tab */
export async function toggle(tab) {
  if ((await policyOf(hostOf(tab.url))) === "never") return explain(tab.id, "bg_never");
  const answer = await attempt(tab.id, () => globalThis.malgeun.toggle());
  return answer?.refused ? explain(tab.id, `bg_${answer.refused}`) : say(tab.id, "", chrome.i18n.getMessage("bg_title"));
}

/** Opens the reader, or cleans the page, unless that is so already. @param {"reader" | "clean"} mode */
export async function start(tabId, mode) {
  const answer = await attempt(tabId, (wanted) => globalThis.malgeun.open({ auto: false, mode: wanted }), mode);
  if (answer?.refused) await explain(tabId, `bg_${answer.refused}`);
}

/** Lets the page's style sheet in: with the user's origin it stands above the page's own styles and is no part of its DOM. */
export function insertStyle(tabId) {
  return chrome.scripting.insertCSS({ target: { tabId }, files: ["page.css"], origin: "USER" });
}

/** @returns {Promise<{refused?: string}>} what the content script answered */
async function attempt(tabId, call, ...args) {
  for (const pause of [...RETRY_AFTER, null]) {
    try {
      return await inject(tabId, call, args);
    } catch (error) {
      if (pause === null || !NO_GRANT.test(error.message)) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return { refused: "restricted" };
}

async function inject(tabId, call, args) {
  const target = { tabId };
  await chrome.scripting.executeScript({ target, files: PAGE_SCRIPTS });
  await insertStyle(tabId);
  const [{ result }] = await chrome.scripting.executeScript({ target, func: call, args });
  return result;
}

/** Says on this tab's button why nothing happened. @param {number} tabId @param {string} key of a sentence in _locales */
export async function explain(tabId, key) {
  await say(tabId, BADGE, chrome.i18n.getMessage(key) || chrome.i18n.getMessage("bg_failed"));
}

/** Labels the button of one tab. The tab may be gone by now; then there is nobody to tell. */
export async function say(tabId, text, title) {
  await Promise.allSettled([chrome.action.setBadgeText({ tabId, text }), chrome.action.setTitle({ tabId, title })]);
}
