// Editions: how long one takes to compose over a day of 2,000 invented articles from 30 outlets.
import { composeEdition } from "../../src/composer/edition.ts";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { day, save } from "../store/writing.ts";
import { ALL_SECTIONS, dailyDigest } from "../support/digest.ts";
import type { BenchTable } from "./table.ts";

const ARTICLES = 2000;
const STORIES = 400;
const OUTLETS = 30;
const SPEAKERS = 300;
const RUNS = 7;
const WINDOW = { from: "2024-03-05T08:00:00Z", until: "2024-03-06T08:00:00Z" };
const NOW = Temporal.Instant.from(WINDOW.until);

const DAILY = dailyDigest({ sections: ALL_SECTIONS });

export async function measure(): Promise<BenchTable> {
  const store = await openStore(":memory:");
  try {
    await fill(store);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      await composeEdition(store, DAILY, WINDOW, NO_FILTERS, NOW);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const anchors = { must: 200, reach: 50 };
    return {
      name: "editions",
      data: [],
      rows: [
        {
          name: "a daily edition, median",
          value: times[RUNS >> 1]!,
          unit: "ms",
          lowerIsBetter: true,

          anchors,
        },
        { name: "slowest", value: times.at(-1)!, unit: "ms", lowerIsBetter: true, informative: true, anchors },
      ],
      notes: [`${ARTICLES} articles, ${STORIES} stories, ${OUTLETS} outlets, ${SPEAKERS} speakers`],
    };
  } finally {
    await store.close();
  }
}

async function fill(store: Store): Promise<void> {
  const stories = new Map<number, number>();
  for (let index = 0; index < ARTICLES; index++) {
    const topic = (index * 7) % STORIES;
    const quote = `“We will not let matter number ${topic} fall to anybody, and we have said so ${index} times,”`;
    const story = stories.get(topic);
    const terms = [[`topic${topic}`, 1]] as const;
    const { id } = await save(store, {
      title: `What became of matter ${topic}`,
      outlet: `Outlet ${(index * 13) % OUTLETS}`,
      url: `https://outlet${(index * 13) % OUTLETS}.example/${index}`,
      published: "2024-03-05",
      stored: Temporal.Instant.from(WINDOW.from)
        .add({ seconds: 1 + index * 40 })
        .toString(),
      body: `Matter ${topic} was debated on Tuesday, officials said in report ${index}.\n\n${quote} the speaker said.`,
      quotes: [{ content: quote, speaker: `Speaker Number${(index * 11) % SPEAKERS}`, said: day("2024-03-05") }],
      terms,
      story: story === undefined ? { to: "new", title: `Matter ${topic}`, terms } : { to: "story", id: story, terms },
    });
    if (story === undefined) stories.set(topic, (await store.articles.byId(id, null))!.story!);
  }
}
