// Who was quoted most in the window: one line.
import { counted, joined } from "../links.ts";
import { NOTHING, type SectionResult, type SectionTask } from "./section.ts";

export async function mostQuoted(task: SectionTask): Promise<SectionResult> {
  const heads = await task.store.speakers.mostQuoted(task.window, task.filters, task.section.limit);
  const speakers = heads.filter((head) => head.quotes > 0);
  if (speakers.length < 2) return NOTHING;
  return {
    blocks: [
      {
        kind: "paragraph",
        spans: [
          { text: "Most quoted: ", style: "bold" },
          ...joined(
            speakers.map((speaker) => [{ text: `${speaker.name} ${speaker.quotes}` }]),
            ", ",
          ),
        ],
      },
    ],
    chosen: speakers.map((speaker) => ({
      section: "most-quoted",
      what: "speaker",
      id: speaker.id,
      label: speaker.name,
      why: counted(speaker.quotes, "quote"),
    })),
    leftOut: [],
  };
}
