// Draws a message's pictures to send along; a picture that cannot be drawn is told in words instead.
import type { RawFile } from "discord.js";
import type { Log } from "../../model/log.ts";
import type { Part, Picture } from "../../model/post.ts";
import { type MessageBody, type Rendering, renderMessage, withoutPictures } from "./message.ts";

export type DrawPicture = (picture: Picture) => Promise<Uint8Array>;

export interface DrawnMessage {
  readonly body: MessageBody;
  readonly files: RawFile[];
}

/** Renders a Part with its pictures drawn. Never throws for a picture. */
export async function drawMessage(
  part: Part,
  rendering: Rendering,
  draw: DrawPicture,
  log: Log,
): Promise<DrawnMessage> {
  const { body, pictures } = renderMessage(part, rendering);
  try {
    const files = await Promise.all(
      pictures.map(async ({ name, picture }) => ({
        name,
        data: Buffer.from(await draw(picture)),
        contentType: "image/png",
      })),
    );
    return { body, files };
  } catch (error) {
    log.error({ err: error }, "a picture could not be drawn");
    return { body: renderMessage(withoutPictures(part), rendering).body, files: [] };
  }
}
