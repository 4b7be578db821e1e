// Runs an extractor of npm over pages: one path a line in, one JSON object {"file", "text", "cpu_ms"} a line out.
// Arguments: readability-linkedom, readability-jsdom or defuddle; how often each page is read (the least CPU time counts).
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readability } from "@mozilla/readability";

const [name, runs = "1"] = process.argv.slice(2);

// What these tools say about a page's faults belongs to no table, and standard output is the answer.
console.log = console.info = console.debug = console.warn = console.error = () => {};

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE " +
    "SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);

// The text with a line break around each block, so that words of two paragraphs stay apart.
function textOf(root) {
  const parts = [];
  const walk = (node) => {
    if (node.nodeType === 3) parts.push(node.data);
    if (node.nodeType !== 1 && node.nodeType !== 11) return;
    const isBlock = BLOCKS.has(node.nodeName.toUpperCase());
    if (isBlock) parts.push("\n");
    for (const child of node.childNodes) walk(child);
    if (isBlock) parts.push("\n");
  };
  if (root) walk(root);
  return parts.join("");
}

async function extractors() {
  if (name === "readability-jsdom") {
    const { JSDOM, VirtualConsole } = await import("jsdom");
    return (html) => {
      const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() });
      const text = textOf(new Readability(dom.window.document, { serializer: (element) => element }).parse()?.content);
      dom.window.close();
      return text;
    };
  }
  const { parseHTML } = await import("linkedom");
  if (name === "readability-linkedom") {
    return (html) => textOf(new Readability(parseHTML(html).document, { serializer: (element) => element }).parse()?.content);
  }
  const { Defuddle } = await import("defuddle/node");
  return async (html) => {
    const { content } = await Defuddle(parseHTML(html).document, "https://page.example/", { useAsync: false });
    return textOf(parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.body);
  };
}

const extract = await extractors();
for await (const file of createInterface({ input: process.stdin })) {
  const html = readFileSync(file, "utf8");
  let [text, least] = ["", Infinity];
  for (let run = 0; run < Number(runs); run++) {
    const began = process.cpuUsage();
    try {
      text = await extract(html);
    } catch (error) {
      process.stderr.write(`${file}: ${error}\n`); // a peer that fails has found nothing
    }
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1000);
  }
  process.stdout.write(JSON.stringify({ file, text, cpu_ms: least }) + "\n");
}
