// Pages whose article is known: third parties' pages of the shared data, where they lie beside the project, and our fixtures.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SHARED = process.env.MALGEUN_SHARED || "../shared";
/** Letters from which a line can be told from another that has the same. */
const LEAST = 4;
const FIXTURES = "tests/fixtures/pages";

/** @typedef {{name: string, url: string, html: string, kept: string[], junk: string[]}} Truth `kept` are the article's paragraphs, `junk`
 *  the lines that are none of it */

/** @returns {Truth[]} none where the shared data are absent */
export function koreanPages() {
  const folders = ["dev", "splice", "reconstructed"].map((name) => join(SHARED, "data/korean", name)).filter(existsSync);
  return folders.flatMap((folder) => readdirSync(folder).flatMap((file) => labelled(folder, file)));
}

function labelled(folder, file) {
  const name = file.replace(/\.(truth|expected)\.json$/, "");
  if (name === file) return [];
  const truth = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const kept = truth.paragraphs ?? truth.text.split(/\n+/);
  // A caption and a deck are no text of the body, but they belong to the article: they may stay.
  const own = new Set([...(truth.captions ?? []), ...(truth.deck ?? []), truth.title]);
  const junk = (truth.dropped ?? truth.removed.map(({ text }) => text)).filter((line) => !own.has(line) && isNoneOf(kept, line));
  // Bodies that were kept without their address are all of this portal.
  const url = truth.url ?? `https://v.daum.net/v/${name}`;
  return [{ name, url, html: readFileSync(join(folder, `${name}.html`), "utf8"), kept, junk }];
}

/** @returns {Truth[]} the fixture pages that are articles and say what must go, or that nothing must */
export function fixturePages() {
  return readdirSync(FIXTURES).flatMap((name) => {
    const [page, expected] = ["page.html", "expected.md"].map((file) => join(FIXTURES, name, file));
    if (!existsSync(page)) return [];
    const [, front, body] = readFileSync(expected, "utf8").split(/^\+\+\+\n/m);
    const speaks = /^(removed|hidden) = /m.test(front) || name.startsWith("keeps--");
    if (!speaks || !front.includes('kind = "article"')) return [];
    const junk = [...front.matchAll(/^ {2}\["[^"]+", ("(?:[^"\\]|\\.)*")\]/gm)].map(([, line]) => JSON.parse(line));
    const url = front.match(/^url = "(.*)"$/m)?.[1] ?? `https://${name}.example/`;
    const kept = body.split("\n").map(withoutMarks).filter((line) => line !== "");
    const html = readFileSync(page, "utf8").replace("</head>", `${styles(front)}</head>`);
    return [{ name, url, html, kept, junk: junk.filter((line) => isNoneOf(kept, line)) }];
  });
}

/** What hides the elements of which the fixture says that the page's styles do. */
function styles(front) {
  const hidden = JSON.parse(front.match(/^hidden = (\[.*\])$/m)?.[1] ?? "[]");
  return hidden.map((name) => `<style>${name.startsWith("#") ? name : `.${name}`} { display: none }</style>`).join("");
}

/** Whether the line is no part of the article's words: a summary repeats some, and a "0" stands everywhere. */
function isNoneOf(kept, line) {
  const letters = (text) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const words = letters(line);
  return words.length >= LEAST && !kept.some((paragraph) => letters(paragraph).includes(words));
}

/** A line of `expected.md` without what is form: fences, pictures and embeds, the number of an item. */
function withoutMarks(line) {
  const text = line.trim();
  if (/^(!\[|```|@|\|=)/.test(text)) return "";
  return text.replace(/^(?:\[\^\d+\]: |\d+\. |\{rtl\} )/, "").replaceAll(/\[\^\d+\]/g, "");
}
