// A message as Discord's client shows it: the frame and buttons from Skyra's components, Components V2 drawn here,
// markdown read by the same independent reader the tests use.
import type { APIComponentInContainer } from "discord-api-types/v10";
import { partsOf, type Rendering, renderMessage } from "../../src/chat/discord/message.ts";
import { Buttons } from "../../src/chat/discord/pressed.ts";
import { drawPicture } from "../../src/chat/picture.ts";
import type { Part, Post } from "../../src/model/post.ts";
import { type Node, parseMarkdown } from "../support/discord/markdown.ts";
import { AVATAR, dataUrl, FONT_FACES, READER, text } from "./html.ts";

const rendering: Rendering = { buttons: new Buttons(), commandId: () => "1" };

/** A page showing every message a Post becomes, and what was asked for it. */
export async function discordPage(post: Post, asked: string | null): Promise<string> {
  const messages = await Promise.all(partsOf(post).map((part, index) => message(part, index === 0 ? asked : null)));
  return `<!doctype html><html><head><meta charset="utf-8"><style>${FONT_FACES}${STYLE}</style>
    <script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
    <script type="module">${SCRIPT}</script></head>
    <body data-ready="no"><main><discord-messages>${messages.join("")}</discord-messages></main></body></html>`;
}

async function message(part: Part, asked: string | null): Promise<string> {
  const { body, pictures } = renderMessage(part, rendering);
  const drawn = new Map<string, string>();
  for (const { name, picture } of pictures) drawn.set(`attachment://${name}`, dataUrl(await drawPicture(picture)));
  const containers = body.components.map(
    (container) => `<div class="card" style="--accent:#${(container.accent_color ?? 0).toString(16).padStart(6, "0")}">
      ${container.components.map((component) => piece(component, drawn)).join("")}</div>`,
  );
  return `<discord-message author="OnRecord" bot avatar="${AVATAR}" timestamp="12:00" ${part.quiet === true ? "ephemeral" : ""}>
    ${asked === null ? "" : used(asked)}${containers.join("")}</discord-message>`;
}

/** The line above an answer that tells who ran which command. */
function used(asked: string): string {
  return `<discord-command slot="reply" author="reader" avatar="${READER}" command="${text(asked)}"></discord-command>`;
}

function piece(component: APIComponentInContainer, drawn: ReadonlyMap<string, string>): string {
  switch (component.type) {
    case 10:
      return `<div class="text">${html(parseMarkdown(component.content))}</div>`;
    case 12:
      return component.items
        .map((item) => `<img src="${drawn.get(item.media.url)}" alt="${text(item.description ?? "")}">`)
        .join("");
    case 14:
      return component.divider === false ? '<div class="gap"></div>' : "<hr>";
    case 1:
      return `<discord-action-row>${component.components
        .map((button) => {
          const label = "label" in button ? text(button.label ?? "") : "";
          return button.type === 2 && button.style === 5
            ? `<discord-button type="secondary" url="${text(button.url)}">${label}</discord-button>`
            : `<discord-button type="secondary">${label}</discord-button>`;
        })
        .join("")}</discord-action-row>`;
    default:
      throw new Error(`component ${component.type} is not drawn`);
  }
}

const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  strong: ["<strong>", "</strong>"],
  em: ["<em>", "</em>"],
  underline: ["<u>", "</u>"],
  strike: ["<s>", "</s>"],
  spoiler: ['<span class="spoiler">', "</span>"],
  quote: ['<blockquote><span class="bar"></span><div>', "</div></blockquote>"],
  subtext: ["<small>", "</small>"],
};

/** Read markdown as HTML. */
export function html(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "text":
          return text(node.text);
        case "break":
          return "<br>";
        case "heading":
          return `<h${node.level}>${html(node.inner)}</h${node.level}>`;
        case "list":
          return `<ul>${node.items.map((item) => `<li>${html(item)}</li>`).join("")}</ul>`;
        case "link":
          return `<a href="#">${html(node.inner)}</a>`;
        case "command":
          return `<span class="mention">/${text(node.name)}</span>`;
        case "code":
        case "code block":
          return `<code>${text(node.text)}</code>`;
        default: {
          const [open, close] = TAGS[node.kind] ?? ['<span class="mention">', "</span>"];
          return open + ("inner" in node ? html(node.inner) : text(node.text)) + close;
        }
      }
    })
    .join("");
}

const LIT = "/node_modules/lit";
const IMPORTS = {
  lit: `${LIT}/index.js`,
  "lit/": `${LIT}/`,
  "lit-html": "/node_modules/lit-html/lit-html.js",
  "lit-html/": "/node_modules/lit-html/",
  "lit-element/": "/node_modules/lit-element/",
  "@lit/reactive-element": "/node_modules/@lit/reactive-element/reactive-element.js",
  "@lit/reactive-element/": "/node_modules/@lit/reactive-element/",
  "@lit/context": "/node_modules/@lit/context/index.js",
};

const COMPONENTS = "/node_modules/@skyra/discord-components-core/dist/components";
const SCRIPT = `
  await Promise.all(["discord-messages/DiscordMessages", "discord-message/DiscordMessage",
    "discord-command/DiscordCommand", "discord-button/DiscordButton", "discord-action-row/DiscordActionRow"]
    .map((name) => import("${COMPONENTS}/" + name + ".js")));
  await Promise.all([...document.querySelectorAll("*")].map((one) => one.updateComplete));
  document.body.dataset.ready = "yes";`;

/** The sizes and colours of Discord's dark theme. */
const STYLE = `
  html, body { margin: 0; background: #36393e; }
  main { display: block; padding: 0 0 14px; background: #36393e; }
  discord-messages, discord-message, discord-command, discord-button, .card { font-family: Preview, sans-serif !important; }
  discord-messages { border: 0 !important; }
  discord-message { margin-top: 12px !important; }
  .card { box-sizing: border-box; max-width: 600px; margin-top: 4px; padding: 14px 16px 14px 18px; background: #2b2d31;
    border: 1px solid #3a3c42; border-left: 4px solid var(--accent); border-radius: 8px; color: #dbdee1;
    display: flex; flex-direction: column; gap: 8px; font-size: 16px; line-height: 22px; }
  .text { white-space: normal; overflow-wrap: anywhere; }
  .text h1, .text h2, .text h3 { margin: 0; color: #f2f3f5; font-weight: 700; line-height: 1.375em; }
  .text h1 { font-size: 24px; } .text h2 { font-size: 20px; } .text h3 { font-size: 16px; }
  .text small { display: block; font-size: 13px; line-height: 18px; color: #949ba4; }
  .text blockquote { display: flex; margin: 0; } .text blockquote .bar { flex: none; width: 4px; border-radius: 4px; background: #4e5058; margin-right: 12px; }
  .text ul { margin: 4px 0 0 18px; padding: 0; } .text li { margin-bottom: 2px; }
  .text a { color: #00a8fc; text-decoration: none; }
  .text code { background: #1e1f22; border-radius: 4px; padding: 0 4px; font-size: 14px; }
  .mention { background: rgba(88,101,242,.3); color: #c9cdfb; border-radius: 3px; padding: 0 2px; font-weight: 500; }
  .card hr { width: 100%; height: 1px; border: 0; margin: 4px 0; background: #3f4147; } .gap { height: 8px; }
  .card img { max-width: 100%; border-radius: 8px; display: block; }
  @media (max-width: 480px) { .card { padding: 12px; font-size: 16px; } }`;
