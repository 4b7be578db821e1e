// Our own pages, cleaned in place: what is the article stays visible, by the browser's computed style, what is not goes where
// it has an element of its own, and restoring leaves no trace.
import { test } from "node:test";
import { articlesStay } from "./cleaning.mjs";
import * as h from "./harness.mjs";
import { fixturePages } from "./truths.mjs";

const own = h.stage();

// A few lines have signs in `expected.md` that no page has.
test("the article stays, its junk goes, all comes back: our own pages", () => articlesStay(own, fixturePages(), { seen: 0.97, gone: 0.97 }));
