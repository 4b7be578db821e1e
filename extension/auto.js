// On sites that the user asked for: opens by itself what he chose there.
(async () => {
  if (globalThis.malgeun.automatic) return;
  globalThis.malgeun.automatic = true;
  const mode = await chrome.runtime.sendMessage({ type: "auto" });
  if (mode) globalThis.malgeun.open({ auto: true, mode });
})();
