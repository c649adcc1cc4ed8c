// Rebuilds the line scorer's weights from the labelled pages: `node test/sources/lines/train.ts`. The same data gives
// the same file; it holds thresholds and log-odds only, no word of any page.
import { writeFileSync } from "node:fs";
import { trainLineScorer } from "../../../src/sources/lines/training.ts";
import { labelledPages } from "../../benchmark/lines.ts";

const OUT = new URL("../../../src/sources/lines/weights/lines.json", import.meta.url);
const pages = labelledPages(new URL("../../../../shared/data/", import.meta.url));
writeFileSync(OUT, `${JSON.stringify(trainLineScorer(pages.map((page) => page.lines)))}\n`);
console.log(`${pages.length} pages`);
