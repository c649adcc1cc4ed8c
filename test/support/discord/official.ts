// Discord's published schemas, where the data folder beside the project has them: a second opinion on every request
// and on every payload the fake sends.
import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

const FOLDER = new URL("../../../../shared/data/wire/", import.meta.url);
const OPENAPI = new URL("discord-openapi-2026-07-18.json", FOLDER);

export type Payload = "GuildCreate" | "InteractionCreate" | "Ready" | "Send";

export interface Official {
  /** What the schema says against a request's JSON body; nothing when the route has no body. */
  request(method: string, path: string, body: unknown): string[];
  payload(kind: Payload, data: unknown): string[];
}

type Json = Record<string, unknown>;

let cached: Official | null | undefined;

/** Null where the schemas are not there. */
export function officialSchemas(): Official | null {
  cached ??= existsSync(OPENAPI) ? load() : null;
  return cached;
}

function load(): Official {
  const openapi = JSON.parse(readFileSync(OPENAPI, "utf8")) as {
    paths: Record<string, Record<string, Json>>;
    components: Json;
  };
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: "discord", components: pointed(openapi.components) } as Json, "discord");
  const routes = Object.keys(openapi.paths)
    .sort((a, b) => holes(a) - holes(b))
    .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`) }));
  const compiled = new Map<string, ValidateFunction | null>();
  const forRoute = (method: string, path: string): ValidateFunction | null | undefined => {
    const route = routes.find(({ pattern }) => pattern.test(path))?.path;
    const operation = route === undefined ? undefined : openapi.paths[route]?.[method.toLowerCase()];
    if (route === undefined || operation === undefined) return undefined;
    const key = `${method} ${route}`;
    if (!compiled.has(key)) compiled.set(key, compileBody(ajv, operation));
    return compiled.get(key)!;
  };
  const payloads = new Map<Payload, ValidateFunction>();
  return {
    request(method, path, body) {
      const validate = forRoute(method, path);
      if (validate === undefined) return [`${method} ${path} is no route of Discord's`];
      return validate === null ? [] : problems(validate, withNumericPermissions(body));
    },
    payload(kind, data) {
      if (!payloads.has(kind)) {
        payloads.set(kind, ajv.compile(payloadSchema(kind)));
      }
      return problems(payloads.get(kind)!, data);
    },
  };
}

/** Bit fields are given as lists of single bits there, without 0 and without sums: any number will do. */
function payloadSchema(kind: Payload): Json {
  const schema = JSON.parse(readFileSync(new URL(`discord-gw-${kind}.schema.json`, FOLDER), "utf8")) as {
    definitions: Record<string, Json>;
  };
  for (const [name, definition] of Object.entries(schema.definitions)) {
    if (/Flags$/.test(name)) schema.definitions[name] = { type: "number" };
    else if (Array.isArray(definition.enum)) definition.enum = [...new Set(definition.enum)];
    const properties = definition.properties as Record<string, Json> | undefined;
    if (properties?.flags?.enum !== undefined) properties.flags = { type: "number" };
  }
  return schema as Json;
}

function holes(path: string): number {
  return path.split("{").length;
}

function compileBody(ajv: Ajv, operation: Json): ValidateFunction | null {
  const body = operation.requestBody as { content?: Record<string, { schema: Json }> } | undefined;
  const schema = body?.content?.["application/json"]?.schema;
  return schema === undefined ? null : ajv.compile(pointed(schema) as Json);
}

/** References into the one document. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? inner.replace(/^#/, "discord#") : pointed(inner),
    ]),
  );
}

/** The schema knows permissions as numbers; Discord's documentation, and every client, writes them as strings. */
function withNumericPermissions(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  return body.map((one: Json) =>
    typeof one.default_member_permissions === "string"
      ? { ...one, default_member_permissions: Number(one.default_member_permissions) }
      : one,
  );
}

function problems(validate: ValidateFunction, data: unknown): string[] {
  if (validate(data)) return [];
  const lines = (validate.errors ?? []).map(({ instancePath, message }) => `schema: ${instancePath} ${message ?? ""}`);
  return [...new Set(lines)].slice(0, 8);
}
