// A platform-neutral message. No markup string exists above `chat/`: a Post is blocks of spans, and each platform
// renders them its own way. Text is untrusted unless it says otherwise: whatever a platform would turn into a link,
// a mention or a command is defused by the renderer.

/**
 * A run of text. `is`:
 * - `words`: a verbatim span of a stored article; the renderer sets it between quotation marks (and closes and
 *   reopens them where a Part ends inside), so `text` holds the words without marks;
 * - `headline`: a title as stored, which may hold marks of its own;
 * - `stored`: other text taken from an article (a summary's sentence, a passage), shown without marks of ours;
 * - `command`: one of our own commands, left live where the platform makes it tappable.
 */
export interface Inline {
  readonly text: string;
  readonly is?: "words" | "headline" | "stored" | "command";
  readonly style?: "bold" | "italic" | "code";
  readonly href?: string;
}

export type Block =
  | { readonly kind: "heading"; readonly spans: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly spans: readonly Inline[] }
  /** Somebody's words, set off (a block quotation). Long ones may be folded where the platform can. */
  | { readonly kind: "quote"; readonly spans: readonly Inline[]; readonly foldable?: boolean }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  /** Source and date lines, footers: set smaller or quieter. */
  | { readonly kind: "source"; readonly spans: readonly Inline[] }
  | { readonly kind: "picture"; readonly picture: Picture };

/** A picture to draw; the chat room makes the PNG. `alt` always tells what it shows. */
export type Picture =
  | {
      readonly kind: "quote-card";
      readonly alt: string;
      readonly words: readonly string[];
      readonly speaker: string;
      readonly role: string | null;
      readonly date: string;
      readonly outlet: string;
    }
  | {
      readonly kind: "chart";
      readonly alt: string;
      readonly title: string;
      readonly bars: readonly { readonly label: string; readonly value: number }[];
    };

/** A button: it asks a command (in place of the message it hangs on when `inPlace`), or opens an address. */
export type Action =
  | {
      readonly label: string;
      readonly name: string;
      readonly arguments: string;
      readonly page?: number;
      readonly inPlace?: boolean;
    }
  | { readonly label: string; readonly href: string };

export interface Post {
  readonly blocks: readonly Block[];
  /** Rows of buttons under the last Part. */
  readonly actions?: readonly (readonly Action[])[];
  /** For the asker's eyes only where the platform can (errors, settings). */
  readonly quiet?: boolean;
}

/** A Post that fits one platform message. */
export type Part = Post;

/** The text of a Post without styles, one block a line: for tests, alt texts and logs. */
export function plainText(post: Post): string {
  const inline = (spans: readonly Inline[]): string =>
    spans.map((span) => (span.is === "words" ? `“${span.text}”` : span.text)).join("");
  return post.blocks
    .map((block) => {
      if (block.kind === "picture") return `[${block.picture.alt}]`;
      return block.kind === "list" ? block.items.map((item) => `• ${inline(item)}`).join("\n") : inline(block.spans);
    })
    .join("\n");
}
