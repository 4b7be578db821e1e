// The content script: opens and closes the reader over the page. It decides nothing about the content; what to hide comes
// from the frame. Injected at every click of the toolbar button; all state is in globalThis.malgeun of the isolated world.
(() => {
  const malgeun = (globalThis.malgeun ??= {});
  if (malgeun.toggle) return;

  /** A frame that has not answered after this many milliseconds will not; the page is given back. */
  const ANSWER_WITHIN = 4000;
  /** Time for the frame to close by itself after the second click. */
  const CLOSE_WITHIN = 300;
  /** How often the reader is put back when the page removes it. */
  const REMOUNTS = 3;

  /** @type {null | object} the reader that is open now */
  let session = null;
  /** What stays after it: the marks on the page, how many things of the ledger they hide, and the note. */
  let hiding = null;
  let things = 0;
  let pill = null;

  function toggle() {
    if (session?.mode === "clean") close("clean");
    if (session === null) return open({ auto: false, mode: "reader" });
    session.frame?.post({ type: "toggled" });
    const closing = session;
    setTimeout(() => closing === session && close("clean"), CLOSE_WITHIN);
    return { closed: true };
  }

  /** @returns {Promise<{refused?: string}>} */
  async function open({ auto, mode }) {
    if (session !== null) return {};
    // A sandbox without its origin is handed down to every frame: the reader would be a stranger to its own extension.
    if (self.origin === "null") return { refused: "sandbox" };
    reset();
    const taken = malgeun.snapshot.take({ auto, mode });
    if (taken === null) return { refused: "document" };
    hiding = malgeun.hiding.over(taken.elements, () => pill?.count(hiddenThings()));
    session = { ...taken, mode, auto, frame: null, remounts: 0, scroll: [scrollX, scrollY], observer: new MutationObserver(putBack) };
    await mount(session);
    return {};
  }

  /** Things hidden: those of the ledger, and those that the page added later. */
  const hiddenThings = () => things + hiding.added();

  /** The page as it was before us. */
  function reset() {
    pill?.remove();
    hiding?.restore();
    pill = hiding = null;
    things = 0;
  }

  async function mount(current) {
    const nonce = await chrome.runtime.sendMessage({ type: "nonce" });
    if (session !== current) return;
    current.frame = malgeun.frame.mount({
      inDialog: current.mode === "reader",
      nonce,
      onMessage: (message) => session === current && receive(message),
      onEscape: () => session === current && close("clean"),
    });
    current.frame.post(current.snapshot);
    // By itself the reader opens only when it has something to show.
    if (!current.auto) current.frame.open();
    current.timer = setTimeout(() => session === current && fail(), ANSWER_WITHIN);
    current.observer.observe(document.documentElement, { childList: true });
  }

  const RECEIVERS = {
    ready: () => clearTimeout(session.timer),
    painted: () => session.frame.open(),
    hide({ nodes, elements, later, ...asked }) {
      things = asked.things;
      const answer = hiding.hide(nodes, elements, later);
      session.frame.post(answer);
      if (session.mode === "clean") close("clean");
    },
    show({ nodes, ...asked }) {
      things = asked.things;
      session.frame.post(hiding.show(nodes));
    },
    again() {
      close("original");
      open({ auto: false, mode: "reader" });
    },
    close: ({ leave }) => close(leave),
  };

  function receive(message) {
    if (Object.hasOwn(RECEIVERS, message?.type)) RECEIVERS[message.type](message);
  }

  /** @param {"clean" | "original"} leave */
  function close(leave) {
    const { frame, timer, observer, scroll } = session;
    session = null;
    clearTimeout(timer);
    observer.disconnect();
    frame?.remove();
    if (scroll[0] !== scrollX || scroll[1] !== scrollY) scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" });
    if (leave === "original" || hiding.count() === 0) reset();
    else pill = malgeun.pill.show({ hidden: hiddenThings(), onRestore: reset, onRead: toggle });
  }

  function fail() {
    close("original");
    chrome.runtime.sendMessage({ type: "failed" });
  }

  /** Some pages remove what they did not put there. */
  function putBack() {
    const current = session;
    if (current === null || current.frame === null || current.frame.isThere()) return;
    current.observer.disconnect();
    clearTimeout(current.timer);
    current.frame.remove();
    current.frame = null;
    current.remounts += 1;
    if (current.remounts > REMOUNTS) fail();
    else mount(current);
  }

  Object.assign(malgeun, { toggle, open });
})();
