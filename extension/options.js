// The options page: the sites for which the user chose something, each to be changed, allowed again or removed.
import { isGranted, setPolicy, sites } from "./sites.js";

const say = (key, ...values) => chrome.i18n.getMessage(key, values);
const CHOICES = ["reader", "clean", "never", "off"];

/** @param {string} tag @param {object} properties @param {Node[]} children */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function policySelect(host, policy) {
  const options = CHOICES.map((choice) => element("option", { value: choice, textContent: say(`opt_${choice}`), selected: choice === policy }));
  const select = element("select", { ariaLabel: say("opt_policy", host) }, ...options);
  // A refused request leaves storage as it was; drawing anew shows the choice that holds.
  select.addEventListener("change", () => setPolicy(host, select.value).then(draw));
  return select;
}

function button(text, label, onPress) {
  const made = element("button", { type: "button", textContent: text, ariaLabel: label });
  made.addEventListener("click", onPress);
  return made;
}

async function row(host, policy) {
  const allowed = policy === "never" || (await isGranted(host));
  const parts = [element("bdi", { textContent: host }), policySelect(host, policy)];
  if (!allowed) parts.push(button(say("opt_allow"), `${say("opt_allow")}: ${host}`, () => setPolicy(host, policy).then(draw)));
  parts.push(button(say("opt_remove"), say("opt_remove_host", host), () => setPolicy(host, "off").then(draw)));
  if (!allowed) parts.push(element("p", { className: "note", textContent: say("opt_ask") }));
  return element("li", {}, ...parts);
}

async function draw() {
  const entries = Object.entries(await sites()).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = await Promise.all(entries.map(([host, policy]) => row(host, policy)));
  document.querySelector("#sites").replaceChildren(...rows);
  document.querySelector("#empty").hidden = rows.length > 0;
}

for (const place of document.querySelectorAll("[data-text]")) place.textContent = say(place.dataset.text);
document.title = say("opt_title");
document.documentElement.lang = say("interface_lang");
chrome.storage.onChanged.addListener(draw);
chrome.permissions.onAdded.addListener(draw);
chrome.permissions.onRemoved.addListener(draw);
draw();
