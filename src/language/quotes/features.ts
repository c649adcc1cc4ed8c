// What the tagger looks at: rows of the weight table for units, for where a segment starts and ends, and for a whole
// segment. Each function writes its rows into `rows` and returns how many there are.
import { CLASS } from "../lexicon/classes.ts";
import { mix } from "./hash.ts";
import { PAD, type View } from "./view.ts";

/** More rows than any function below writes. */
export const MOST_ROWS = 40;

/** A unit's own evidence for lying inside a segment. */
export function unitRows(view: View, at: number, rows: Int32Array): number {
  const { hash, kind, cluster, ending } = view;
  const i = at + PAD;
  const h0 = hash[i]!;
  const c0 = cluster[i]!;
  const k0 = kind[i]!;
  let n = 0;
  rows[n++] = mix(1, h0);
  rows[n++] = mix(2, c0);
  rows[n++] = mix(3, ending[i]!, k0);
  rows[n++] = mix(4, cluster[i - 1]!, c0);
  rows[n++] = mix(6, hash[i - 1]!, h0);
  rows[n++] = mix(8, view.leftVerb[at]!);
  rows[n++] = mix(9, view.leftStep[at]!, view.rightStep[at]!, k0);
  rows[n++] = mix(10, view.rightVerb[at]!);
  rows[n++] = mix(11, view.leftStep[at]!, h0);
  rows[n++] = mix(12, view.rightStep[at]!, h0);
  rows[n++] = mix(13, Math.min(at, 3), Math.min(view.length - 1 - at, 3), k0);
  rows[n++] = mix(14, kind[i - 1]!, k0, kind[i + 1]!);
  rows[n++] = mix(15, view.setting, k0);
  rows[n++] = mix(19, view.tail < 0 ? 0 : at <= view.tail ? 1 : 2, k0);
  rows[n++] = mix(16, cluster[i - 2]!, cluster[i - 1]!, c0);
  return n;
}

/** Evidence that a segment starts with unit `at`. */
export function startRows(view: View, at: number, rows: Int32Array): number {
  const { hash, kind, cluster } = view;
  const i = at + PAD;
  const h0 = hash[i]!;
  const c0 = cluster[i]!;
  const before = hash[i - 1]!;
  let n = 0;
  rows[n++] = mix(30, h0);
  rows[n++] = mix(31, before);
  rows[n++] = mix(32, before, h0);
  rows[n++] = mix(33, cluster[i - 1]!, c0);
  rows[n++] = mix(34, cluster[i - 2]!, cluster[i - 1]!, c0);
  rows[n++] = mix(35, h0, hash[i + 1]!);
  rows[n++] = mix(36, c0, cluster[i + 1]!);
  rows[n++] = mix(37, kind[i - 2]!, kind[i - 1]!, kind[i]! * 64 + kind[i + 1]!);
  rows[n++] = mix(38, view.leftVerb[at]!, h0);
  rows[n++] = mix(39, view.leftVerb[at]!, kind[i]!, view.leftStep[at]!);
  rows[n++] = mix(40, view.leftStep[at]!, kind[i - 1]!, kind[i]!);
  rows[n++] = mix(41, before, kind[i]!);
  rows[n++] = mix(42, hash[i - 2]!, before);
  rows[n++] = mix(43, Math.min(at, 2), view.setting, kind[i]! === CLASS.quote ? 1 : 0);
  rows[n++] = mix(44, view.rightVerb[at]!, view.rightStep[at]!);
  rows[n++] = mix(45, cluster[i - 1]!, h0);
  rows[n++] = mix(46, before, c0);
  rows[n++] = mix(51, view.tail < 0 ? 0 : 1, Math.min(at, 2), kind[i]!);
  rows[n++] = mix(52, view.tail < 0 ? 0 : at === view.tail + 1 ? 1 : at === view.tail + 2 ? 2 : 3, kind[i]!);
  rows[n++] = mix(47, Math.min(at, 1), view.quotes[view.length]! > 0 ? 1 : 0, kind[i]!);
  return n;
}

/** Evidence that a segment ends with unit `at`. */
export function endRows(view: View, at: number, rows: Int32Array): number {
  const { hash, kind, cluster } = view;
  const i = at + PAD;
  const h0 = hash[i]!;
  const c0 = cluster[i]!;
  const after = hash[i + 1]!;
  let n = 0;
  rows[n++] = mix(60, h0);
  rows[n++] = mix(61, after);
  rows[n++] = mix(62, h0, after);
  rows[n++] = mix(63, c0, cluster[i + 1]!);
  rows[n++] = mix(64, cluster[i + 1]!, cluster[i + 2]!);
  rows[n++] = mix(65, c0, cluster[i + 1]!, cluster[i + 2]!);
  rows[n++] = mix(66, after, hash[i + 2]!);
  rows[n++] = mix(67, kind[i]!, kind[i + 1]!, kind[i + 2]! * 64 + kind[i + 3]!);
  rows[n++] = mix(68, view.rightVerb[at + 1]!, view.rightStep[at + 1]!, kind[i + 1]!);
  rows[n++] = mix(69, kind[i + 1]!, view.rightStep[at + 1]!);
  rows[n++] = mix(70, Math.min(view.length - 1 - at, 2), kind[i]!, kind[i + 1]!);
  rows[n++] = mix(71, after, kind[i + 2]!);
  rows[n++] = mix(72, cluster[i - 1]!, c0, cluster[i + 1]!);
  rows[n++] = mix(73, view.leftVerb[at + 1]!, view.leftStep[at + 1]!, kind[i + 1]!);
  rows[n++] = mix(74, kind[i - 1]!, kind[i]!, kind[i + 1]!);
  rows[n++] = mix(79, view.tail < 0 ? 0 : at === view.tail ? 1 : 2, kind[i]!);
  rows[n++] = mix(75, view.setting, kind[i]! === CLASS.quote ? 1 : 0, kind[i + 1]!);
  return n;
}

/** Evidence from the segment as a whole: units `from` up to and including `to`. */
export function segmentRows(view: View, from: number, to: number, rows: Int32Array): number {
  const { hash, kind, cluster } = view;
  const i = from + PAD;
  const j = to + PAD;
  const length = to - from + 1;
  const size = length <= 6 ? length : length <= 8 ? 7 : length <= 11 ? 8 : length <= 15 ? 9 : length <= 22 ? 10 : 11;
  const verbs = Math.min(view.verbs[to + 1]! - view.verbs[from]!, 3);
  const commas = Math.min(view.commas[to + 1]! - view.commas[from]!, 3);
  const quotes = Math.min(view.quotes[to + 1]! - view.quotes[from]!, 2);
  const reports = Math.min(view.reports[to + 1]! - view.reports[from]!, 2);
  const final = to >= view.length - 2 ? view.length - 1 - to : 2;
  let n = 0;
  rows[n++] = mix(90, size, quotes);
  rows[n++] = mix(91, hash[i]!, hash[j]!);
  rows[n++] = mix(92, kind[i - 1]!, kind[i]!, kind[j + 1]!);
  rows[n++] = mix(93, hash[i - 1]!, hash[j + 1]!);
  rows[n++] = mix(94, verbs, commas, size);
  rows[n++] = mix(95, reports, final, quotes);
  rows[n++] = mix(96, view.leftVerb[from]!, final, verbs);
  rows[n++] = mix(97, hash[i]!, verbs, size);
  rows[n++] = mix(98, kind[i - 1]!, kind[j + 1]!, final * 4 + verbs);
  rows[n++] = mix(99, cluster[i]!, cluster[j]!, Math.min(size, 5));
  rows[n++] = mix(104, view.tail < 0 ? 0 : to === view.tail ? 1 : to < view.tail ? 2 : 3, Math.min(from, 2), reports);
  rows[n++] = mix(100, view.leftVerb[from]!, size);
  rows[n++] = mix(101, hash[i]!, kind[j + 1]!, final);
  return n;
}
