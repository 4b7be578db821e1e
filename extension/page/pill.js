// The small note on a cleaned page: how much is hidden, back to the original, back to the reader, away with the note.
(() => {
  const malgeun = (globalThis.malgeun ??= {});

  const XHTML = "http://www.w3.org/1999/xhtml";
  const STYLE = `
    .pill { position: fixed; inset-block-end: 16px; inset-inline-end: 16px; z-index: 2147483647; display: flex; align-items: center;
      gap: 4px; max-inline-size: calc(100% - 32px); box-sizing: border-box; padding: 4px 4px 4px 16px; border: 1px solid var(--rule);
      border-radius: 14px; background: var(--paper); color: var(--ink); color-scheme: light dark;
      box-shadow: 0 4px 16px var(--shade); font: 400 13px/1.5 system-ui, -apple-system, "Apple SD Gothic Neo", "Noto Sans KR",
      "Noto Sans CJK KR", "Malgun Gothic", "Segoe UI", sans-serif; word-break: keep-all;
      --paper: light-dark(#fdfdfc, #17181b); --ink: light-dark(#1b1c1f, #dcdde1); --ink-2: light-dark(#43454b, #bcbec5);
      --rule: light-dark(#e6e6e3, #2b2d32); --link: light-dark(#0b57d0, #8ab8ff); --wash: light-dark(#f2f2f1, #232428);
      --shade: light-dark(rgb(20 22 30 / .10), rgb(0 0 0 / .45)); }
    p { margin: 0 8px 0 0; }
    button { all: unset; box-sizing: border-box; display: inline-flex; align-items: center; justify-content: center; min-inline-size: 36px;
      min-block-size: 36px; padding-inline: 10px; border-radius: 8px; color: var(--ink-2); cursor: pointer; white-space: nowrap; }
    button:hover { color: var(--ink); background: var(--wash); }
    button:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
    @media print { .pill { display: none; } }`;

  function button(name, text, label, onPress) {
    const element = document.createElementNS(XHTML, "button");
    element.type = "button";
    element.dataset.act = name;
    element.textContent = text;
    if (label) element.ariaLabel = label;
    // The page may send clicks of its own; only the user's count.
    element.addEventListener("click", (event) => event.isTrusted && onPress());
    return element;
  }

  /** @param {{hidden: number, onRestore: Function, onRead: Function}} wishes @returns {{remove: Function, count: (hidden: number) => void}} */
  function show({ hidden, onRestore, onRead }) {
    const say = (key, ...values) => chrome.i18n.getMessage(key, values);
    const box = malgeun.frame.host();
    const root = malgeun.frame.rootOf(box, STYLE);
    const remove = () => {
      root.replaceChildren();
      box.remove();
    };
    const pill = document.createElementNS(XHTML, "div");
    pill.className = "pill";
    pill.role = "region";
    pill.ariaLabel = say("name");
    pill.lang = say("interface_lang");
    const text = document.createElementNS(XHTML, "p");
    text.role = "status";
    const count = (things) => (text.textContent = say("pill_text", String(things)));
    count(hidden);
    pill.append(
      text,
      button("restore", say("pill_restore"), "", onRestore),
      button("read", say("pill_read"), "", onRead),
      button("dismiss", "×", say("pill_dismiss"), remove),
    );
    root.append(pill);
    document.documentElement.append(box);
    return { remove, count };
  }

  malgeun.pill ??= { show };
})();
