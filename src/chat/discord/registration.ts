// The desk's commands as Discord's application commands: made from the one declaration, sent only when they differ.
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Argument, ArgumentKind, Command } from "../../commands/command.ts";

/** Right-click on a message: who said what is in it. */
const FIND_QUOTES = "Find quotes";
export const SUMMARISE_LINKS = "Summarise links";

/** Most choices and completions Discord shows. */
export const MAX_CHOICES = 25;

/** What the desk completes. Elsewhere an empty list of completions would look like a mistake of the typist's. */
const COMPLETED: ReadonlySet<ArgumentKind> = new Set(["speaker", "outlet", "digest", "zone", "command", "article"]);

/** Where a digest can be posted: a forum only in one of its posts, which are threads. */
const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

type Registered = RESTPostAPIApplicationCommandsJSONBody;

/** Everything to register, in the desk's order. */
export function applicationCommands(commands: readonly Command[]): Registered[] {
  const names = new Set(commands.map((command) => command.name));
  return [
    ...commands.map(slashCommand),
    ...(names.has("quote") ? [messageCommand(FIND_QUOTES)] : []),
    ...(names.has("summary") ? [messageCommand(SUMMARISE_LINKS)] : []),
  ];
}

const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  default_member_permissions: null,
};

function messageCommand(name: string): Registered {
  return { type: ApplicationCommandType.Message, name, ...EVERYWHERE };
}

function slashCommand(command: Command): Registered {
  // Discord wants required options first.
  const options = [...command.arguments].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.summary,
    options: options.map(option),
    ...reach(command.access),
  };
}

/** Where a command shows and to whom. Who may run it is asked afresh at every run; this only hides it. */
function reach(access: Command["access"]): typeof EVERYWHERE | Pick<Registered, keyof typeof EVERYWHERE> {
  const installed = { integration_types: [ApplicationIntegrationType.GuildInstall] };
  switch (access) {
    case "everyone":
      return EVERYWHERE;
    case "administrators":
      return {
        ...installed,
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
        default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
      };
    case "operators":
      return { ...installed, contexts: [InteractionContextType.Guild], default_member_permissions: "0" };
  }
}

function option(argument: Argument): APIApplicationCommandBasicOption {
  const named = { name: argument.name, description: argument.summary, required: argument.required ?? false };
  if (argument.kind === "place") {
    return { type: ApplicationCommandOptionType.Channel, ...named, channel_types: [...PLACES] };
  }
  const choices = argument.choices ?? [];
  if (choices.length > 0 && choices.length <= MAX_CHOICES) {
    return {
      type: ApplicationCommandOptionType.String,
      ...named,
      choices: choices.map((choice) => ({ name: choice, value: choice })),
    };
  }
  const autocomplete = choices.length > 0 || COMPLETED.has(argument.kind);
  return { type: ApplicationCommandOptionType.String, ...named, ...(autocomplete ? { autocomplete: true } : {}) };
}

/** Do the commands Discord holds differ in anything that we say? It adds fields and defaults of its own. */
export function differ(wanted: readonly object[], held: readonly object[]): boolean {
  const canonical = (commands: readonly object[]) => commands.map((command) => JSON.stringify(essence(command))).sort();
  return canonical(wanted).join("\n") !== canonical(held).join("\n");
}

const SAID = [
  "type",
  "name",
  "description",
  "required",
  "autocomplete",
  "choices",
  "value",
  "channel_types",
  "options",
  "contexts",
  "integration_types",
  "default_member_permissions",
];

/** What we say of a command or option, without defaults, in one order. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(essence);
    return items.every((item) => typeof item === "number") ? items.sort((a, b) => a - b) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    SAID.map((key) => [key, essence(fields[key])] as const).filter(
      ([, field]) =>
        field !== undefined &&
        field !== null &&
        field !== false &&
        field !== "" &&
        !(Array.isArray(field) && field.length === 0),
    ),
  );
}
