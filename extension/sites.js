// What the user chose for a site, in storage.local as {sites: {host: policy}}: the only truth. The content scripts that
// the browser keeps are made from it by reconcile(). Shared by the background, the reader and the options page.

/** @typedef {"off" | "clean" | "reader" | "never"} Policy */

/** Policies that are kept; `off` is the absence of one. */
const KEPT = ["clean", "reader", "never"];
/** Policies for which the extension must be let into the site without a click. */
const AUTOMATIC = ["clean", "reader"];
/** The content script, in the order of loading. */
export const PAGE_SCRIPTS = ["page/snapshot.js", "page/later.js", "page/hiding.js", "page/frame.js", "page/pill.js", "page.js"];
/** Prefix of the ids of our registered content scripts. */
const ID = "site-";

/** @param {string | undefined} url @returns {string | null} host of an http(s) address, without port */
export function hostOf(url) {
  if (!URL.canParse(url ?? "")) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? hostname : null;
}

/** @param {string} host @returns {string} match pattern of that one host */
export function originOf(host) {
  return `*://${host}/*`;
}

/** @returns {Promise<Record<string, Policy>>} what is stored; entries of another shape are passed over */
export async function sites() {
  const { sites: stored } = await chrome.storage.local.get("sites");
  const entries = Object.entries(stored && typeof stored === "object" ? stored : {});
  return Object.fromEntries(entries.filter(([, policy]) => KEPT.includes(policy)));
}

/** @param {string | null} host @returns {Promise<Policy>} */
export async function policyOf(host) {
  const stored = await sites();
  return host !== null && Object.hasOwn(stored, host) ? stored[host] : "off";
}

/** @param {string} host @returns {Promise<boolean>} whether the browser lets us into that host without a click */
export async function isGranted(host) {
  try {
    return await chrome.permissions.contains({ origins: [originOf(host)] });
  } catch {
    return false; // a host that no pattern can name
  }
}

/**
 * Sets the policy of one host. Call it first in the handler of a user's gesture: the browser asks only then.
 * @param {string} host @param {Policy} policy
 * @returns {Promise<{ok: boolean, policy: Policy}>} `ok` is false when the user said no; the policy is the one that now holds
 */
export async function setPolicy(host, policy) {
  // No `await` before this line: the request needs the user's gesture.
  const granted = AUTOMATIC.includes(policy) ? request(host) : Promise.resolve(true);
  if (!(await granted)) return { ok: false, policy: await policyOf(host) };
  const stored = await sites();
  if (KEPT.includes(policy)) stored[host] = policy;
  else delete stored[host];
  await chrome.storage.local.set({ sites: stored });
  if (!AUTOMATIC.includes(policy)) await chrome.permissions.remove({ origins: [originOf(host)] }).catch(() => false);
  return { ok: true, policy };
}

/** @returns {Promise<boolean>} */
async function request(host) {
  try {
    return await chrome.permissions.request({ origins: [originOf(host)] });
  } catch {
    return false; // no gesture, or a host that no pattern can name
  }
}

let queue = Promise.resolve();

/** Runs a step after all earlier ones, whether they went well or not. */
export function inTurn(step) {
  const done = queue.then(step);
  queue = done.catch(() => undefined);
  return done;
}

/** Makes the registered content scripts those that storage and permissions ask for. Safe to call at any time. */
export function reconcile() {
  return inTurn(async () => {
    const wanted = await wantedScripts();
    const present = (await chrome.scripting.getRegisteredContentScripts()).filter(({ id }) => id.startsWith(ID));
    const surplus = present.map(({ id }) => id).filter((id) => !wanted.has(id));
    if (surplus.length > 0) await chrome.scripting.unregisterContentScripts({ ids: surplus });
    const known = new Set(present.map(({ id }) => id));
    for (const [id, script] of wanted) await (known.has(id) ? update(script) : register(script));
  });
}

/**
 * Reaches the tabs that the browser restored at its start before it knew our scripts. A tab that has had its turn does
 * nothing.
 */
export async function reachOpenTabs() {
  for (const entry of (await wantedScripts()).values()) {
    for (const { id } of await chrome.tabs.query({ url: entry.matches })) {
      await chrome.scripting.executeScript({ target: { tabId: id }, files: entry.js }).catch(() => undefined);
    }
  }
}

/** @returns {Promise<Map<string, object>>} scripts by id */
async function wantedScripts() {
  const wanted = new Map();
  for (const [host, policy] of Object.entries(await sites())) {
    if (AUTOMATIC.includes(policy) && (await isGranted(host))) wanted.set(ID + host, script(host));
  }
  return wanted;
}

function script(host) {
  return {
    id: ID + host,
    js: [...PAGE_SCRIPTS, "auto.js"],
    matches: [originOf(host)],
    runAt: "document_idle",
    persistAcrossSessions: true,
  };
}

/** One host that the browser does not take must not keep the others from being registered. */
async function register(entry) {
  await chrome.scripting.registerContentScripts([entry]).catch((error) => console.warn(entry.id, error));
}

async function update(entry) {
  await chrome.scripting.updateContentScripts([entry]).catch((error) => console.warn(entry.id, error));
}
