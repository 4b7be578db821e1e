// Puts the reader, a page of the extension, over the live page: host > closed root > dialog in the top layer > frame.
// The frame gets the one end of a message channel, with a nonce by which it knows that the channel is ours.
(() => {
  const malgeun = (globalThis.malgeun ??= {});

  /** On the document element while the reader covers the page. */
  const OPEN = "data-malgeun-open";
  const XHTML = "http://www.w3.org/1999/xhtml";
  const STYLE = `
    dialog { position: fixed; inset: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none;
      margin: 0; padding: 0; border: 0; background: none; overflow: hidden; overscroll-behavior: contain; }
    dialog:not([open]) { display: block; visibility: hidden; pointer-events: none; }
    dialog::backdrop { background: none; }
    iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: normal; }
    .unseen { position: fixed; inline-size: 0; block-size: 0; visibility: hidden; }`;

  /** What a rule of the page for every `div` could do to ours. */
  const OWN_STYLE = {
    display: "block", position: "static", visibility: "visible", opacity: "1", filter: "none", transform: "none", "clip-path": "none",
    "mask-image": "none", contain: "none", "content-visibility": "visible", "pointer-events": "auto", zoom: "1",
  };

  /** An element in our namespace on HTML and XHTML pages alike, out of reach of the page's own styles. */
  function host() {
    const element = document.createElementNS(XHTML, "div");
    for (const [name, value] of Object.entries(OWN_STYLE)) element.style.setProperty(name, value, "important");
    return element;
  }

  function rootOf(element, css) {
    const root = element.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  function iframe() {
    const frame = document.createElementNS(XHTML, "iframe");
    frame.src = chrome.runtime.getURL("reader.html");
    frame.allow = "clipboard-write *";
    frame.title = chrome.i18n.getMessage("name");
    return frame;
  }

  /** The origin of the frame once it has loaded: in Chromium the address with the changing name leads to the fixed one. */
  function frameOrigin() {
    const { protocol, origin } = new URL(chrome.runtime.getURL(""));
    return protocol === "chrome-extension:" ? `${protocol}//${chrome.runtime.id}` : origin;
  }

  /**
   * @param {{inDialog: boolean, nonce: string, onMessage: (message: object) => void, onEscape: () => void}} wishes
   * @returns {{post: Function, open: Function, isThere: Function, remove: Function}}
   */
  function mount({ inDialog, nonce, onMessage, onEscape }) {
    const { port1: port, port2: theirs } = new MessageChannel();
    const box = host();
    const root = rootOf(box, STYLE);
    const dialog = document.createElementNS(XHTML, inDialog ? "dialog" : "div");
    const frame = iframe();
    port.onmessage = ({ data }) => onMessage(data);
    frame.addEventListener("load", () => frame.contentWindow?.postMessage({ type: "malgeun", nonce }, frameOrigin(), [theirs]), { once: true });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      onEscape();
    });
    if (!inDialog) {
      dialog.className = "unseen";
      dialog.ariaHidden = "true";
      frame.tabIndex = -1;
    }
    dialog.append(frame);
    root.append(dialog);
    document.documentElement.append(box);

    function open() {
      if (!inDialog || dialog.open || !box.isConnected) return;
      document.documentElement.setAttribute(OPEN, "");
      dialog.showModal();
      frame.focus();
    }

    /** A page may hold the host: it must hold an empty one. */
    function remove() {
      port.close();
      document.documentElement.removeAttribute(OPEN);
      if (dialog.open) dialog.close();
      root.replaceChildren();
      box.remove();
    }

    return { post: (message) => port.postMessage(message), open, isThere: () => box.isConnected, remove };
  }

  malgeun.frame ??= { mount, host, rootOf };
})();
