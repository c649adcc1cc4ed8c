// placeholder
import type { Picture } from "../model/post.ts";
export async function drawPicture(_: Picture): Promise<Uint8Array> { throw new Error("not drawn yet"); }
