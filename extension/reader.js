// The frame's entry: loads the wasm, takes the port of the content script, and hands both over to Rust (src/browser).
import init, { handle, open } from "./malgeun.js";
import { names } from "./names.js";
import { hostOf, isGranted, policyOf, setPolicy } from "./sites.js";

const loading = init({ module_or_path: new URL("malgeun_bg.wasm", import.meta.url) });
// Awaited below, after the port is ours; until then a failure is not an unhandled one.
loading.catch(() => undefined);
const weights = names();

const t = (key, values) => chrome.i18n.getMessage(key, values);
let started = false;
let broken = false;
/** Whether nobody clicked: then a failure leaves the page as it is, without a word. */
let automatic = false;
const GIVE_BACK = { type: "close", leave: "original" };

addEventListener("message", async ({ data, ports: [port] }) => {
  if (data?.type !== "malgeun" || !port || started) return;
  // The page, too, can send messages to this frame. Only our content script was given a nonce by the background.
  if (!(await chrome.runtime.sendMessage({ type: "claim", nonce: data.nonce })) || started) return;
  started = true;
  start(port);
});

async function start(port) {
  const send = (message) => port.postMessage(message);
  addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && trap(send));
  addEventListener("unhandledrejection", ({ reason }) => reason instanceof WebAssembly.RuntimeError && trap(send));
  const settings = chrome.storage.local.get("settings").catch(() => ({}));
  const [, stored] = await Promise.all([loading.catch(() => trap(send)), settings]);
  send({ type: "ready" });
  // Each message waits for the weights: while the page writes its snapshot they arrive, and no message overtakes another.
  port.onmessage = async ({ data }) => receive(data, { settings: stored.settings ?? {}, names: await weights }, send);
}

/** The first message is the snapshot. After a trap the only answer is to give the page back. */
function receive(message, own, send) {
  if (message.type === "snapshot") automatic = message.auto;
  if (broken) return (automatic || message.type === "toggled") && send(GIVE_BACK);
  try {
    if (message.type !== "snapshot") return handle(message);
    document.documentElement.lang = t("interface_lang");
    open(message, environment(message, own, send));
    send({ type: "painted" });
  } catch {
    trap(send);
  }
}

/** What the outside world knows and Rust does not. */
function environment({ url }, own, send) {
  const host = hostOf(url) ?? "";
  return {
    today: today(),
    locale: chrome.i18n.getUILanguage(),
    ...own,
    send,
    t,
    save: (changed) => chrome.storage.local.set({ settings: changed }),
    site: async () => ({ host, policy: await policyOf(host), granted: host !== "" && (await isGranted(host)) }),
    setSite: (policy) => (host === "" ? Promise.resolve({ ok: false, policy: "off" }) : setPolicy(host, policy)),
    copy,
  };
}

/** Today where the reader sits, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @returns {Promise<boolean>} whether it is in the clipboard, as text and as HTML */
async function copy(plain, html) {
  if (!navigator.clipboard) return copyByEvent(plain, html);
  try {
    const blob = (type, text) => new Blob([text], { type });
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", plain), "text/html": blob("text/html", html) })]);
    return true;
  } catch {
    return copyByEvent(plain, html);
  }
}

/** For pages over plain http, whose frames have no `navigator.clipboard`. The event stays in this frame; no page sees it. */
function copyByEvent(plain, html) {
  const fill = (event) => {
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return copied;
}

/** The wasm module is in no state to be called again. Nothing of it is; the next click makes a new frame. */
function trap(send) {
  if (broken) return;
  broken = true;
  if (automatic) return send(GIVE_BACK);
  const sentence = document.createElement("p");
  sentence.textContent = t("error_trap");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.act = "close";
  button.textContent = t("error_close");
  button.addEventListener("click", () => send(GIVE_BACK));
  const notice = document.createElement("main");
  notice.className = "trap";
  notice.role = "alert";
  notice.append(sentence, button);
  document.body.replaceChildren(notice);
  addEventListener("keydown", ({ key }) => key === "Escape" && button.click());
  send({ type: "painted" });
  button.focus();
}
