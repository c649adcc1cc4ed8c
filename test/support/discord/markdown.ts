// Reads Discord's markdown as its client does, written from the client's published rules and independently of the
// bot's renderer: what a person sees, what is a link, and what would ping.
export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "code" | "code block"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly inner: readonly Node[] }
  | { readonly kind: Styled; readonly inner: readonly Node[] }
  | { readonly kind: "heading"; readonly level: number; readonly inner: readonly Node[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Node[])[] }
  | { readonly kind: "command"; readonly name: string; readonly id: string }
  | { readonly kind: Token; readonly text: string };

type Styled = "strong" | "em" | "underline" | "strike" | "spoiler" | "quote" | "subtext";
type Token = "user" | "channel" | "role" | "everyone" | "timestamp" | "emoji" | "navigation" | "address";

interface Where {
  readonly lineStart: boolean;
  readonly inQuote: boolean;
  readonly inLink: boolean;
}

type Rule = (source: string, where: Where) => { readonly length: number; readonly nodes: readonly Node[] } | null;

/** Reads one text. */
export function parseMarkdown(source: string): Node[] {
  return read(source, { lineStart: true, inQuote: false, inLink: false });
}

function read(source: string, where: Where): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  let lineStart = where.lineStart;
  while (at < source.length) {
    const rest = source.slice(at);
    const { length, nodes: found } = first(rest, { ...where, lineStart });
    nodes.push(...found);
    at += length;
    lineStart = source[at - 1] === "\n";
  }
  return nodes;
}

function first(source: string, where: Where): { readonly length: number; readonly nodes: readonly Node[] } {
  for (const rule of RULES) {
    const match = rule(source, where);
    if (match !== null) return match;
  }
  throw new Error("no rule reads the text");
}

const inner = (text: string, where: Where, more: Partial<Where> = {}) =>
  read(text, { ...where, lineStart: false, ...more });

/** A rule from a pattern anchored at the start. */
function rule(
  pattern: RegExp,
  make: (match: RegExpExecArray, where: Where) => Node,
  when?: (where: Where) => boolean,
): Rule {
  return (source, where) => {
    if (when !== undefined && !when(where)) return null;
    const match = pattern.exec(source);
    return match === null ? null : { length: match[0].length, nodes: [make(match, where)] };
  };
}

const atLineStart = (where: Where) => where.lineStart;
const token = (kind: Token, pattern: RegExp): Rule => rule(pattern, (match) => ({ kind, text: match[0] }));
const styled = (kind: Styled, pattern: RegExp): Rule =>
  rule(pattern, (match, where) => ({ kind, inner: inner(match.slice(1).find((one) => one !== undefined)!, where) }));

const quote: Rule = (source, where) => {
  if (!where.lineStart || where.inQuote) return null;
  const match = /^(?: *>>> ([\s\S]*)|(?: *> [^\n]*(?:\n|$))+)/.exec(source);
  if (match === null) return null;
  const text = match[1] ?? match[0].replace(/^ *> /gm, "").replace(/\n$/, "");
  return {
    length: match[0].length,
    nodes: [{ kind: "quote", inner: read(text, { ...where, lineStart: true, inQuote: true }) }],
  };
};

const list: Rule = (source, where) => {
  if (!where.lineStart) return null;
  const match = /^(?: *(?:[-*]|\d{1,9}\.) [^\n]+(?:\n|$))+/.exec(source);
  if (match === null) return null;
  const lines = match[0].replace(/\n$/, "").split("\n");
  const items = lines.map((line) => inner(line.replace(/^ *(?:[-*]|\d{1,9}\.) /, ""), where));
  return { length: match[0].length, nodes: [{ kind: "list", ordered: /^ *\d/.test(match[0]), items }] };
};

const LINK = /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/;

const link: Rule = (source, where) => {
  if (where.inLink) return null;
  const match = LINK.exec(source);
  if (match === null) return null;
  const href = match[2]!.replace(/\\([^0-9A-Za-z\s])/g, "$1");
  // Labels that look like addresses are shown as they were typed.
  const isMasked = /^https?:\/\//.test(href) && !/https?:\/\//.test(match[1]!) && match[1]!.trim() !== "";
  const nodes: Node[] = isMasked
    ? [{ kind: "link", href, inner: inner(match[1]!, where, { inLink: true }) }]
    : [{ kind: "text", text: match[0] }];
  return { length: match[0].length, nodes };
};

const RULES: readonly Rule[] = [
  rule(
    /^(#{1,3}) +([^\n]+)(?:\n|$)/,
    ([, marks, text], where) => ({ kind: "heading", level: marks!.length, inner: inner(text!, where) }),
    atLineStart,
  ),
  rule(/^-# +([^\n]+)(?:\n|$)/, ([, text], where) => ({ kind: "subtext", inner: inner(text!, where) }), atLineStart),
  quote,
  list,
  rule(/^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/i, ([, text]) => ({ kind: "code block", text: text! })),
  rule(/^¯\\_\(ツ\)_\/¯/, ([text]) => ({ kind: "text", text: text! })),
  rule(/^\n/, () => ({ kind: "break" })),
  rule(/^\\([^0-9A-Za-z\s])/, ([, text]) => ({ kind: "text", text: text! })),
  rule(/^<([^: >]+:\/[^ >]+)>/, ([, href]) => ({ kind: "address", text: href! })),
  rule(
    /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/,
    ([href]) => ({ kind: "address", text: href! }),
    (where) => !where.inLink,
  ),
  link,
  token("user", /^<@!?\d+>/),
  token("role", /^<@&\d+>/),
  token("channel", /^<#\d+>/),
  token("timestamp", /^<t:-?\d{1,17}(?::[RtTdDfF])?>/),
  token("emoji", /^<a?:\w+:\d+>/),
  token("emoji", /^:[^\s:]+?:/),
  token("navigation", /^<id:\w+>/),
  rule(/^<\/([-_\p{L}\p{N} ]+):(\d+)>/u, ([, name, id]) => ({ kind: "command", name: name!, id: id! })),
  token("everyone", /^@(?:everyone|here)/),
  styled("strong", /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),
  styled("underline", /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),
  styled(
    "em",
    /^(?:_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*))/,
  ),
  styled("strike", /^~~([\s\S]+?)~~(?!_)/),
  styled("spoiler", /^\|\|([\s\S]+?)\|\|/),
  rule(/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , text]) => ({ kind: "code", text: text! })),
  rule(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n|\w+:\S|$)/, ([text]) => ({ kind: "text", text: text! })),
];

/** What a person reads: all marks gone, one block a line. */
export function shownText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "break":
          return "\n";
        case "heading":
        case "subtext":
          return `${shownText(node.inner)}\n`;
        case "quote":
          return `${shownText(node.inner)}\n`;
        case "list":
          return node.items.map((item) => `• ${shownText(item)}\n`).join("");
        case "command":
          return `/${node.name}`;
        default:
          return "inner" in node ? shownText(node.inner) : node.text;
      }
    })
    .join("");
}

/** Every node within, outermost first. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if (node.kind === "list") for (const item of node.items) yield* walk(item);
    else if ("inner" in node) yield* walk(node.inner);
  }
}
