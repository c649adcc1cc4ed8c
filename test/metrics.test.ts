// The figures as Prometheus reads them, over HTTP.
import { afterEach, expect, test } from "vitest";
import { createFrontDesk } from "../src/commands/front-desk.ts";
import { type CorpusSize, type CountedMetrics, createMetrics } from "../src/metrics.ts";
import type { Request } from "../src/model/chat.ts";
import { type HttpServer, startServer } from "../src/server.ts";
import { sampleDesk } from "./support/desk.ts";
import { silentLog as log } from "./support/log.ts";

let server: HttpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const SIZE = async (): Promise<CorpusSize> => ({ articles: 12, quotes: 34 });

async function scraped(metrics: CountedMetrics): Promise<string> {
  const basis = { host: "127.0.0.1", port: 0, log, webhook: null, ready: async () => true };
  server ??= await startServer({ ...basis, metrics: metrics.expose });
  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.text();
}

/** The value of the series with this name and these labels, in any order. */
function figure(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number | null {
  const line = text.split("\n").find((one) => {
    const [, series, within = ""] = /^(\w+)(?:\{(.*)\})? /.exec(one) ?? [];
    const held = within === "" ? [] : within.split(",");
    const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    return series === name && held.length === wanted.length && wanted.every((pair) => held.includes(pair));
  });
  return line === undefined ? null : Number(line.slice(line.lastIndexOf(" ") + 1));
}

test("commands are counted by name, platform and outcome, with the time they took", async () => {
  const metrics = createMetrics(SIZE);
  const { store, desk: sample } = await sampleDesk();
  const corpus = async () => ({ store, isSample: true, own: store });
  const desk = createFrontDesk({ commands: sample.commands, corpus, complete: async () => [], log, metrics });
  const ask = (name: string, given: string, platform: "telegram" | "discord" = "telegram") => {
    const request: Request = {
      chat: { platform, id: "1", thread: null },
      person: { platform, id: "1", name: "a reader" },
      isPrivate: true,
      ...{ name, arguments: given, page: 1 },
      access: { isOperator: false, mayAdminister: async () => ({ kind: "no", reason: "not you" }) },
    };
    return desk.answer(request, Temporal.Instant.from("2022-11-18T09:00:00Z"));
  };
  await ask("quote", "putin");
  await ask("quote", "merkel");
  await ask("quote", "merkel", "discord");
  await ask("feeds", "");
  for (let at = 0; at < 50; at++) await ask(`made-up-${at}`, "");
  const text = await scraped(metrics);
  const counted = (command: string, platform: string, outcome: string) =>
    figure(text, "onrecord_commands_total", { command, platform, outcome });
  expect(counted("quote", "telegram", "answered")).toBe(2);
  expect(counted("quote", "discord", "answered")).toBe(1);
  expect(counted("feeds", "telegram", "refused")).toBe(1);
  expect(counted("unknown", "telegram", "refused")).toBe(50);
  expect(text).not.toContain("made-up");
  expect(figure(text, "onrecord_command_duration_seconds_count", { command: "quote" })).toBe(3);
  expect(figure(text, "onrecord_command_duration_seconds_bucket", { command: "quote", le: "+Inf" })).toBe(3);
  await store.close();
});

test("deliveries, slots and polls are counted by outcome, and lag is of what arrived", async () => {
  const metrics = createMetrics(SIZE);
  metrics.planned(3, 1);
  metrics.delivery("telegram", "sent", 7);
  metrics.delivery("telegram", "in doubt", 9);
  metrics.delivery("discord", "put off", 2);
  // A clock set back must not lose a delivery.
  metrics.delivery("discord", "sent", -5);
  metrics.poll("news", 4);
  metrics.poll("unchanged", 0);
  const text = await scraped(metrics);
  expect(figure(text, "onrecord_slots_total", { outcome: "planned" })).toBe(3);
  expect(figure(text, "onrecord_slots_total", { outcome: "skipped" })).toBe(1);
  expect(figure(text, "onrecord_deliveries_total", { platform: "telegram", outcome: "sent" })).toBe(1);
  expect(figure(text, "onrecord_deliveries_total", { platform: "telegram", outcome: "in_doubt" })).toBe(1);
  expect(figure(text, "onrecord_deliveries_total", { platform: "discord", outcome: "put_off" })).toBe(1);
  expect(figure(text, "onrecord_delivery_lag_seconds_sum", { platform: "telegram" })).toBe(7);
  expect(figure(text, "onrecord_delivery_lag_seconds_sum", { platform: "discord" })).toBe(0);
  expect(figure(text, "onrecord_feed_polls_total", { outcome: "news" })).toBe(1);
  expect(figure(text, "onrecord_feed_articles_total")).toBe(4);
});

test("corpus size, event-loop delay and the process are there; each series says what it is", async () => {
  const text = await scraped(createMetrics(SIZE));
  expect(figure(text, "onrecord_corpus_articles")).toBe(12);
  expect(figure(text, "onrecord_corpus_quotes")).toBe(34);
  expect(figure(text, "nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
  expect(figure(text, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
  const named = new Set(
    [...text.matchAll(/^(onrecord_\w+?)(?:_bucket|_sum|_count)?(?:\{| )/gm)].map(([, name]) => name),
  );
  for (const name of named) expect(text).toContain(`# HELP ${name} `);
});

test("a store that fails or hangs costs the size of the corpus, and no other figure", async () => {
  let corpus: () => Promise<CorpusSize> = SIZE;
  const metrics = createMetrics(() => corpus());
  metrics.poll("news", 1);
  expect(figure(await scraped(metrics), "onrecord_corpus_articles")).toBe(12);
  corpus = () => Promise.reject(new Error("the store is away"));
  const without = await scraped(metrics);
  expect(figure(without, "onrecord_corpus_articles")).toBeNull();
  expect(figure(without, "onrecord_feed_articles_total")).toBe(1);
  corpus = () => new Promise(() => {});
  expect(figure(await scraped(metrics), "onrecord_feed_articles_total")).toBe(1);
  corpus = SIZE;
  expect(figure(await scraped(metrics), "onrecord_corpus_articles")).toBe(12);
});

test("without metrics there is no such page", async () => {
  server = await startServer({ host: "127.0.0.1", port: 0, log, webhook: null, ready: async () => true });
  expect((await fetch(`http://127.0.0.1:${server.port}/metrics`)).status).toBe(404);
});
