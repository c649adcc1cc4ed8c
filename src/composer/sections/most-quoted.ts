// Which people were quoted most in the window: one line.
import { counted, joined } from "../links.ts";
import { isNamedVoice } from "../voices.ts";
import { NOTHING, type SectionResult, type SectionTask } from "./section.ts";

/** Bodies and countries are among those quoted most; an editor asks for people. */
const CONSIDERED = 60;

export async function mostQuoted(task: SectionTask): Promise<SectionResult> {
  const heads = await task.store.speakers.mostQuoted(task.window, task.filters, CONSIDERED);
  const people = heads.filter(
    (head) => head.quotes > 0 && head.voice === "person" && isNamedVoice(head.voice, head.name),
  );
  const speakers = people.slice(0, task.section.limit);
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
