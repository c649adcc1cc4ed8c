// The operator's tables in config/: feeds, outlets, speakers.
import { join } from "node:path";
import { z } from "zod";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import { readYaml } from "./yaml.ts";

/** A feed to follow, and the outlet it belongs to. */
export interface ConfiguredFeed {
  readonly url: string;
  readonly outlet: string;
}

export interface Catalogue {
  readonly feeds: readonly ConfiguredFeed[];
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
}

const name = z.string("must be text").trim().min(1, "must not be empty");
const names = z.array(name).default([]);
const day = z
  .union([z.string(), z.number().int().transform(String)])
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be a day, month or year: 2021-11-18, 2021-11 or 2021"));

const FEEDS = z
  .array(z.strictObject({ outlet: name, url: z.url("must be an address with https://") }))
  .nullable()
  .transform((feeds) => feeds ?? []);

const OUTLETS = z
  .array(z.strictObject({ name, hosts: names, aliases: names, signs: names }))
  .nullable()
  .transform((outlets) => outlets ?? []);

const SPEAKERS = z
  .array(
    z.strictObject({
      name,
      kind: z.enum(["person", "group", "document"], "must be person, group or document").default("person"),
      gender: z.enum(["female", "male", "other"], "must be female, male or other").nullable().default(null),
      aliases: names,
      descriptions: names,
      roles: z
        .array(z.strictObject({ title: name, from: day.nullable().default(null), until: day.nullable().default(null) }))
        .default([]),
    }),
  )
  .nullable()
  .transform((speakers) => speakers ?? []);

/**
 * Reads the three tables of a config folder.
 * @throws SettingsError naming file, line, key, and what would be right.
 */
export function readCatalogue(folder: string): Catalogue {
  return {
    feeds: readYaml(join(folder, "feeds.yaml"), FEEDS),
    outlets: readOutlets(join(folder, "outlets.yaml")),
    speakers: readYaml(join(folder, "speakers.yaml"), SPEAKERS),
  };
}

/** Reads one table of outlets. @throws SettingsError likewise. */
export function readOutlets(file: string): readonly KnownOutlet[] {
  return readYaml(file, OUTLETS);
}
