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

  it("keeps a token whatever the roles: deliveries are sent with it", () => {
    const { telegram, roles, isTerminal } = environmentFrom({ TELEGRAM_TOKEN: TOKEN, ROLES: "delivery" }, ".env");
    expect(telegram?.token).toBe(TOKEN);
    expect([...roles]).toEqual(["delivery"]);
    expect(isTerminal).toBe(false);
  });

  it("is a chat in the terminal only where nothing says otherwise", () => {
    expect(environmentFrom({}, ".env").isTerminal).toBe(true);
    expect(environmentFrom({ ROLES: "feeds" }, ".env").isTerminal).toBe(false);
    expect(environmentFrom({ TELEGRAM_TOKEN: TOKEN }, ".env").isTerminal).toBe(false);
    expect(problemsOf({ ROLES: "feeds, everything" })).toContain("ROLES must be some of telegram, discord, feeds");
  });

  it.each([
    [undefined, "auto"],
    ["", "auto"],
    ["Auto", "auto"],
    ["0/1", { ids: [0], total: 1 }],
    ["0,1/4", { ids: [0, 1], total: 4 }],
    [" 2 , 3 / 4 ", { ids: [2, 3], total: 4 }],
    ["1,1/4", { ids: [1], total: 4 }],
  ])("reads DISCORD_SHARDS=%s", (value, shards) => {
    const variables = { DISCORD_TOKEN: `${"a".repeat(20)}.abcdef.${"b".repeat(30)}`, DISCORD_SHARDS: value };
    expect(environmentFrom(variables, ".env").discord?.shards).toEqual(shards);
  });

  it.each(["2", "0,1", "/4", "0-1/4", "-1/4", "0,/4", "all", "1/0", "0/99999"])(
    "says what DISCORD_SHARDS should be instead of %s",
    (value) => {
      expect(problemsOf({ DISCORD_SHARDS: value })).toMatch(/DISCORD_SHARDS must be auto, or .* such as 0,1\/4$/m);
    },
  );

  it("says which shards there are", () => {
    expect(problemsOf({ DISCORD_SHARDS: "4/4" })).toContain("of 4 shards the first is 0 and the last is 3");
  });

  it("wants a secret and a port for a webhook", () => {
    const message = problemsOf({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: "https://bot.example/hook" });
    expect(message).toContain("TELEGRAM_WEBHOOK_SECRET is missing");
    expect(message).toContain("HTTP_PORT is missing");
  });
});
