// What the terminal at hand can show.
import type { WriteStream } from "node:tty";
import { createSupportsHyperlinks } from "supports-hyperlinks";
import type { Look } from "./render.ts";

const WIDEST = 100;

/** The look for a stream: none when piped, no colour when NO_COLOR is set, links where the terminal makes them clickable. */
export function lookOf(stream: WriteStream): Look {
  if (!stream.isTTY) return { width: WIDEST, colour: false, links: false };
  return {
    width: Math.min(stream.columns ?? WIDEST, WIDEST),
    colour: stream.hasColors(),
    links: createSupportsHyperlinks(stream),
  };
}
