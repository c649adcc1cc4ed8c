// A log for tests that do not read it.
import type { Log } from "../../src/model/log.ts";

export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => SILENT };
