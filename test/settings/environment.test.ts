import { describe, expect, it } from "vitest";
import { environmentFrom } from "../../src/settings/environment.ts";
import { SettingsError } from "../../src/settings/problem.ts";

const TOKEN = `123456:${"a".repeat(35)}`;

function problemsOf(variables: Record<string, string>): string {
  try {
    environmentFrom(variables, ".env");
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
}

describe("the environment", () => {
  it("needs nothing at all", () => {
    const environment = environmentFrom({}, ".env");
    expect(environment.telegram).toBeNull();
    expect(environment.discord).toBeNull();
    expect(environment.http).toBeNull();
  });

  it("takes empty values for missing ones, as in .env.example", () => {
    expect(environmentFrom({ TELEGRAM_TOKEN: "", HTTP_PORT: " ", ADMINS: "" }, ".env").telegram).toBeNull();
  });

  it("reads operators of both platforms", () => {
    expect(environmentFrom({ ADMINS: "telegram:1, discord:22" }, ".env").operators).toEqual([
      { platform: "telegram", id: "1" },
      { platform: "discord", id: "22" },
    ]);
  });

  it("names the variable and what would be right, and never the value", () => {
    const message = problemsOf({ TELEGRAM_TOKEN: "my-secret", HTTP_PORT: "99999", ADMINS: "putin" });
    expect(message).toContain("TELEGRAM_TOKEN does not look like a bot token");
    expect(message).toContain("HTTP_PORT is not a port");
    expect(message).toContain("ADMINS has an entry that is not telegram:ID or discord:ID");
    expect(message).not.toContain("my-secret");
  });

  it("wants a secret and a port for a webhook", () => {
    const message = problemsOf({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: "https://bot.example/hook" });
    expect(message).toContain("TELEGRAM_WEBHOOK_SECRET is missing");
    expect(message).toContain("HTTP_PORT is missing");
  });
});
