// What a typed line asks: a command with a slash, a link, or words to look for.

export interface Asked {
  /** Command name, lower case. */
  readonly name: string;
  readonly arguments: string;
}

/** Reads a line; null when it is blank. A link asks for its summary, bare words are searched for. */
export function readLine(line: string, commands: readonly string[]): Asked | null {
  const typed = line.trim();
  if (typed === "") return null;
  const [first = "", ...others] = typed.split(/\s+/u);
  const rest = others.length === 0 ? "" : typed.slice(typed.indexOf(first) + first.length).trim();
  if (first.startsWith("/")) return { name: first.slice(1).toLowerCase(), arguments: rest };
  if (/^https?:\/\/\S+$/i.test(typed)) return { name: "summary", arguments: typed };
  if (commands.includes(first.toLowerCase())) return { name: first.toLowerCase(), arguments: rest };
  return { name: "search", arguments: typed };
}
