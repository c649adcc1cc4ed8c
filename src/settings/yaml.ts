// Reads a YAML file against a zod schema; a mistake is told with its file, line and key.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { SettingsError } from "./problem.ts";

/**
 * Reads and checks one file.
 * @throws SettingsError when the file cannot be read, is not YAML, or breaks the schema.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const shown = join(basename(dirname(file)), basename(file));
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch {
    throw new SettingsError([
      { file: shown, key: "", what: "cannot be read: is it there, and may this user read it?" },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new SettingsError(
      document.errors.map((error) => ({
        file: shown,
        key: "",
        line: lines.linePos(error.pos[0]).line,
        what: `is not YAML here: ${error.message}`,
      })),
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => {
      const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
      const line = lineOf(document, path, lines);
      return { file: shown, key: path.join("."), ...(line === null ? {} : { line }), what: issue.message };
    }),
  );
}

/** The line of the node at `path`, or of the nearest one above it that exists. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
  lines: LineCounter,
): number | null {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
