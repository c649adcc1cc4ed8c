// The digest definitions in digests/*.yaml: a new file is a new digest.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Digest } from "../model/digest.ts";
import { SettingsError } from "./problem.ts";
import { readYaml } from "./yaml.ts";

const duration = z.string().refine(
  (value) => {
    try {
      const total = Temporal.Duration.from(value);
      return total.sign > 0 && total.years === 0 && total.months === 0;
    } catch {
      return false;
    }
  },
  { message: "must be a span in days, weeks or hours: P1D, P1W, PT1H" },
);

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day in quotes: '08:00'");

const words = z.array(z.string().trim().min(1)).default([]);

const FILTERS = z
  .strictObject({ about: words, without: words, outlets: words, speakers: words })
  .default({ about: [], without: [], outlets: [], speakers: [] });

const SECTION = z
  .strictObject({
    section: z.enum(
      ["stories", "key-quotes", "on-this-date", "most-quoted", "speaker-quotes"],
      "must be stories, key-quotes, on-this-date, most-quoted or speaker-quotes",
    ),
    limit: z.number().int().min(1, "must be at least 1").max(50, "must be at most 50"),
    sentences: z.number().int().min(0).max(5).optional(),
    quotes: z.number().int().min(0).max(5).optional(),
    card: z.boolean().optional(),
  })
  .transform(({ section, limit, sentences, quotes, card }) => ({
    section,
    limit,
    ...(sentences === undefined ? {} : { sentences }),
    ...(quotes === undefined ? {} : { quotes }),
    ...(card === undefined ? {} : { card }),
  }));

const SCHEDULE = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("hour") }),
  z.strictObject({
    every: z.literal("day"),
    at: time,
    days: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5, 6, 7]),
  }),
]);

const DIGEST = z.strictObject({
  title: z.string().trim().min(1),
  summary: z.string().trim().min(1).max(100),
  window: duration,
  schedule: SCHEDULE,
  sections: z.array(SECTION).min(1, "needs at least one section"),
  filters: FILTERS,
  needs: z.literal("speaker").nullable().default(null),
  whenEmpty: z.enum(["silent", "line"]).default("silent"),
});

/**
 * Reads every definition of a folder, by file name in alphabetical order.
 * @throws SettingsError naming file, line, key, and what would be right.
 */
export function readDigests(folder: string): readonly Digest[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const name = basename(file, ".yaml");
      if (!/^[a-z][a-z-]{0,30}$/.test(name))
        throw new SettingsError([
          { file: join("digests", file), key: "", what: "needs a name of lower-case letters and hyphens" },
        ]);
      return { name, ...readYaml(join(folder, file), DIGEST) };
    });
}
