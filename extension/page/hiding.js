// Hides and shows elements of the live page: by one attribute, and by nothing else. Undoing it leaves no trace.
(() => {
  const malgeun = (globalThis.malgeun ??= {});

  const MARK = "data-malgeun-hidden";
  /** Never hidden, whatever is asked: without them there is no page. */
  const KEPT = new Set(["html", "head", "body"]);

  /** @param {Element[]} elements of the snapshot, by ordinal @param {() => void} onAdded called when added things were hidden */
  function over(elements, onAdded) {
    /** Those that carry the mark because of us. */
    const marked = new Set();
    let later = null;
    /** Things that the page added later and that are hidden. */
    let added = 0;

    /**
     * All or nothing: one wrong tag means that page and core do not speak of the same elements.
     * @param {[number, string][]} nodes @param {number} count @param {{select: string, keep: number[]}} [added] what to hide
     * when the page adds it later, and what never @returns {object} the answer to the frame
     */
    function hide(nodes, count, { select = "", keep = [] } = {}) {
      if (count !== elements.length) return { type: "refused", why: "count" };
      const agreed = nodes.every(([ordinal, tag]) => elements[ordinal]?.localName.toLowerCase() === tag && !KEPT.has(tag));
      if (!agreed) return { type: "refused", why: "tag" };
      for (const [ordinal] of nodes) mark(elements[ordinal]);
      later?.stop();
      later = malgeun.later.watch({ select, keep: keep.map((ordinal) => elements[ordinal]).filter(Boolean), mark: markAdded, onHidden: onAdded });
      return applied();
    }

    /**
     * Shows elements, and the hidden boxes around them; what else those boxes hold has marks of its own.
     * @param {number[]} ordinals @returns {object} the answer to the frame
     */
    function show(ordinals) {
      for (const ordinal of ordinals) {
        for (let element = elements[ordinal]; element; element = element.parentElement) unmark(element);
      }
      return applied();
    }

    function mark(element) {
      if (element.hasAttribute(MARK)) return false;
      element.setAttribute(MARK, "");
      marked.add(element);
      return true;
    }

    /** What is added inside of something hidden is hidden too, but it is no further thing. */
    function markAdded(element) {
      if (!mark(element)) return false;
      if (!element.parentElement?.closest(`[${MARK}]`)) added += 1;
      return true;
    }

    function unmark(element) {
      if (marked.delete(element)) element.removeAttribute(MARK);
    }

    function restore() {
      later?.stop();
      [...marked].forEach(unmark);
    }

    const applied = () => ({ type: "applied", hidden: marked.size });
    return { hide, show, restore, count: () => marked.size, added: () => added };
  }

  malgeun.hiding ??= { over };
})();
