// The plan of the house as a test: which room may enter which, which package belongs where, and how paths may be named.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** Default-deny: a room may enter itself and the rooms named here. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  language: ["model"],
  settings: ["model"],
  sources: ["model"],
  store: ["model"],
  newsroom: ["model", "language", "sources", "store"],
  composer: ["model", "store"],
  delivery: ["model", "composer", "store"],
  commands: ["model", "language", "newsroom", "composer", "delivery", "store"],
  chat: ["model", "commands"],
  server: ["model"],
  log: ["model"],
  metrics: ["model"],
  main: ["app", "settings", "log"],
};

/** Packages and built-ins that only one place may use. */
const PACKAGE_DOORS: readonly (readonly [name: RegExp, places: readonly string[]])[] = [
  [/^grammy$|^@grammyjs\//, ["src/chat/telegram/"]],
  [/^discord\.js$|^@discordjs\/|^discord-api-types/, ["src/chat/discord/"]],
  [/^node:sqlite$|^pg$/, ["src/store/"]],
  [/^undici$|^rss-parser$|^feedsmith$|^linkedom$|^@mozilla\/readability$/, ["src/sources/"]],
  [/^node-cron$/, ["src/app.ts"]],
  [/^node:http$|^node:https$/, ["src/server.ts"]],
  [/^pino$/, ["src/log.ts"]],
  [/^prom-client$/, ["src/metrics.ts"]],
  [/^zod$|^yaml$/, ["src/settings/"]],
  [/^satori$|^@resvg\/|^@fontsource\//, ["src/chat/picture"]],
];

const FORBIDDEN_NAMES = /(^|[/.-])(utils?|helpers?|common|shared|types|services?|managers?)([/.-]|$)/i;

const files = globSync("src/**/*.ts", { cwd: ROOT }).map((file) => file.split(sep).join("/"));

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const source = readFileSync(join(ROOT, file), "utf8");
  return [
    ...source.matchAll(/^\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm),
  ].map((match) => ({ file, target: (match[1] ?? match[2])! }));
});

const internal = imports
  .filter(({ target }) => target.startsWith("."))
  .map(({ file, target }) => ({
    file,
    target: normalize(join(dirname(file), target))
      .split(sep)
      .join("/"),
  }));

function roomOf(path: string): string {
  return path
    .replace(/^src\//, "")
    .split("/")[0]!
    .replace(/\.ts$/, "");
}

describe("the plan of the house", () => {
  it("has a door for every import between rooms", () => {
    const trespasses = internal
      .filter(({ file, target }) => {
        const [from, to] = [roomOf(file), roomOf(target)];
        return from !== to && from !== "app" && !(DOORS[from] ?? []).includes(to);
      })
      .map(({ file, target }) => `${file} enters ${target}`);
    expect(trespasses).toEqual([]);
  });

  it("knows every room", () => {
    const rooms = new Set(files.map(roomOf));
    rooms.delete("app");
    expect([...rooms].filter((room) => !(room in DOORS))).toEqual([]);
  });

  it("keeps each platform, driver and clock behind its one door", () => {
    const trespasses = imports
      .filter(({ file, target }) =>
        PACKAGE_DOORS.some(([name, places]) => name.test(target) && !places.some((place) => file.startsWith(place))),
      )
      .map(({ file, target }) => `${file} uses ${target}`);
    expect(trespasses).toEqual([]);
  });

  it("reads the environment in one file only", () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(readFileSync(join(ROOT, file), "utf8")));
    expect(readers).toEqual(["src/settings/environment.ts"]);
  });

  it("asks the clock only where the program starts", () => {
    const askers = files.filter((file) =>
      /\bTemporal\.Now\b|\bnew Date\(\)|\bDate\.now\(\)/.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(askers.filter((file) => !["src/main.ts", "src/app.ts"].includes(file))).toEqual([]);
  });

  it("does no input or output in the language room", () => {
    const readers = imports.filter(({ file, target }) => roomOf(file) === "language" && /^node:/.test(target));
    expect(readers).toEqual([]);
  });

  it("keeps markup out of the rooms above chat", () => {
    const markup = files
      .filter((file) => !["chat", "sources"].includes(roomOf(file)))
      .filter((file) => /<\/(b|i|a|code|blockquote)>|parse_mode/.test(readFileSync(join(ROOT, file), "utf8")));
    expect(markup).toEqual([]);
  });

  it("has no import circles", () => {
    const graph = Map.groupBy(internal, ({ file }) => file);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const { target } of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("has no barrels and no rooms for odds and ends", () => {
    expect(files.filter((file) => /\/index\.ts$/.test(file))).toEqual([]);
    expect(files.filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([]);
  });
});
