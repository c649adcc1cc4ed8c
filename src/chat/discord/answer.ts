// Answers one interaction: at once, or with a sign of life within Discord's three seconds and the answer after it.
import { InteractionResponseType, MessageFlags, type REST, Routes } from "discord.js";
import type { Log } from "../../model/log.ts";
import type { Part, Post } from "../../model/post.ts";
import { type DrawPicture, drawMessage } from "./attachments.ts";
import { partsOf, type Rendering } from "./message.ts";
import { askAgain, askCarefully, failureOf } from "./wire.ts";

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

/** What identifies an interaction to Discord. Its token is a secret. */
export interface Receipt {
  readonly id: string;
  readonly token: string;
}

const WENT_WRONG: Post = {
  quiet: true,
  blocks: [
    {
      kind: "paragraph",
      spans: [{ text: "Something went wrong on my side, and it is in the log. Please try again." }],
    },
  ],
};
const MAYBE_MISSING: Post = {
  quiet: true,
  blocks: [
    {
      kind: "paragraph",
      spans: [
        { text: "Discord did not say whether all of this answer arrived. If a part is missing, please ask again." },
      ],
    },
  ],
};

/** Discord's codes for an interaction that was answered already, and for one too old to answer. */
const ALREADY_ANSWERED = 40060;
/** A callback has three seconds in all: its tries must come fast. */
const CALLBACK_PAUSE_MS = 400;

/** Answers with what `work` comes to. Failures end in the log, not in an exception. */
export async function answer(to: Receipt, mode: AnswerMode, work: Promise<Post>, using: Answering): Promise<void> {
  const { log } = using;
  const post = work.catch((error: unknown) => {
    log.error({ err: error }, "a command failed");
    return WENT_WRONG;
  });
  try {
    const early = await within(post, using.patienceMs);
    if (early !== null) await atOnce(to, mode, early, using);
    else await afterwards(to, mode, post, using);
  } catch (error) {
    log.warn({ failure: failureOf(error) }, "an answer did not reach Discord");
  }
}

async function within(post: Promise<Post>, milliseconds: number): Promise<Post | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  const first = await Promise.race([post, patience]);
  clearTimeout(timer);
  return first;
}

async function atOnce(to: Receipt, mode: AnswerMode, post: Post, using: Answering): Promise<void> {
  const [first, ...rest] = partsOf(post);
  const updates = mode === "update" && post.quiet !== true;
  const type = updates ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  await respond(to, type, first!, using);
  await followUp(to, rest, using);
}

async function afterwards(to: Receipt, mode: AnswerMode, pending: Promise<Post>, using: Answering): Promise<void> {
  const type =
    mode === "update"
      ? InteractionResponseType.DeferredMessageUpdate
      : InteractionResponseType.DeferredChannelMessageWithSource;
  await callback(to, { type }, using);
  const post = await pending;
  const [first, ...rest] = partsOf(post);
  if (post.quiet === true) {
    // The promised message is public: it goes, and what is for the asker alone comes by itself.
    if (mode === "reply") await ask("delete", original(to, using), using);
    await followUp(to, [first!, ...rest], using);
    return;
  }
  await edit(to, first!, using);
  await followUp(to, rest, using);
}

async function respond(to: Receipt, type: number, part: Part, using: Answering): Promise<void> {
  const { body, files } = await drawMessage(part, using.rendering, using.drawPicture, using.log);
  await callback(to, { type, data: body }, using, files);
}

async function callback(to: Receipt, body: object, using: Answering, files: Drawn["files"] = []): Promise<void> {
  try {
    await askAgain(
      using.rest,
      {
        method: "post",
        route: Routes.interactionCallback(to.id, to.token),
        auth: false,
        body,
        ...(files.length > 0 ? { files } : {}),
      },
      using.pausesMs.map((pause) => Math.min(pause, CALLBACK_PAUSE_MS)),
    );
  } catch (error) {
    // A try whose answer was lost had been taken after all.
    const failure = failureOf(error);
    if (failure.kind !== "refused" || failure.code !== ALREADY_ANSWERED) throw error;
  }
}

type Drawn = Awaited<ReturnType<typeof drawMessage>>;

async function edit(to: Receipt, part: Part, using: Answering): Promise<void> {
  const { body, files } = await drawMessage(part, using.rendering, using.drawPicture, using.log);
  const { flags, ...rest } = body;
  await ask("patch", original(to, using), using, {
    body: { ...rest, flags: flags & ~MessageFlags.Ephemeral },
    ...(files.length > 0 ? { files } : {}),
  });
}

/** Further messages. Discord has no key against doubles here, so one in doubt is not repeated but told of. */
async function followUp(to: Receipt, parts: readonly Part[], using: Answering): Promise<void> {
  let doubt = false;
  for (const part of parts) doubt = !(await further(to, part, using)) || doubt;
  if (doubt) await further(to, MAYBE_MISSING, using);
}

async function further(to: Receipt, part: Part, using: Answering): Promise<boolean> {
  const { body, files } = await drawMessage(part, using.rendering, using.drawPicture, using.log);
  try {
    await askCarefully(
      using.rest,
      {
        method: "post",
        route: Routes.webhook(using.applicationId, to.token),
        auth: false,
        body,
        ...(files.length > 0 ? { files } : {}),
      },
      using.pausesMs,
    );
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== "unclear") throw error;
    using.log.warn({ failure }, "a part of an answer is in doubt");
    return false;
  }
}

function original(to: Receipt, using: Answering): `/${string}` {
  return Routes.webhookMessage(using.applicationId, to.token, "@original");
}

async function ask(
  method: "patch" | "delete",
  route: `/${string}`,
  using: Answering,
  data: object = {},
): Promise<void> {
  await askAgain(using.rest, { method, route, auth: false, ...data }, using.pausesMs);
}
