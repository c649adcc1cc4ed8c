// How the samples of the preview are written for Discord, word for word: the pictures are looked at, these are held to.
import { describe, expect, it } from "vitest";
import { partsOf, renderMessage } from "../../../src/chat/discord/message.ts";
import { Buttons } from "../../../src/chat/discord/pressed.ts";
import { SAMPLES } from "../../preview/samples.ts";

const rendering = { buttons: new Buttons(), commandId: () => "1400000000000000000" };

type Piece = ReturnType<typeof renderMessage>["body"]["components"][number]["components"][number];

function written(piece: Piece): string {
  switch (piece.type) {
    case 10:
      return piece.content;
    case 12:
      return piece.items.map((item) => `{${item.media.url}: ${item.description}}`).join("\n");
    case 14:
      return "{rule}";
    case 1:
      return piece.components
        .map((one) =>
          "custom_id" in one
            ? `[${"label" in one ? one.label : ""} = ${one.custom_id}]`
            : "url" in one
              ? `[${one.label} → ${one.url}]`
              : "",
        )
        .join(" ");
    default:
      return `{component ${piece.type}}`;
  }
}

describe("a sample", () => {
  it.each(Object.keys(SAMPLES))("%s is written as before", async (name) => {
    const messages = partsOf(SAMPLES[name]!).map((part) => {
      const { body } = renderMessage(part, rendering);
      return body.components
        .flatMap((container) => container.components)
        .map(written)
        .join("\n\n");
    });
    await expect(`${messages.join("\n\n======== next message\n\n")}\n`).toMatchFileSnapshot(`golden/${name}.md`);
  });
});
