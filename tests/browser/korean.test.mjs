// The same as visible.test.mjs on pages of Korean portals and papers, which lie in `$MALGEUN_SHARED` or beside the project.
import { test } from "node:test";
import { articlesStay } from "./cleaning.mjs";
import * as h from "./harness.mjs";
import { koreanPages } from "./truths.mjs";

const own = h.stage();
const pages = koreanPages();
const skip = pages.length === 0 && "skipped: the labelled pages are not here; set MALGEUN_SHARED to their folder";

test("the article stays, its junk goes, all comes back: portals and papers", { skip }, () => articlesStay(own, pages, { seen: 1, gone: 0.92 }));
