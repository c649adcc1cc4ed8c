// What the scorer looks at to tell a body line from a site's furniture: the line's own shape, its neighbours', its place.
import { bare } from "./clean.ts";
import { clutterRule, LIST_HEADING } from "./rules.ts";
import { isTerminated, wordCount } from "./shape.ts";

const LENGTHS = [3, 12, 25, 45, 70, 100, 150, 220, 350, 600];
const STOP_WORDS = new Set(
  "the of to and a in that is was for on with as by at from it its he she his her they their be been has have had not this are were will would who which but or an said after over about into than more also when we you i".split(
    " ",
  ),
);
const FURNITURE =
  /\b(?:newsletter|subscribe|subscription|sign|login|log|cookies?|privacy|comments?|share|follow|facebook|twitter|instagram|email|advertis\w+|click|photo|image|video|watch|copyright|rights|policy|terms|contact|menu|search|help|app|account|website|browser|reply|posted|related|read|your|our|us|you)\b/gi;
const MONTHS =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b20\d\d-\d\d-\d\d|\b\d{1,2}:\d{2}/i;
/** How far the neighbours are looked at one by one. */
const REACH = 3;
const OWN = 38;
const NEIGHBOUR = 8;
const PLACE = 26;

/** Length of one feature vector. */
export const FEATURES = OWN + 2 * REACH * NEIGHBOUR + PLACE;

interface Traits {
  readonly words: number;
  /** Words when the line reads as running text, else 0. */
  readonly prose: number;
  readonly own: Float64Array;
  readonly brief: Float64Array;
}

/** One feature vector a line, values roughly within 0 and 1. Blank lines must be left out beforehand. */
export function lineFeatures(lines: readonly string[]): Float64Array[] {
  const printed = new Map<string, number>();
  for (const line of lines) {
    const key = bare(line.slice(0, 300));
    printed.set(key, (printed.get(key) ?? 0) + 1);
  }
  const traits = lines.map((line) => traitsOf(line, printed.get(bare(line.slice(0, 300))) ?? 1));
  const places = placesOf(traits);
  return lines.map((_, i) => {
    const vector = new Float64Array(FEATURES);
    vector.set(traits[i]!.own, 0);
    let at = OWN;
    for (let step = 1; step <= REACH; step++) {
      for (const j of [i - step, i + step]) {
        const neighbour = traits[j];
        if (neighbour !== undefined) vector.set(neighbour.brief, at);
        else vector[at + NEIGHBOUR - 1] = 1;
        at += NEIGHBOUR;
      }
    }
    vector.set(places[i]!, at);
    return vector;
  });
}

function traitsOf(line: string, times: number): Traits {
  const own = new Float64Array(OWN);
  const words = wordCount(line);
  const terminated = isTerminated(line);
  const head = line.slice(0, 1200);
  const tokens = head.split(" ");
  const stops = tokens.filter((token) => STOP_WORDS.has(token.toLowerCase())).length / tokens.length;
  const lower = tokens.filter((token) => /^\p{Ll}/u.test(token)).length / tokens.length;
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(head);
  const prose = terminated && (words >= 7 || (wide && line.length >= 40)) ? (wide ? line.length / 3 : words) : 0;
  const rule = clutterRule(line);
  const furniture = (head.match(FURNITURE)?.length ?? 0) / tokens.length;
  let k = 0;
  const put = (value: number | boolean): void => {
    own[k++] = Number(value);
  };
  let bucket = LENGTHS.findIndex((limit) => line.length <= limit);
  if (bucket < 0) bucket = LENGTHS.length;
  for (let b = 0; b <= LENGTHS.length; b++) put(b === bucket);
  put(terminated);
  put(/[,;，、]/.test(head));
  put((head.match(/[,;，、]/g)?.length ?? 0) >= 3);
  put(/[“”"«»„]/.test(head));
  put(/[:：]$/.test(head));
  put(/(?:\.\.\.?|…)$/.test(head));
  put(/\?$/.test(head));
  put(stops);
  put(stops > 0.25);
  put(lower);
  put(lower > 0.5);
  put(lower < 0.2 && words > 1);
  put(/^\p{Ll}/u.test(head));
  put((head.match(/\d/g)?.length ?? 0) / head.length);
  put(/^\d/.test(head));
  put(MONTHS.test(head) && words < 12);
  put(/[@©|»→•/]|https?:/.test(head));
  put(/^(?:by|von|por|par|di) \p{Lu}/iu.test(head) && words <= 10);
  put(Math.min(1, furniture * 4));
  put(furniture > 0.15);
  put(rule !== null);
  put(rule !== null && rule.why === "photo caption");
  put(LIST_HEADING.test(head));
  put(times > 1);
  put(times > 2);
  put(Math.min(1, prose / 60));
  put(prose > 0 && words >= 25);
  const brief = Float64Array.of(
    Math.min(1, prose / 50),
    Number(prose > 0),
    Number(line.length < 30),
    Number(rule !== null),
    Number(LIST_HEADING.test(head)),
    Number(MONTHS.test(head) && words < 12),
    Number(times > 1),
    0,
  );
  return { words, prose, own, brief };
}

/** Where each line stands among the running text: how much comes before, after and around it. */
function placesOf(traits: readonly Traits[]): Float64Array[] {
  const before = new Float64Array(traits.length + 1);
  for (let i = 0; i < traits.length; i++) before[i + 1] = before[i]! + traits[i]!.prose;
  const total = before[traits.length]! || 1;
  const within = (from: number, to: number): number =>
    before[Math.min(traits.length, Math.max(0, to))]! - before[Math.min(traits.length, Math.max(0, from))]!;
  const centre = densest(traits, before);
  const lastProse = runsBack(traits);
  const nextProse = runsBack([...traits].reverse()).reverse();
  return traits.map((_, i) => {
    const place = new Float64Array(PLACE);
    let k = 0;
    for (const reach of [4, 8, 16]) {
      place[k++] = Math.min(1, within(i - reach, i) / (reach * 25));
      place[k++] = Math.min(1, within(i + 1, i + 1 + reach) / (reach * 25));
    }
    const earlier = before[i]! / total;
    place[k++] = earlier;
    place[k++] = Number(earlier < 0.02);
    place[k++] = Number(earlier > 0.9);
    place[k++] = Number(earlier > 0.98);
    place[k++] = i / traits.length;
    place[k++] = Number(i < 4);
    for (const limit of [2, 5, 10, 25]) place[k++] = Number(Math.abs(i - centre) <= limit);
    place[k++] = Number(i < centre);
    for (const limit of [0, 1, 2, 5]) place[k++] = Number(lastProse[i]! > limit);
    for (const limit of [0, 1, 2, 5]) place[k++] = Number(nextProse[i]! > limit);
    place[k++] = Number(within(Math.min(i, centre), Math.max(i, centre)) / (Math.abs(i - centre) + 1) > 12);
    return place;
  });
}

/** The line in the middle of the stretch of 9 with most running text. */
function densest(traits: readonly Traits[], before: Float64Array): number {
  let best = 0;
  let most = -1;
  for (let i = 0; i < traits.length; i++) {
    const sum = before[Math.min(traits.length, i + 5)]! - before[Math.max(0, i - 4)]!;
    if (sum > most) {
      most = sum;
      best = i;
    }
  }
  return best;
}

/** Lines since the last running text, at each line (itself left out). */
function runsBack(traits: readonly Traits[]): number[] {
  const runs: number[] = [];
  let since = 99;
  for (const { prose } of traits) {
    runs.push(since);
    since = prose > 0 ? 0 : since + 1;
  }
  return runs;
}
