// Takes the picture of the page that the core reads: its serialisation, how many elements it has, which are not shown.
// An element is named by its ordinal: its index in document order, the document element being 0, template contents not counted.
(() => {
  const malgeun = (globalThis.malgeun ??= {});

  /** Kinds of document that the core reads. */
  const READABLE = ["text/html", "application/xhtml+xml", "text/plain"];
  /** Never shown, and no reason to say so. */
  const UNSEEN = new Set(["head", "title", "meta", "link", "base", "style", "script", "noscript", "template"]);

  /** @returns {{snapshot: object, elements: Element[]} | null} null for a kind of document that the core does not read */
  function take({ auto, mode }) {
    if (!READABLE.includes(document.contentType) || document.documentElement?.localName !== "html") return null;
    const elements = [...document.querySelectorAll("*")];
    const snapshot = {
      type: "snapshot",
      html: text(),
      url: location.href,
      contentType: document.contentType,
      elements: elements.length,
      hidden: hiddenRoots(elements),
      auto,
      mode,
    };
    return { snapshot, elements };
  }

  /** A text file is shown by the browser as one `<pre>`. */
  function text() {
    const pre = document.contentType === "text/plain" && document.querySelector("pre");
    return pre ? pre.textContent : document.documentElement.outerHTML;
  }

  /**
   * Ordinals of the roots of subtrees in which nothing is shown, by the computed style. From the last element to the
   * first, so that each passes on to its parent whether anything in it is shown: linear, however deep the page is.
   */
  function hiddenRoots(elements) {
    const ordinals = new Map(elements.map((element, ordinal) => [element, ordinal]));
    const shows = new Uint8Array(elements.length);
    for (let ordinal = elements.length - 1; ordinal >= 0; ordinal -= 1) {
      if (!shows[ordinal] && isShown(elements[ordinal])) shows[ordinal] = 1;
      const parent = ordinals.get(elements[ordinal].parentElement);
      if (shows[ordinal] && parent !== undefined) shows[parent] = 1;
    }
    return elements.flatMap((element, ordinal) => {
      const parent = ordinals.get(element.parentElement);
      return !shows[ordinal] && (parent === undefined || shows[parent]) && isStyledAway(element) ? [ordinal] : [];
    });
  }

  function isShown(element) {
    if (element.checkVisibility) return element.checkVisibility({ visibilityProperty: true });
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  }

  /** Not every element without a box is hidden: there are `display: contents`, closed `<details>`, definitions in an SVG. */
  function isStyledAway(element) {
    if (UNSEEN.has(element.localName)) return false;
    const { display, visibility } = getComputedStyle(element);
    return display === "none" || visibility !== "visible";
  }

  malgeun.snapshot ??= { take };
})();
