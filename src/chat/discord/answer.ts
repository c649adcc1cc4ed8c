// Answers one interaction: at once, or with a sign of life within Discord's three seconds and the answer after it.

import { InteractionResponseType, type REST } from "discord.js";
import type { Log } from "../../model/log.ts";
import type { Part, Post } from "../../model/post.ts";
import { within } from "../within.ts";
import { type DrawnMessage, type DrawPicture, drawMessage } from "./attachments.ts";
import { partsOf, type Rendering } from "./message.ts";
import { type Receipt, Reply } from "./reply.ts";
import { failureOf } from "./wire.ts";

/** `update` changes the message the button hangs on; `reply` writes a new one. */
export type AnswerMode = "reply" | "update";

export interface Answering {
  readonly rest: REST;
  readonly applicationId: string;
  readonly rendering: Rendering;
  readonly drawPicture: DrawPicture;
  readonly log: Log;
  /** Milliseconds to wait for an answer before saying that one is coming. */
  readonly patienceMs: number;
  readonly pausesMs: readonly number[];
}

/** An answer ready to send: its first message drawn, the others still to be. */
interface Ready {
  readonly isQuiet: boolean;
  readonly first: DrawnMessage;
  readonly rest: readonly Part[];
}

const line = (text: string): Post => ({ quiet: true, blocks: [{ kind: "paragraph", spans: [{ text }] }] });

const WENT_WRONG = line("Something went wrong on my side, and it is in the log. Please try again.");
const NOT_SHOWN = line("Discord would not show this answer. Why is in my log, for whoever runs me to look into.");
const MAYBE_MISSING = line(
  "Discord did not say whether all of this answer arrived. If a part is missing, please ask again.",
);
/** Discord's codes for a message that is out of shape, too large, or empty: ours to mend, and no use repeating. */
const NOT_AS_IT_SHOULD_BE: ReadonlySet<number> = new Set([50035, 40005, 50006]);

/** Answers with what `work` comes to. Failures end in the log, not in an exception. */
export async function answer(to: Receipt, mode: AnswerMode, work: Promise<Post>, using: Answering): Promise<void> {
  const reply = new Reply(using.rest, using.applicationId, to, using.pausesMs);
  const ready = work
    .then((post) => prepare(post, using))
    .catch((error: unknown) => {
      using.log.error({ err: error }, "a command failed");
      return prepare(WENT_WRONG, using);
    });
  try {
    const early = await within(ready, using.patienceMs);
    if (early !== null) await atOnce(reply, mode, early, using);
    else await afterwards(reply, mode, ready, using);
  } catch (error) {
    using.log.warn({ failure: failureOf(error) }, "an answer did not reach Discord");
  }
}

async function prepare(post: Post, using: Answering): Promise<Ready> {
  const [first, ...rest] = partsOf(post);
  return { isQuiet: post.quiet === true, first: await draw(first!, using), rest };
}

function draw(part: Part, { rendering, drawPicture, log }: Answering): Promise<DrawnMessage> {
  return drawMessage(part, rendering, drawPicture, log);
}

async function atOnce(reply: Reply, mode: AnswerMode, ready: Ready, using: Answering): Promise<void> {
  const type =
    mode === "update" && !ready.isQuiet
      ? InteractionResponseType.UpdateMessage
      : InteractionResponseType.ChannelMessageWithSource;
  await orApology(ready.first, using, (message) => reply.callback(type, message));
  await followUp(reply, ready.rest, using);
}

async function afterwards(reply: Reply, mode: AnswerMode, pending: Promise<Ready>, using: Answering): Promise<void> {
  const type =
    mode === "update"
      ? InteractionResponseType.DeferredMessageUpdate
      : InteractionResponseType.DeferredChannelMessageWithSource;
  await reply.callback(type, null);
  const { isQuiet, first, rest } = await pending;
  if (!isQuiet) {
    await orApology(first, using, (message) => reply.edit(message));
    return followUp(reply, rest, using);
  }
  // The promised message is public: it goes, and what is for the asker alone comes by itself.
  if (mode === "reply") await reply.remove();
  const arrived = await reply.add(first);
  await followUp(reply, rest, using, !arrived);
}

/** Sends the message or, where Discord finds fault with it, word of that: a person is not left without an answer. */
async function orApology(
  first: DrawnMessage,
  using: Answering,
  send: (message: DrawnMessage) => Promise<void>,
): Promise<void> {
  try {
    await send(first);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== "refused" || !NOT_AS_IT_SHOULD_BE.has(failure.code)) throw error;
    using.log.error({ failure }, "Discord refused an answer as it was written");
    await send(await draw(NOT_SHOWN, using));
  }
}

/** The further messages of an answer. One in doubt is not sent twice but told of. */
async function followUp(reply: Reply, parts: readonly Part[], using: Answering, inDoubt = false): Promise<void> {
  let doubt = inDoubt;
  for (const part of parts) doubt = !(await reply.add(await draw(part, using))) || doubt;
  if (!doubt) return;
  using.log.warn({}, "a part of an answer is in doubt");
  await reply.add(await draw(MAYBE_MISSING, using));
}
