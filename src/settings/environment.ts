// The environment: `.env` beside package.json, overruled by real variables. The only reader of `process.env`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { SettingsError, type SettingsProblem } from "./problem.ts";

/** A Telegram or Discord account that may use the operators' commands. */
export interface Operator {
  readonly platform: "telegram" | "discord";
  readonly id: string;
}

/** A share of the bot's work, for operators who spread it over processes. */
export type Role = "telegram" | "discord" | "feeds" | "delivery";

const ROLES: readonly Role[] = ["telegram", "discord", "feeds", "delivery"];

export interface Environment {
  /** A file path, `sqlite:PATH`, or `postgres://…`; null: the default file. */
  readonly databaseUrl: string | null;
  readonly telegram: {
    readonly token: string;
    readonly apiRoot: string | null;
    readonly webhook: { readonly url: string; readonly secret: string } | null;
  } | null;
  readonly discord: {
    readonly token: string;
    readonly apiRoot: string | null;
    /** Which of the gateway's connections are this process's. */
    readonly shards: "auto" | { readonly ids: readonly number[]; readonly total: number };
  } | null;
  readonly operators: readonly Operator[];
  readonly http: { readonly host: string; readonly port: number } | null;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** What this process does; everything unless ROLES says otherwise. A token is here whatever the roles: deliveries need it. */
  readonly roles: ReadonlySet<Role>;
  /** Nothing says that this is a bot: no token, no ROLES. It is a chat in the terminal then. */
  readonly isTerminal: boolean;
  /** Hosts on private addresses that feeds and pages may be fetched from. */
  readonly allowedHosts: readonly string[];
}

const text = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();

const address = text.pipe(z.url("is not an address: write it with https://").optional());

const OPERATOR = /^(telegram|discord):(\d{1,20})$/;

const operators = text.transform((value, context): Operator[] =>
  (value ?? "")
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((entry) => {
      const match = OPERATOR.exec(entry);
      if (match === null) {
        context.addIssue({ code: "custom", message: `has an entry that is not telegram:ID or discord:ID` });
        return [];
      }
      return [{ platform: match[1] as Operator["platform"], id: match[2]! }];
    }),
);

const port = text.transform((value, context): number | null => {
  if (value === undefined) return null;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  context.addIssue({ code: "custom", message: "is not a port: write a whole number from 0 to 65535" });
  return null;
});

/** Empty: everything. */
const roles = text.transform((value, context): ReadonlySet<Role> => {
  const named = (value ?? "").split(/[\s,]+/).filter(Boolean);
  const known = named.filter((name): name is Role => (ROLES as readonly string[]).includes(name));
  if (known.length < named.length)
    context.addIssue({ code: "custom", message: `must be some of ${ROLES.join(", ")}, with commas between` });
  return new Set(known);
});

const SHARDS = /^(\d{1,4}(?:\s*,\s*\d{1,4})*)\s*\/\s*(\d{1,4})$/;

const shards = text.transform((value = "auto", context) => {
  if (value.toLowerCase() === "auto") return "auto" as const;
  const [, named = "", of = "0"] = SHARDS.exec(value) ?? [];
  const total = Number(of);
  const ids = [...new Set(named.split(",").map(Number))];
  if (total > 0 && ids.every((id) => id < total)) return { ids, total };
  const numbers = total > 0 ? `: of ${total} shards the first is 0 and the last is ${total - 1}` : "";
  const message = `must be auto, or this process's shards and how many there are in all, such as 0,1/4${numbers}`;
  context.addIssue({ code: "custom", message });
  return "auto" as const;
});

const SCHEMA = z
  .object({
    DATABASE_URL: text,
    TELEGRAM_TOKEN: text.pipe(
      z
        .string()
        .regex(/^\d+:[\w-]{16,}$/, "does not look like a bot token: BotFather writes it as 123456:ABC…")
        .optional(),
    ),
    TELEGRAM_API_ROOT: address,
    TELEGRAM_WEBHOOK_URL: address,
    TELEGRAM_WEBHOOK_SECRET: text.pipe(
      z
        .string()
        .regex(/^[\w-]{16,256}$/, "must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -")
        .optional(),
    ),
    DISCORD_TOKEN: text.pipe(
      z
        .string()
        .regex(/^[\w-]{10,}\.[\w-]{4,}\.[\w-]{20,}$/, "does not look like a bot token: copy it from the Bot page")
        .optional(),
    ),
    DISCORD_API_ROOT: address,
    DISCORD_SHARDS: shards,
    ADMINS: operators,
    HTTP_HOST: text,
    HTTP_PORT: port,
    LOG_LEVEL: text.pipe(
      z.enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent").optional(),
    ),
    ALLOWED_HOSTS: text,
    ROLES: roles,
  })
  .superRefine((raw, context) => {
    if (raw.TELEGRAM_WEBHOOK_URL === undefined) return;
    if (raw.TELEGRAM_WEBHOOK_SECRET === undefined)
      context.addIssue({
        code: "custom",
        path: ["TELEGRAM_WEBHOOK_SECRET"],
        message: "is missing: a webhook needs one, so that only Telegram can use it",
      });
    if (raw.HTTP_PORT === null)
      context.addIssue({ code: "custom", path: ["HTTP_PORT"], message: "is missing: the webhook needs a port" });
  });

/**
 * Reads the environment of this process, with `.env` in `folder` below it.
 * @throws SettingsError naming the variable, what is wrong with it and what would be right; never its value.
 */
export function readEnvironment(folder: string): Environment {
  const file = join(folder, ".env");
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  return environmentFrom({ ...fromFile, ...process.env }, existsSync(file) ? ".env or the environment" : "environment");
}

/** The same, from variables given. `where` names their origin in errors. */
export function environmentFrom(variables: Readonly<Record<string, string | undefined>>, where: string): Environment {
  const parsed = SCHEMA.safeParse(variables);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map(
        (issue): SettingsProblem => ({ file: where, key: issue.path.join("."), what: issue.message }),
      ),
    );
  }
  const raw = parsed.data;
  return {
    databaseUrl: raw.DATABASE_URL ?? null,
    telegram:
      raw.TELEGRAM_TOKEN === undefined
        ? null
        : {
            token: raw.TELEGRAM_TOKEN,
            apiRoot: raw.TELEGRAM_API_ROOT ?? null,
            webhook:
              raw.TELEGRAM_WEBHOOK_URL === undefined
                ? null
                : { url: raw.TELEGRAM_WEBHOOK_URL, secret: raw.TELEGRAM_WEBHOOK_SECRET ?? "" },
          },
    discord:
      raw.DISCORD_TOKEN === undefined
        ? null
        : { token: raw.DISCORD_TOKEN, apiRoot: raw.DISCORD_API_ROOT ?? null, shards: raw.DISCORD_SHARDS },
    operators: raw.ADMINS,
    http: raw.HTTP_PORT === null ? null : { host: raw.HTTP_HOST ?? "127.0.0.1", port: raw.HTTP_PORT },
    logLevel: raw.LOG_LEVEL ?? "info",
    roles: raw.ROLES.size === 0 ? new Set(ROLES) : raw.ROLES,
    isTerminal: raw.TELEGRAM_TOKEN === undefined && raw.DISCORD_TOKEN === undefined && raw.ROLES.size === 0,
    allowedHosts: (raw.ALLOWED_HOSTS ?? "").split(/[\s,]+/).filter(Boolean),
  };
}
