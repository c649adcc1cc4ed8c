// Holds requests against the Bot API's types: a compact schema of the methods this bot calls, committed here; and the
// whole one, with updates and results, where the data folder beside the repository has it.
import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

const OWN = new URL("./calls.schema.json", import.meta.url);
const WIRE = new URL("../../../../shared/data/wire/", import.meta.url);

const ajv = new Ajv({ strict: false, validateFormats: false, inlineRefs: false, code: { optimize: false } });
const compiled = new Map<string, ValidateFunction>();
const read = new Map<string, string[]>();

/** Compiles the schema, so that no request waits for it. */
export function prepareSchema(): void {
  for (const method of Object.keys(JSON.parse(readFileSync(OWN, "utf8")).methods)) breachOf(method, {});
}

/** Why a request breaks the schema, or null. An unknown method is a breach. */
export function breachOf(method: string, params: object): string | null {
  return failing(OWN, "methods", method, params);
}

/** Is the whole schema at hand? It takes seconds to compile: too long for a server that answers meanwhile. */
export function hasWholeSchema(): boolean {
  return existsSync(WIRE);
}

/** Why a value breaks the whole schema: a method's parameters or result, an update's field. Null when it does not. */
export function breachOfWhole(kind: "Calls" | "Incoming" | "Results", name: string, value: unknown): string | null {
  return failing(new URL(`telegram-${kind}-grammy-types-5.0.0.schema.json`, WIRE), "properties", name, value);
}

function failing(file: URL, section: string, name: string, value: unknown): string | null {
  if (!read.has(file.href)) {
    const schema = JSON.parse(readFileSync(file, "utf8"));
    read.set(file.href, Object.keys(schema[section]));
    ajv.addSchema(schema, file.href);
  }
  if (!read.get(file.href)!.includes(name)) return `${name}: not in the schema`;
  const key = `${file.href}#/${section}/${name}`;
  const validate = compiled.get(key) ?? ajv.compile({ $ref: key });
  compiled.set(key, validate);
  if (validate(value)) return null;
  return `${name}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 300)}`;
}
