// What finding facts costs in wasm: milliseconds for an article of 2,500 characters, from the annotated ones, and
// the bytes of the part.
//
//   node examples/facts_in_wasm/time.mjs GLUE.js FOLDER
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Rounds of which the fastest counts. */
const ROUNDS = 9;
/** The article length that the aim is given for, in characters, and the aims: milliseconds, and bytes of gzip. */
const ARTICLE = 2500;
const AIM_MS = 15;
const AIM_BYTES = 700_000;

const [glue, folder] = process.argv.slice(2);
const { facts } = createRequire(import.meta.url)(resolve(glue));

const wasm = readFileSync(glue.replace(/\.js$/, "_bg.wasm"));
const packed = gzipSync(wasm, { level: 9 }).length;
console.log(
  `\nin wasm: the facts part is ${wasm.length} bytes, gzip ${packed} (aim ${AIM_BYTES}), brotli ${brotliCompressSync(wasm).length}`,
);

/** Processor milliseconds of this program: what others of the machine do does not count. */
function used(work) {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

const texts = ["korean_news_facts", "seed_hani"]
  .map((name) => `${folder}/${name}.jsonl`)
  .filter((file) => existsSync(file))
  .flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean))
  .map((line) => JSON.parse(line).text);
if (texts.length === 0) {
  console.log("in wasm: skipped, there are no annotated articles in the folder");
  process.exit();
}
const chars = texts.reduce((sum, text) => sum + [...text].length, 0);

for (const [name, withTagger] of [["rules and tagger", true], ["rules alone", false]]) {
  const round = () => used(() => texts.forEach((text) => facts(text, "ko", withTagger)));
  const first = round();
  const best = Math.min(...Array.from({ length: ROUNDS }, round));
  const of = (ms) => ((ms / chars) * ARTICLE).toFixed(2);
  console.log(`in wasm, ${name}: ${ARTICLE} characters ${of(best)} ms (aim ${AIM_MS}), while the engine still compiles ${of(first)} ms`);
}
