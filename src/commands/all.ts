// Every command, in the order menus and help show them. A new command is one file and one row here.
import type { Digest } from "../model/digest.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { Command } from "./command.ts";
import { digestCommand } from "./digest.ts";
import { helpCommand, startCommand } from "./help.ts";
import { outletsCommand } from "./outlets.ts";
import { quoteCommand } from "./quote.ts";
import { searchCommand } from "./search.ts";
import { settingsCommand } from "./settings.ts";
import { storyCommand } from "./story.ts";
import { subscribeCommand } from "./subscribe.ts";
import { subscriptionsCommand, unsubscribeCommand } from "./subscriptions.ts";
import { summaryCommand } from "./summary.ts";
import { todayCommand } from "./today.ts";
import { whoCommand } from "./who.ts";
import { whyCommand } from "./why.ts";

export interface CommandOptions {
  readonly digests: readonly Digest[];
  readonly speakers: readonly KnownSpeaker[];
}

/** The commands of this program. */
export function allCommands({ digests, speakers }: CommandOptions): readonly Command[] {
  const commands: readonly Command[] = [
    quoteCommand,
    summaryCommand,
    todayCommand,
    searchCommand,
    storyCommand,
    whoCommand(speakers),
    digestCommand(digests),
    outletsCommand,
    subscribeCommand(digests),
    subscriptionsCommand(digests),
    unsubscribeCommand(digests),
    settingsCommand,
    whyCommand,
    helpCommand(() => commands),
    startCommand(() => commands),
  ];
  return commands;
}
