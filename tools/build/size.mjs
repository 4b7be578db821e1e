// Prints the size of the wasm and of the weights of names and holds them against tools/size-budget.json.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const budget = JSON.parse(readFileSync("tools/size-budget.json", "utf8"));
const wasm = readFileSync("pkg/chrome/malgeun_bg.wasm");
const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } });

/** @param {string} name @param {number} size @returns {boolean} whether the size keeps to the budget */
function keepsTo(name, size) {
  const limit = budget[name];
  console.log(`${name}: ${size.toLocaleString("en")} bytes (budget ${limit.toLocaleString("en")})`);
  return size <= limit;
}

/** Nothing makes them smaller on their way: they are packed already. */
const names = readdirSync("pkg/chrome").filter((file) => /^names-.*\.bin$/.test(file));
const weights = names.reduce((sum, file) => sum + readFileSync(`pkg/chrome/${file}`).length, 0);

const kept = [keepsTo("wasm raw", wasm.length), keepsTo("wasm brotli", brotli.length), keepsTo("names", weights)];
if (!kept.every(Boolean)) {
  console.error("Stopped: the wasm or the weights are larger than their budget.");
  console.error("Remedy:  find what grew, or raise tools/size-budget.json by hand and say why in the commit");
  process.exit(1);
}
