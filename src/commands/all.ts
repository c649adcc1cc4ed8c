// Every command, in the order menus and help show them. A new command is one file and one row here.
import type { Digest } from "../model/digest.ts";
import type { Command } from "./command.ts";
import { digestCommand } from "./digest.ts";
import { helpCommand, startCommand } from "./help.ts";
import { outletsCommand } from "./outlets.ts";
import { quoteCommand } from "./quote.ts";
import { searchCommand } from "./search.ts";
import { storyCommand } from "./story.ts";
import { summaryCommand } from "./summary.ts";
import { todayCommand } from "./today.ts";
import { whoCommand } from "./who.ts";

export interface CommandOptions {
  readonly digests: readonly Digest[];
}

/** The commands of this program. */
export function allCommands({ digests }: CommandOptions): readonly Command[] {
  const commands: readonly Command[] = [
    quoteCommand,
    summaryCommand,
    todayCommand,
    searchCommand,
    storyCommand,
    whoCommand,
    digestCommand(digests),
    outletsCommand,
    helpCommand(() => commands),
    startCommand(() => commands),
  ];
  return commands;
}
