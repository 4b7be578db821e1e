// Prints the size of the wasm and holds it against tools/size-budget.json.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const budget = JSON.parse(readFileSync("tools/size-budget.json", "utf8"));
const wasm = readFileSync("pkg/chrome/malgeun_bg.wasm");
const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } });

/** @param {string} name @param {number} size @returns {boolean} whether the size keeps to the budget */
function keepsTo(name, size) {
  const limit = budget[name];
  console.log(`wasm ${name}: ${size.toLocaleString("en")} bytes (budget ${limit.toLocaleString("en")})`);
  return size <= limit;
}

const kept = [keepsTo("raw", wasm.length), keepsTo("brotli", brotli.length)];
if (!kept.every(Boolean)) {
  console.error("Stopped: the wasm is larger than its budget.");
  console.error("Remedy:  find what grew, or raise tools/size-budget.json by hand and say why in the commit");
  process.exit(1);
}
