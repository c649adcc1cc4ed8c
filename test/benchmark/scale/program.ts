// The program itself on a large corpus: how soon a fresh process answers, and what memory it holds.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ROOT } from "../../support/desk.ts";
import { startScript } from "../../support/process/start-script.ts";

export interface Program {
  /** Milliseconds from the start of the process to the first answer: a question asked once, and a chat that is opened. */
  readonly askedOnce: number;
  readonly firstAnswer: number;
  readonly secondAnswer: number;
  /** Resident memory in MiB after the first answer, and after all. */
  readonly memory: number;
  readonly memoryAfter: number;
}

/** Runs the program on a corpus and puts these lines to it, one after another. */
export async function runProgram(url: string, lines: readonly string[]): Promise<Program> {
  const begun = performance.now();
  const once = start(url, ["ask", lines[0] ?? ""]);
  await ended(once);
  const askedOnce = performance.now() - begun;
  return { askedOnce, ...(await chat(url, lines)) };
}

function start(url: string, words: readonly string[]): ChildProcess {
  const script = startScript();
  const variables = {
    ...script.variables,
    DATABASE_URL: url,
    TELEGRAM_TOKEN: "",
    DISCORD_TOKEN: "",
    LOG_LEVEL: "silent",
    HTTP_PORT: "",
  };
  return spawn(process.execPath, [...script.flags, "src/main.ts", ...words], {
    cwd: ROOT,
    env: { ...process.env, ...variables },
    stdio: ["pipe", "pipe", "inherit"],
  });
}

function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the program ended with ${code}`))));
  });
}

async function chat(url: string, lines: readonly string[]): Promise<Omit<Program, "askedOnce">> {
  const begun = performance.now();
  const child = start(url, ["start"]);
  const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const done = new Promise((resolve) => child.once("exit", resolve));
  /** A command that nobody knows marks the end of the answer before it. */
  const answered = async (line: string): Promise<number> => {
    const asked = performance.now();
    child.stdin!.write(`${line}\n/zones-of-nobody\n`);
    for (;;) {
      const { value, done: isOver } = await answers.next();
      if (isOver === true) throw new Error("the program ended before its answer");
      if (String(value).includes("I know no such command")) return performance.now() - asked;
    }
  };
  await answered(lines[0] ?? "");
  const firstAnswer = performance.now() - begun;
  const memory = residentOf(child.pid!);
  const secondAnswer = await answered(lines[1] ?? "");
  for (const line of lines.slice(2)) await answered(line);
  const memoryAfter = residentOf(child.pid!);
  child.stdin!.end();
  await done;
  return { firstAnswer, secondAnswer, memory, memoryAfter };
}

function residentOf(process: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(process)], { encoding: "utf8" })) / 1024;
}
