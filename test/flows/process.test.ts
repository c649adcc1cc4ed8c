// The program as a process: what goes in and out of it, its exit codes, and a corpus that outlives it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../support/desk.ts";
import { startWeb } from "../support/web.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-process-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let corpora = 0;
const freshCorpus = (): string => join(folder, `corpus-${corpora++}.db`);

function run(words: readonly string[], input: string, variables: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, "src/main.ts"), ...words], {
      env: { ...process.env, NO_COLOR: "1", TELEGRAM_TOKEN: "", DISCORD_TOKEN: "", ...variables },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const ARTICLE = {
  title: "Chancellor sets out the budget",
  url: "https://www.dw.com/en/chancellor-budget/a-2",
  published: "2022-03-23",
  text: "Germany's budget was set out on Wednesday.\n\n“We are living through a time that asks a great deal of us,” Chancellor Olaf Scholz told parliament on Wednesday.",
};

/** Articles of one outlet that share no run of words, so that none is another's copy. */
function articleNumber(at: number): typeof ARTICLE {
  const words = Array.from({ length: 60 }, (_, place) => `${"abcdefghij"[(at * 7 + place * 3) % 10]}${at}x${place}`);
  return {
    ...ARTICLE,
    url: `https://www.dw.com/en/a-${at}`,
    title: `Budget ${at}`,
    text: `The ${words.join(" ")} ended.`,
  };
}

describe("the program", () => {
  it("answers commands piped into it over the sample, and ends", async () => {
    const { code, out, err } = await run(["start"], "/quote putin\nnext\n/today 18 Nov\n", {
      DATABASE_URL: freshCorpus(),
    });
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("Vladimir Putin");
    expect(out).toContain("page 2");
    expect(out).toContain("18 November");
  }, 60_000);

  it("gives the sample up as soon as an article is imported, and keeps what it imported", async () => {
    const variables = { DATABASE_URL: freshCorpus() };
    const file = join(folder, "budget.jsonl");
    writeFileSync(file, `${JSON.stringify(ARTICLE)}\nnot json\n`);
    const imported = await run(["import", file], "", variables);
    expect(imported.code).toBe(1);
    expect(imported.out).toMatch(
      /line 1: Chancellor sets out the budget · Deutsche Welle · .*23 Mar 2022.* · 2 paragraphs kept/,
    );
    expect(imported.out).toMatch(/line 2: not read\./);
    const again = await run(["import", file], "", variables);
    expect(again.out).toContain("held already as article 1");
    const asked = await run(["ask", "/quote scholz"], "", variables);
    expect(asked.out).toContain("“We are living through a time that asks a great deal of us”");
    expect(asked.out).toContain("said 23 Mar 2022");
    expect(asked.out).not.toContain("Sample");
  }, 60_000);

  it("asks once, at any moment, as JSON if wanted", async () => {
    const variables = { DATABASE_URL: freshCorpus() };
    const { out } = await run(["ask", "/today", "--now", "2021-11-18T09:00Z", "--json"], "", variables);
    expect(JSON.parse(out).blocks.length).toBeGreaterThan(1);
    const wrong = await run(["ask", "/today", "--now", "yesterday"], "", variables);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("--now takes a moment with its zone");
    expect(wrong.err).not.toContain("at ");
  }, 60_000);

  it("annotates lines with offsets into the text it was given", async () => {
    const text = "“The door stays open,” Chancellor Olaf Scholz said on Tuesday.\n\nNobody answered.";
    const { out } = await run(
      ["annotate", "-"],
      `${JSON.stringify({ id: "a", text, date: "2022-03-24" })}\n{"id": 1}\n`,
      {},
    );
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.id).toBe("a");
    const [quote] = first.quotes;
    expect(quote.content.map(([start, end]: [number, number]) => text.slice(start, end)).join("")).toContain(
      "The door stays open",
    );
    expect(quote.speakerName).toBe("Olaf Scholz");
    expect(quote.said).toMatchObject({ value: "2022-03-22", precision: "day" });
    expect(second).toMatchObject({ line: 2, error: expect.stringContaining("text is missing") });
  }, 60_000);

  it("prints an article as it reads it", async () => {
    const html =
      "<html><head><title>Budget set out | DW</title></head><body><article><h1>Budget set out</h1><p>The budget of the federal government was set out in parliament on Wednesday morning.</p><p>It is larger than the one of the year before, and it has more money for the armed forces.</p></article></body></html>";
    const { code, out } = await run(["read", "-", "--url", "https://www.dw.com/en/budget/a-3"], html, {});
    expect(code).toBe(0);
    expect(out).toContain("Budget set out");
    expect(out).toContain("Deutsche Welle");
    expect(out).toContain("larger than the one of the year before");
  }, 60_000);

  it("prints a page of the web as it reads it, or says who turned it away", async () => {
    const said = "<p>The budget of the federal government was set out in parliament on Wednesday morning.</p>";
    const web = await startWeb({
      localhost: (path) =>
        path === "/blocked"
          ? { status: 403, headers: { "cf-ray": "1" } }
          : { headers: { "content-type": "text/html" }, body: `<article><h1>Budget set out</h1>${said}</article>` },
    });
    const variables = { ALLOWED_HOSTS: `localhost:${web.port}` };
    const { code, out } = await run(["read", web.url("localhost", "/budget?utm_source=x")], "", variables);
    expect(code).toBe(0);
    expect(out).toContain("set out in parliament on Wednesday");
    expect(out).toContain(web.url("localhost", "/budget\n"));
    const blocked = await run(["read", web.url("localhost", "/blocked"), "--json"], "", variables);
    expect(blocked.code).toBe(1);
    expect(JSON.parse(blocked.err).error).toBe("We were turned away: 403 by Cloudflare.");
    expect((await run(["read", web.url("localhost", "/budget")], "", {})).err).toMatch(/Port \d+ is none/);
    await web.close();
  }, 60_000);

  it("refuses wrong settings before it touches any data, and says what would be right", async () => {
    const { code, err } = await run(["start"], "", { HTTP_PORT: "eighty", DATABASE_URL: freshCorpus() });
    expect(code).toBe(1);
    expect(err).toContain("HTTP_PORT is not a port");
  }, 60_000);

  it("says what it can do when called wrongly", async () => {
    expect((await run(["improt"], "", {})).err).toContain("There is no subcommand improt.");
    expect((await run(["import"], "", {})).code).toBe(2);
    const missing = await run(["annotate", join(folder, "none.jsonl")], "", {});
    expect(missing.err).toMatch(/^There is no file .*none\.jsonl\. Name one, or - for standard input\.\n$/);
    const elsewhere = await run(["ask", "/who"], "", { DATABASE_URL: "postgres://somebody:secret@127.0.0.1:1/news" });
    expect(elsewhere.err).toBe(
      "somebody@127.0.0.1:1/news: PostgreSQL does not answer. Start it, or correct DATABASE_URL.\n",
    );
  }, 60_000);

  it("refuses a corpus that is none", async () => {
    const file = join(folder, "no-corpus.db");
    writeFileSync(file, "this is a letter, and no database at all, however long one reads it\n".repeat(40));
    const { code, err } = await run(["ask", "/who"], "", { DATABASE_URL: file });
    expect(code).not.toBe(0);
    expect(err.split("\n").length).toBeLessThan(4);
  }, 60_000);

  it("keeps its corpus sound when it is killed while importing", async () => {
    const variables = { DATABASE_URL: freshCorpus() };
    const file = join(folder, "many.jsonl");
    const lines = Array.from({ length: 120 }, (_, at) => JSON.stringify(articleNumber(at)));
    writeFileSync(file, lines.join("\n"));
    const child = spawn(process.execPath, [join(ROOT, "src/main.ts"), "import", file], {
      env: { ...process.env, ...variables },
    });
    await new Promise<void>((resolve) => {
      let seen = 0;
      child.stdout.on("data", (chunk) => {
        seen += String(chunk).split("\n").length - 1;
        if (seen > 20) child.kill("SIGKILL");
      });
      child.on("close", () => resolve());
    });
    const checked = await run(["store", "check"], "", variables);
    expect(checked.code).toBe(0);
    expect(checked.out).toMatch(/sound: \d+ articles/i);
    await run(["import", file], "", variables);
    expect((await run(["store", "check"], "", variables)).out).toMatch(/sound: 120 articles/i);
  }, 120_000);
});
