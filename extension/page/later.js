// Hides what the page's scripts add after the reading: a ranking, the comments, a banner. What that is comes from the core
// as one selector; here are only the bounds.
(() => {
  const malgeun = (globalThis.malgeun ??= {});

  /** Milliseconds from the first change to the look at it: scripts add in bursts. */
  const WAIT = 150;
  /** Looks at most: pages that never come to rest (tickers) are left alone after about a minute of steady change. */
  const LOOKS = 400;
  /** Elements hidden at most; a page that adds more of its junk than that does so against us. */
  const HIDDEN = 500;

  /**
   * @param {{select: string, keep: Element[], mark: (element: Element) => boolean, onHidden: () => void}} wishes `keep` is the
   * article: what holds a part of it is never marked; `mark` says whether the element is hidden now and was not before;
   * `onHidden` is called after a look that hid something
   * @returns {{stop: () => void}}
   */
  function watch({ select, keep, mark, onHidden }) {
    const settled = new WeakSet(found(select).filter((element) => element.textContent.trim() !== ""));
    let [looks, hidden, timer] = [0, 0, 0];
    const observer = new MutationObserver(() => (timer ||= setTimeout(look, WAIT)));
    if (select !== "" && document.body) observer.observe(document.body, { childList: true, subtree: true });

    function look() {
      timer = 0;
      looks += 1;
      // Another article in the same document: what was known of this one says nothing of it.
      if (!keep.some((element) => element.isConnected)) return stop();
      const before = hidden;
      for (const element of found(select)) {
        if (settled.has(element) || element.childNodes.length === 0) continue;
        settled.add(element);
        if (keep.some((part) => element.contains(part))) continue;
        if (mark(element)) hidden += 1;
        if (hidden >= HIDDEN) break;
      }
      if (hidden > before) onHidden();
      if (looks >= LOOKS || hidden >= HIDDEN) stop();
    }

    function stop() {
      clearTimeout(timer);
      observer.disconnect();
    }

    return { stop };
  }

  /** @returns {Element[]} none for a selector that this browser does not know */
  function found(select) {
    try {
      return select === "" ? [] : [...document.querySelectorAll(select)];
    } catch {
      return [];
    }
  }

  malgeun.later ??= { watch };
})();
