// The engine on the project's own prose: every direct quotation of the sample corpus, with its speaker and its day.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { readCatalogue, readOutlets } from "../../src/settings/catalogue.ts";
import { readPaths } from "../../src/sources/import.ts";
import type { BenchTable } from "./table.ts";

const ROOT = join(import.meta.dirname, "../..");
const SAMPLE = join(ROOT, "config/sample");

/** First words of each fragment as one string, speaker, and the day said; "~" marks a day only published. */
const SAID: Readonly<Record<string, readonly (readonly [words: string, speaker: string, day: string])[]>> = {
  "2018-11-18-wire.txt": [["Europe, and within it the Franco-German couple", "Emmanuel Macron", "2018-11-18"]],
  "2019-11-07-observer.txt": [
    ["What we are living through is the brain death", "Emmanuel Macron", "2019-11-07"],
    ["That is not my view of cooperation", "Angela Merkel", "~2019-11-07"],
  ],
  "2019-11-18-courier.txt": [["not per se inconsistent", "Mike Pompeo", "2019-11-18"]],
  "2021-11-18-courier.txt": [
    ["We are constantly raising these concerns", "Vladimir Putin", "Thursday"],
    ["Anyone who takes our good intentions", "Vladimir Putin", "2021-04"],
  ],
  "2021-11-18-gazette.txt": [["highly dramatic", "Angela Merkel", "2021-11-18"]],
  "2021-11-18-gazette-moscow.txt": [["very superficially", "Vladimir Putin", "2021-11-18"]],
  "2021-11-18-observer.txt": [
    ["Our recent warnings have been heard", "Vladimir Putin", "Thursday"],
    ["One cannot fail to see that the West makes use", "Vladimir Putin", "Thursday"],
  ],
  "2021-11-18-wire.txt": [
    ["We keep voicing our concerns", "Vladimir Putin", "2021-11-18"],
    ["But we must press for it all the same", "Vladimir Putin", "2021-11-18"],
  ],
  "2021-11-19-broadcaster.txt": [["We are Slavs. We have hearts.", "Alexander Lukashenko", "2021-11-19"]],
  "2021-11-21-wire.txt": [["This hysteria is being whipped up", "Dmitry Peskov", "2021-11-21"]],
  "2021-11-26-courier.txt": [
    ["I have received information", "Volodymyr Zelensky", "2021-11-26"],
    ["Russia never does such things", "Dmitry Peskov", "~2021-11-26"],
  ],
  "2021-11-30-wire.txt": [["If strike systems of some kind", "Vladimir Putin", "2021-11-30"]],
  "2021-12-02-observer.txt": [
    ["The nightmare scenario of military", "Sergey Lavrov", "2021-12-02"],
    ["serious consequences", "Antony Blinken", "~2021-12-02"],
  ],
  "2021-12-21-gazette.txt": [
    ["military-technical measures", "Vladimir Putin", "2021-12-21"],
    ["We simply have nowhere further to retreat", "Vladimir Putin", "2021-12-21"],
  ],
  "2021-12-23-wire.txt": [
    ["It is you who must give us guarantees", "Vladimir Putin", "2021-12-23"],
    ["Are we putting missiles beside", "Vladimir Putin", "2021-12-23"],
  ],
  "2022-01-14-broadcaster.txt": [["Our patience has come to an end", "Sergey Lavrov", "2022-01-14"]],
  "2022-02-27-wire.txt": [["We are living through a turning point", "Olaf Scholz", "2022-02-27"]],
};

export async function measure(): Promise<BenchTable> {
  const annotator = loadAnnotator(readCatalogue(join(ROOT, "config")).speakers);
  const hash = createHash("sha256");
  const misses: string[] = [];
  let all = 0;
  let worded = 0;
  let voiced = 0;
  let dated = 0;
  for await (const { name, result } of readPaths([SAMPLE], readOutlets(join(SAMPLE, "outlets.yaml")))) {
    hash.update(readFileSync(name));
    if (result.kind === "refused") continue;
    const { article } = result;
    const quotes = annotator.annotate(article).quotes.filter(({ words }) => words.length > 0);
    for (const [words, speaker, day] of SAID[basename(name)] ?? []) {
      all += 1;
      const quote = quotes.find((each) =>
        each.words.some(([start, end]) => article.body.slice(start, end).startsWith(words)),
      );
      const isPublished = quote?.said.evidence === "published";
      const said = `${isPublished ? "~" : ""}${quote?.said.value}`;
      if (quote !== undefined) worded += 1;
      if (quote?.speaker === speaker) voiced += 1;
      if (said === day) dated += 1;
      if (quote?.speaker !== speaker || said !== day)
        misses.push(`${basename(name)}: ${words}: ${quote?.speaker ?? "nobody"}, ${said}`);
    }
  }
  const row = (label: string, right: number) => ({ name: label, value: right / all });
  return {
    name: "own",
    data: [{ file: "config/sample", fingerprint: hash.digest("hex").slice(0, 12) }],
    rows: [row("words found", worded), row("speaker right", voiced), row("day right", dated)],
    notes: [`${all} quotations`, ...misses],
  };
}
