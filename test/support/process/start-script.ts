// What `npm start` gives Node: environment variables and flags, read off the script so that tests run what people run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../desk.ts";

export interface StartScript {
  readonly variables: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

export function startScript(): StartScript {
  const { start } = (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: { start: string } })
    .scripts;
  const found = /^exec env ((?:\w+=\S+ )*)node ((?:--\S+ )*)src\/main\.ts start$/.exec(start);
  if (found === null) throw new Error(`npm start is written in a new way: ${start}`);
  const words = (text: string): string[] => text.split(" ").filter(Boolean);
  const variables = words(found[1]!).map((word): [string, string] => {
    const at = word.indexOf("=");
    return [word.slice(0, at), word.slice(at + 1)];
  });
  return { variables: Object.fromEntries(variables), flags: words(found[2]!) };
}
