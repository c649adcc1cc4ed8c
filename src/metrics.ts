// The figures of this process in Prometheus' text form. No label holds anything that somebody typed.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Metrics } from "./model/metrics.ts";

export interface Exposition {
  readonly contentType: string;
  readonly text: string;
}

export interface CountedMetrics extends Metrics {
  /** All figures as they are now. */
  expose(): Promise<Exposition>;
}

export interface CorpusSize {
  readonly articles: number;
  readonly quotes: number;
}

/** Seconds: an answer from memory up to one that fetches a page; a digest on the minute up to one that caught up. */
const ANSWER_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const LAG_BUCKETS = [1, 5, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600];
/** A store that does not answer must not keep the other figures back. */
const CORPUS_MS = 2_000;

/** Counts from zero. `corpus` is asked at every exposition; while it fails, its size is left out. */
export function createMetrics(corpus: () => Promise<CorpusSize>): CountedMetrics {
  const register = new Registry();
  const registers = [register];
  // Event-loop delay, memory, CPU time and garbage collection are among these.
  collectDefaultMetrics({ register });

  const commands = new Counter({
    name: "onrecord_commands_total",
    help: "Commands by name, platform and outcome",
    labelNames: ["command", "platform", "outcome"],
    registers,
  });
  const answerTime = new Histogram({
    name: "onrecord_command_duration_seconds",
    help: "From a command to its answer, sending not included",
    labelNames: ["command"],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const slots = new Counter({
    name: "onrecord_slots_total",
    help: "Digests that fell due, by what was planned",
    labelNames: ["outcome"],
    registers,
  });
  const deliveries = new Counter({
    name: "onrecord_deliveries_total",
    help: "Deliveries by platform and outcome",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const lag = new Histogram({
    name: "onrecord_delivery_lag_seconds",
    help: "From a digest's slot to its arrival",
    labelNames: ["platform"],
    buckets: LAG_BUCKETS,
    registers,
  });
  const polls = new Counter({
    name: "onrecord_feed_polls_total",
    help: "Visits to feeds by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const fromFeeds = new Counter({
    name: "onrecord_feed_articles_total",
    help: "New articles that feeds brought",
    registers,
  });
  const sizes = {
    articles: new Gauge({ name: "onrecord_corpus_articles", help: "Articles in the corpus", registers }),
    quotes: new Gauge({ name: "onrecord_corpus_quotes", help: "Quotes in the corpus", registers }),
  };

  const measureCorpus = async (): Promise<void> => {
    const size = await answerOf(corpus);
    for (const what of ["articles", "quotes"] as const) {
      if (size === null) sizes[what].remove();
      else sizes[what].set(size[what]);
    }
  };

  return {
    command(command, platform, outcome, seconds) {
      const name = command ?? "unknown";
      commands.inc({ command: name, platform, outcome });
      answerTime.observe({ command: name }, seconds);
    },
    planned(planned, skipped) {
      slots.inc({ outcome: "planned" }, planned);
      slots.inc({ outcome: "skipped" }, skipped);
    },
    delivery(platform, outcome, seconds) {
      deliveries.inc({ platform, outcome: outcome.replaceAll(" ", "_") });
      if (outcome === "sent") lag.observe({ platform }, Math.max(0, seconds));
    },
    poll(kind, newArticles) {
      polls.inc({ outcome: kind });
      fromFeeds.inc(newArticles);
    },
    async expose() {
      await measureCorpus();
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

/** What the corpus says in good time; else null. */
async function answerOf(corpus: () => Promise<CorpusSize>): Promise<CorpusSize | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, CORPUS_MS, null);
  });
  const size = await Promise.race([corpus().catch(() => null), late]);
  clearTimeout(timer);
  return size;
}
