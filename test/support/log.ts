// A log for tests that do not read it.
import type { Log } from "../../src/model/log.ts";

export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLog,
  within: (_, work) => work(),
};
