import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.ts";

describe("the log", () => {
  it("never holds a secret, wherever it stands", () => {
    const lines: string[] = [];
    const secret = "123456:AbC/def+ghi";
    const log = createLog({ level: "info", secrets: [secret], write: (line) => void lines.push(line) });
    log.info({ url: `https://api.example/bot${secret}/getMe` }, `asked with ${secret}`);
    log.error({ err: new Error(`refused ${encodeURIComponent(secret)}`) }, "failed");
    log.child({ token: secret }).warn({}, "as a child");
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).not.toContain(secret);
      expect(line).not.toContain(encodeURIComponent(secret));
      expect(line).toContain("[redacted]");
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  it("keeps to its level", () => {
    const lines: string[] = [];
    createLog({ level: "warn", secrets: [], write: (line) => void lines.push(line) }).info({}, "too quiet");
    expect(lines).toEqual([]);
  });
});
