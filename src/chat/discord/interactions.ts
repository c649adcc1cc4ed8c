// What people do on Discord, as requests to the desk: slash commands, completion, buttons, commands on a message.
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type Client,
  InteractionResponseType,
  InteractionType,
  Routes,
} from "discord.js";
import type { Completion, Desk } from "../../commands/desk.ts";
import type { Person, Request } from "../../model/chat.ts";
import type { Post } from "../../model/post.ts";
import { accessOf } from "./access.ts";
import { type Answering, answer } from "./answer.ts";
import { cut } from "./blocks.ts";
import { askedOf } from "./on-message.ts";
import { chatOf, isInPrivate } from "./place.ts";
import { MAX_CHOICES, SUMMARISE_LINKS } from "./registration.ts";
import { askAgain, failureOf } from "./wire.ts";

export interface Interacting {
  readonly client: Client;
  readonly desk: Desk;
  readonly answering: Answering;
  readonly now: () => Temporal.Instant;
  isOperator(personId: string): boolean;
}

/** Handles one interaction from first to last. Never throws. */
export async function handleInteraction(interaction: APIInteraction, using: Interacting): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return complete(interaction, using);
    case InteractionType.MessageComponent:
      return pressed(interaction, using);
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput) {
        return slash(interaction as APIChatInputApplicationCommandInteraction, using);
      }
      if (interaction.data.type === ApplicationCommandType.Message) {
        return onMessage(interaction as APIMessageApplicationCommandInteraction, using);
      }
  }
}

async function slash(interaction: APIChatInputApplicationCommandInteraction, using: Interacting): Promise<void> {
  const { name, options } = interaction.data;
  const request = requestOf(interaction, { name, arguments: valuesOf(options ?? []), page: 1 }, using);
  await answer(interaction, "reply", using.desk.answer(request, using.now()), using.answering);
}

function valuesOf(options: readonly APIApplicationCommandInteractionDataOption[]): Record<string, string> {
  return Object.fromEntries(
    options.flatMap((option) => ("value" in option ? [[option.name, String(option.value)] as const] : [])),
  );
}

async function pressed(interaction: APIMessageComponentInteraction, using: Interacting): Promise<void> {
  const read = await using.answering.rendering.buttons.read(interaction.data.custom_id);
  if (read.kind === "stale") {
    const ask = read.name === null ? [] : [{ text: " with " }, { text: `/${read.name}`, is: "command" as const }];
    const spans = [
      { text: "This button is too old for me to know what it asked. Please ask again" },
      ...ask,
      { text: "." },
    ];
    return answer(interaction, "reply", said(spans), using.answering);
  }
  const { inPlace, ...asked } = read.pressed;
  const request = requestOf(interaction, asked, using);
  await answer(interaction, inPlace ? "update" : "reply", using.desk.answer(request, using.now()), using.answering);
}

async function onMessage(interaction: APIMessageApplicationCommandInteraction, using: Interacting): Promise<void> {
  const { desk, now, answering } = using;
  const { name, resolved, target_id } = interaction.data;
  const content = resolved.messages[target_id]?.content ?? "";
  // The author of the message asked for nothing: what is found in it is for whoever looked.
  const quietly = async (): Promise<Post> => {
    const asked = await askedOf(name, content, desk, now());
    if (asked === null) return NOTHING[name === SUMMARISE_LINKS ? "link" : "words"];
    const request = requestOf(interaction, { ...asked, page: 1 }, using);
    return { ...(await desk.answer(request, now())), quiet: true };
  };
  await answer(interaction, "reply", quietly(), answering);
}

const nothing = (what: string): Post => ({
  quiet: true,
  blocks: [{ kind: "paragraph", spans: [{ text: `There ${what} in that message to look for.` }] }],
});
const NOTHING = { link: nothing("is no link"), words: nothing("are no words") } as const;

async function said(spans: Extract<Post["blocks"][number], { kind: "paragraph" }>["spans"]): Promise<Post> {
  return { quiet: true, blocks: [{ kind: "paragraph", spans }] };
}

function requestOf(
  interaction: APIInteraction,
  asked: Pick<Request, "name" | "arguments" | "page">,
  using: Interacting,
): Request {
  const person = personOf(interaction);
  const commandId = using.answering.rendering.commandId(asked.name);
  return {
    ...asked,
    chat: chatOf(interaction),
    person,
    isPrivate: isInPrivate(interaction),
    access: accessOf(interaction, { client: using.client, isOperator: using.isOperator(person.id), commandId }),
  };
}

function personOf(interaction: APIInteraction): Person {
  const user = (interaction.member?.user ?? interaction.user)!;
  return { platform: "discord", id: user.id, name: user.global_name ?? user.username };
}

const MAX_COMPLETION = 100;

/** Offers completions for what is typed so far; a slow or failed look-up offers none. */
async function complete(interaction: APIApplicationCommandAutocompleteInteraction, using: Interacting): Promise<void> {
  const { desk, answering, now } = using;
  const focused = interaction.data.options.find((option) => "focused" in option && option.focused === true);
  let completions: readonly Completion[] = [];
  if (focused !== undefined && focused.type === ApplicationCommandOptionType.String) {
    try {
      completions = await desk.complete(interaction.data.name, focused.name, focused.value, now());
    } catch (error) {
      answering.log.error({ err: error }, "a completion failed");
    }
  }
  const choices = completions
    // A value cannot be cut: it would mean something else.
    .filter(({ label, value }) => label.trim() !== "" && value !== "" && value.length <= MAX_COMPLETION)
    .slice(0, MAX_CHOICES)
    .map(({ label, value }) => ({ name: cut(label, MAX_COMPLETION), value }));
  const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
  try {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    await askAgain(answering.rest, { method: "post", route, auth: false, body }, [100]);
  } catch (error) {
    answering.log.debug({ failure: failureOf(error) }, "a completion did not reach Discord");
  }
}
