// Reads what was typed after a command: free words first, then clauses opened by a keyword ("since 2021-11 outlet rt").

export interface Clauses {
  /** The words before and between clauses that belong to none, in order. */
  readonly words: string;
  /** The value of each keyword used, trimmed; the last one wins. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Splits `typed` at its keywords, whatever their case and order. `keywords` maps each spelling to its name, so that
 * "from" and "outlet" may mean the same. A keyword with nothing after it is an ordinary word.
 */
export function readClauses(typed: string, keywords: Readonly<Record<string, string>>): Clauses {
  const tokens = typed.split(/\s+/u).filter(Boolean);
  const words: string[] = [];
  const values: Record<string, string> = {};
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index]!;
    const name = Object.hasOwn(keywords, token.toLowerCase()) ? keywords[token.toLowerCase()]! : null;
    const end = endOfClause(tokens, index + 1, keywords);
    if (name === null || end === index + 1) {
      words.push(token);
      index += 1;
    } else {
      values[name] = tokens.slice(index + 1, end).join(" ");
      index = end;
    }
  }
  return { words: words.join(" "), values };
}

function endOfClause(tokens: readonly string[], start: number, keywords: Readonly<Record<string, string>>): number {
  let end = start;
  while (end < tokens.length && !Object.hasOwn(keywords, tokens[end]!.toLowerCase())) end += 1;
  return end;
}

/** The arguments of a request under one shape: typed options as they are, typed text read into clauses. */
export function clausesOf(
  given: string | Readonly<Record<string, string>>,
  wordsName: string,
  keywords: Readonly<Record<string, string>>,
): Clauses {
  if (typeof given === "string") return readClauses(given, keywords);
  const { [wordsName]: words = "", ...values } = given;
  return { words, values };
}
