// A thread that gives way: whoever asks something in a chat is answered before the news is read on, even on one core.
import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename } from "node:path";

/**
 * Whenever this thread and another one of the process both want the processor, the other one gets it. Linux gives each thread a
 * priority of its own; elsewhere, and where it isn't permitted, threads stay equal.
 */
export function standBack(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(Number(basename(readlinkSync("/proc/thread-self"))), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It reads on as before.
  }
}
