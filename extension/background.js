// The listeners of the extension. All state is in storage: the browser may stop this worker at any time.
import { insertStyle, explain, toggle } from "./inject.js";
import { chooseFromMenu, createMenu } from "./menu.js";
import { hostOf, inTurn, policyOf, reachOpenTabs, reconcile } from "./sites.js";

chrome.action.onClicked.addListener(toggle);
chrome.contextMenus.onClicked.addListener(chooseFromMenu);

chrome.runtime.onInstalled.addListener(() => Promise.all([createMenu(), reconcile(), keepStorageFromPages()]));
chrome.runtime.onStartup.addListener(() => Promise.all([reconcile().then(reachOpenTabs), keepStorageFromPages()]));
chrome.permissions.onAdded.addListener(reconcile);
chrome.permissions.onRemoved.addListener(reconcile);
chrome.storage.onChanged.addListener((changes, area) => (area === "local" && changes.sites ? reconcile() : undefined));

/** Content scripts need no settings; a page that takes one over finds none. Firefox has no such wall. */
async function keepStorageFromPages() {
  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

const EXTENSION = new URL(chrome.runtime.getURL("")).origin;

/** Who may ask what: `page` is the content script of a tab's top document, `reader` is our own frame in a tab. */
const ANSWERS = {
  nonce: { from: "page", answer: (_message, tab) => issueNonce(tab.id) },
  auto: { from: "page", answer: (_message, tab) => startAutomatic(tab) },
  failed: { from: "page", answer: (_message, tab) => explain(tab.id, "bg_failed") },
  claim: { from: "reader", answer: ({ nonce }, tab) => claimNonce(tab.id, nonce) },
};

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const known = Object.hasOwn(ANSWERS, message?.type) ? ANSWERS[message.type] : null;
  if (known === null || sender.id !== chrome.runtime.id || !sender.tab || roleOf(sender) !== known.from) return false;
  known.answer(message, sender.tab).then(respond, () => respond(null));
  return true;
});

function roleOf(sender) {
  if (sender.url?.startsWith(`${EXTENSION}/reader.html`)) return "reader";
  return sender.frameId === 0 ? "page" : null;
}

const nonceKey = (tabId) => `nonce:${tabId}`;

/** One nonce a tab at a time; the reader's frame proves with it that its port comes from our content script. */
async function issueNonce(tabId) {
  const nonce = crypto.randomUUID();
  await chrome.storage.session.set({ [nonceKey(tabId)]: nonce });
  return nonce;
}

/** True once, for the nonce that this tab was given. */
function claimNonce(tabId, nonce) {
  return inTurn(async () => {
    const key = nonceKey(tabId);
    const issued = (await chrome.storage.session.get(key))[key];
    if (typeof nonce !== "string" || issued !== nonce) return false;
    await chrome.storage.session.remove(key);
    return true;
  });
}

/** @returns {Promise<"clean" | "reader" | null>} what auto.js is to do on its page */
async function startAutomatic(tab) {
  const policy = await policyOf(hostOf(tab.url));
  if (policy !== "clean" && policy !== "reader") return null;
  await insertStyle(tab.id);
  return policy;
}
