// Every command, in the order menus and help show them. A new command is one file and one row here.
import type { Digest } from "../model/digest.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { Command } from "./command.ts";
import { digestCommand } from "./digest.ts";
import { type FeedRoom, feedsCommand } from "./feeds.ts";
import { helpCommand, startCommand } from "./help.ts";
import { outletsCommand } from "./outlets.ts";
import { quoteCommand } from "./quote.ts";
import { searchCommand } from "./search.ts";
import { settingsCommand } from "./settings.ts";
import { storyCommand } from "./story.ts";
import { subscribeCommand } from "./subscribe.ts";
import { subscriptionsCommand, unsubscribeCommand } from "./subscriptions.ts";
import { summaryCommand, type TakeLink } from "./summary.ts";
import { todayCommand } from "./today.ts";
import { whoCommand } from "./who.ts";
import { whyCommand } from "./why.ts";

export interface CommandOptions {
  readonly digests: readonly Digest[];
  readonly speakers: readonly KnownSpeaker[];
  readonly takeLink: TakeLink;
  readonly feedRoom: FeedRoom;
}

/** The commands of this program. */
export function allCommands({ digests, speakers, takeLink, feedRoom }: CommandOptions): readonly Command[] {
  const commands: readonly Command[] = [
    quoteCommand,
    summaryCommand(takeLink),
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
    feedsCommand(feedRoom),
    helpCommand(() => commands),
    startCommand(() => commands),
  ];
  return commands;
}
