// `./build.sh run` without a display: what it prints is the reading, with nothing blank in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { EXECUTABLE } from "./harness.mjs";

/** The lines of a part of the output, from its name to the next blank line. */
function part(output, name) {
  const [, rest] = output.split(new RegExp(`^${name} .*\\n`, "m"));
  return rest.split("\n\n")[0].split("\n").filter((line) => line !== "");
}

test("run prints title, facts, removals with reasons, citation and picture", () => {
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  const output = execFileSync("node", ["tools/run.mjs", EXECUTABLE], { encoding: "utf8", env: { ...env, LANGUAGE: "ko" }, timeout: 50_000 });
  assert.match(output, /^Title {5}도시 하천에 돌아온 수달, 밤의 이웃이 되다$/m);
  assert.match(output, /^Byline {4}도연재 기자 /m);
  const facts = part(output, "Facts");
  assert.ok(facts.length > 40, `${facts.length} facts`);
  assert.deepEqual(facts.filter((line) => line.trim().length < 2), []);
  assert.ok(facts.some((line) => line.includes("3.4") && line.includes("배")), "the ratio is among the facts");
  const removals = part(output, "Removed");
  assert.ok(removals.length > 40, `${removals.length} removals`);
  assert.deepEqual(removals.filter((line) => !/^ {2}\S.*: \S.* \(\S.*\)$/.test(line)), []);
  assert.match(output, /^Citation {2}도연재, 「도시 하천에 돌아온 수달, 밤의 이웃이 되다」, 『솔내일보』, 2026\. 10\. 21\., /m);
  assert.match(output, /^Picture {3}pkg\/reader\.png$/m);
});
