// The program: one subcommand a word, settings checked before anything is touched, a signal ends it in order.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type App, openApp, StartError } from "./app.ts";
import { createLog } from "./log.ts";
import { readCatalogue } from "./settings/catalogue.ts";
import { readDigests } from "./settings/digests.ts";
import { readEnvironment } from "./settings/environment.ts";
import { SettingsError } from "./settings/problem.ts";

const ROOT = join(import.meta.dirname, "..");

const USAGE = `OnRecord: who said what, when, and who reported it.

  npm start                          the bot; with no token, a chat in this terminal
  npm run import -- PATH...          takes in files, folders, or - (standard input)
  npm run -s ask -- "/quote putin"   asks once          [--now 2021-11-18T09:00Z] [--json]
  npm run -s annotate -- FILE|-      JSON lines {id, text, date?, title?} to JSON lines with quotes
  npm run -s read -- FILE|URL|-      prints an article as read   [--url U] [--json]
  npm run -s store -- check|migrate|backup FILE|restore FILE|copy FROM TO
`;

interface Invocation {
  readonly command: string;
  readonly words: readonly string[];
  readonly now: Temporal.Instant;
  readonly json: boolean;
  readonly url: string | null;
}

/** A mistake in how the program was called; its message is for whoever called it. */
class UsageError extends Error {}

function readInvocation(): Invocation {
  const [command = "help", ...rest] = process.argv.slice(2);
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { now: { type: "string" }, json: { type: "boolean" }, url: { type: "string" } },
    });
    const now = values.now === undefined ? Temporal.Now.instant() : instantOf(values.now);
    return { command, words: positionals, now, json: values.json === true, url: values.url ?? null };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message, { cause: error });
  }
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new UsageError(`--now takes a moment with its zone, such as 2021-11-18T09:00Z.`, { cause });
  }
}

/** Runs one subcommand; answers with the exit code. */
async function run(invocation: Invocation): Promise<number> {
  const { command, words, now } = invocation;
  if (["help", "--help", "-h"].includes(command)) {
    process.stdout.write(USAGE);
    return 0;
  }
  const app = await open();
  stopOnSignal(app);
  try {
    switch (command) {
      case "start":
        return await app.start();
      case "import":
        return await app.importPaths(needed(words, "Name at least one file or folder, or - for standard input."), now);
      case "ask":
        return await app.ask(needed(words, 'Say what to ask, such as "/quote putin".').join(" "), now, invocation.json);
      case "annotate":
        return await app.annotate(words[0] ?? "-");
      case "read":
        return await app.read(words[0] ?? "-", invocation.url, invocation.json);
      case "store":
        return await app.tendStore(words);
      default:
        throw new UsageError(`There is no subcommand ${command}.\n\n${USAGE}`);
    }
  } finally {
    await app.close();
  }
}

async function open(): Promise<App> {
  const environment = readEnvironment(ROOT);
  const catalogue = readCatalogue(join(ROOT, "config"));
  const digests = readDigests(join(ROOT, "digests"));
  const { telegram, discord, databaseUrl } = environment;
  const secrets = [telegram?.token, telegram?.webhook?.secret, discord?.token, passwordOf(databaseUrl)];
  const log = createLog({ level: environment.logLevel, secrets: secrets.filter((secret) => secret !== undefined) });
  return openApp({ root: ROOT, environment, catalogue, digests, log, now: () => Temporal.Now.instant() });
}

function passwordOf(databaseUrl: string | null): string | undefined {
  const password = databaseUrl !== null && URL.canParse(databaseUrl) ? new URL(databaseUrl).password : "";
  return password === "" ? undefined : decodeURIComponent(password);
}

function needed(words: readonly string[], what: string): readonly string[] {
  if (words.length === 0) throw new UsageError(what);
  return words;
}

const SAME_SIGNAL_MS = 1_000;

/**
 * The first signal stops in order; another ends the process at once. One that comes with the first is the same again:
 * npm passes on what the terminal, or systemd, has sent to every process already.
 */
function stopOnSignal(app: App): void {
  let stopping: number | null = null;
  const onSignal = (): void => {
    if (stopping === null) void app.stop();
    else if (performance.now() - stopping > SAME_SIGNAL_MS) process.exit(1);
    stopping ??= performance.now();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
}

/** A reader that hangs up (`| head`) is no error of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(readInvocation());
} catch (error) {
  if (error instanceof SettingsError) process.stderr.write(`The settings need mending:\n${error.message}\n`);
  else if (error instanceof UsageError || error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
