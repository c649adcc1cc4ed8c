// What Discord would refuse, checked on every request without any schema file: limits, shapes and rules that the
// published schema does not state (totals, one-of-two, unique ids).
const SNOWFLAKE = /^[1-9]\d{16,19}$/;

type Json = Readonly<Record<string, unknown>>;

/** Collects what is wrong, with the place it is wrong in. */
class Findings {
  readonly list: string[] = [];

  expect(condition: boolean, what: string): void {
    if (!condition) this.list.push(what);
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown, min: number, max: number): value is string =>
  typeof value === "string" && [...value].length >= min && value.length <= max;

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const SUPPRESS_EMBEDS = 1 << 2;
const SUPPRESS_NOTIFICATIONS = 1 << 12;

/** Where a message body is sent: what is allowed differs. */
export type MessageUse = "create" | "callback" | "webhook" | "edit";

const FLAGS: Readonly<Record<MessageUse, number>> = {
  create: SUPPRESS_NOTIFICATIONS,
  callback: EPHEMERAL | SUPPRESS_NOTIFICATIONS,
  webhook: EPHEMERAL | SUPPRESS_NOTIFICATIONS,
  edit: 0,
};

const MESSAGE_KEYS: Readonly<Record<MessageUse, readonly string[]>> = {
  create: [
    "content",
    "embeds",
    "components",
    "flags",
    "allowed_mentions",
    "attachments",
    "nonce",
    "enforce_nonce",
    "message_reference",
  ],
  callback: ["content", "embeds", "components", "flags", "allowed_mentions", "attachments"],
  webhook: ["content", "embeds", "components", "flags", "allowed_mentions", "attachments"],
  edit: ["content", "embeds", "components", "flags", "allowed_mentions", "attachments"],
};

/** Checks a message body. `files`: names of the files that came with it, by their index. */
export function checkMessage(body: unknown, use: MessageUse, files: readonly string[]): string[] {
  const found = new Findings();
  if (!isObject(body)) return ["the message is not an object"];
  for (const key of Object.keys(body)) found.expect(MESSAGE_KEYS[use].includes(key), `unknown field ${key}`);
  const flags = Number(body.flags ?? 0);
  const allowedFlags = V2 | SUPPRESS_EMBEDS | FLAGS[use];
  found.expect((flags & ~allowedFlags) === 0, `flags ${flags} are not allowed on ${use}`);
  // Our own rule: nothing we send may ping.
  const mentions = body.allowed_mentions;
  found.expect(
    isObject(mentions) && JSON.stringify(mentions) === '{"parse":[]}',
    "allowed_mentions must be {parse: []}",
  );
  if (use === "create") {
    found.expect(isText(body.nonce, 1, 25), "a message needs a nonce of at most 25 characters");
    found.expect(body.enforce_nonce === true, "a message needs enforce_nonce");
  }
  const attached = checkAttachments(body.attachments, files, found);
  if ((flags & V2) !== 0) {
    found.expect(body.content == null, "Components V2 allow no content");
    found.expect(body.embeds == null, "Components V2 allow no embeds");
    checkComponents(body.components, attached, found);
  } else {
    checkClassic(body, found);
  }
  return found.list;
}

function checkAttachments(list: unknown, files: readonly string[], found: Findings): Set<string> {
  const names = new Set(files);
  if (list === undefined) return names;
  found.expect(Array.isArray(list) && list.length <= 10, "attachments are a list of at most 10");
  for (const one of Array.isArray(list) ? list : []) {
    found.expect(
      isObject(one) && files[Number(one.id)] === one.filename,
      `attachment ${JSON.stringify(one)} has no file`,
    );
    found.expect(
      !isObject(one) || one.description === undefined || isText(one.description, 0, 1024),
      "a description is too long",
    );
  }
  return names;
}

interface Tally {
  components: number;
  text: number;
  readonly ids: Set<string>;
  readonly shown: Set<string>;
}

function checkComponents(list: unknown, files: ReadonlySet<string>, found: Findings): void {
  const tally: Tally = { components: 0, text: 0, ids: new Set(), shown: new Set() };
  found.expect(Array.isArray(list) && list.length >= 1, "components must not be empty");
  for (const component of Array.isArray(list) ? list : []) checkComponent(component, "top", tally, files, found);
  found.expect(tally.components <= 40, `${tally.components} components, 40 allowed`);
  found.expect(tally.text <= 4000, `${tally.text} characters of text, 4000 allowed`);
  for (const file of files) found.expect(tally.shown.has(file), `the file ${file} is shown nowhere`);
}

function checkComponent(
  one: unknown,
  within: "top" | "container",
  tally: Tally,
  files: ReadonlySet<string>,
  found: Findings,
): void {
  if (!isObject(one)) {
    found.list.push("a component is not an object");
    return;
  }
  tally.components++;
  const inner = Array.isArray(one.components) ? one.components : [];
  switch (one.type) {
    case 1:
      found.expect(inner.length >= 1 && inner.length <= 5, `a row of ${inner.length} buttons`);
      for (const button of inner) checkButton(button, tally, found);
      return;
    case 10:
      found.expect(isText(one.content, 1, 4000), "a text display holds 1 to 4000 characters");
      found.expect(typeof one.content === "string" && one.content.trim() !== "", "a text display must show something");
      tally.text += String(one.content).length;
      return;
    case 12: {
      const items = Array.isArray(one.items) ? one.items : [];
      found.expect(items.length >= 1 && items.length <= 10, "a gallery holds 1 to 10 items");
      for (const item of items) checkMedia(item, tally, files, found);
      return;
    }
    case 14:
      found.expect(one.divider === undefined || typeof one.divider === "boolean", "divider is a boolean");
      found.expect([undefined, 1, 2].includes(one.spacing as never), "spacing is 1 or 2");
      return;
    case 17:
      found.expect(within === "top", "a container stands at the top only");
      found.expect(inner.length >= 1, "a container must not be empty");
      for (const child of inner) checkComponent(child, "container", tally, files, found);
      return;
    default:
      found.expect(false, `component type ${String(one.type)} is unknown here`);
  }
}

function checkMedia(item: unknown, tally: Tally, files: ReadonlySet<string>, found: Findings): void {
  const url = isObject(item) && isObject(item.media) ? String(item.media.url) : "";
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  found.expect(name !== undefined && files.has(name), `the picture ${url} is not among the files`);
  if (name !== undefined) tally.shown.add(name);
  found.expect(isObject(item) && isText(item.description, 1, 1024), "a picture needs a description of at most 1024");
}

function checkButton(button: unknown, tally: Tally, found: Findings): void {
  if (!isObject(button) || button.type !== 2) {
    found.list.push("only buttons stand in a row");
    return;
  }
  tally.components++;
  found.expect(isText(button.label, 1, 80), `label ${JSON.stringify(button.label)} is not 1 to 80 characters`);
  if (button.style === 5) {
    found.expect(
      isText(button.url, 1, 512) && /^https?:\/\//.test(button.url),
      "a link button needs an address of at most 512",
    );
    found.expect(button.custom_id === undefined, "a link button has no custom_id");
    return;
  }
  found.expect([1, 2, 3, 4].includes(Number(button.style)), `style ${String(button.style)} is unknown`);
  found.expect(isText(button.custom_id, 1, 100), "a custom_id has 1 to 100 characters");
  found.expect(!tally.ids.has(String(button.custom_id)), "two buttons with one custom_id");
  tally.ids.add(String(button.custom_id));
}

function checkClassic(body: Json, found: Findings): void {
  const embeds = Array.isArray(body.embeds) ? body.embeds : [];
  found.expect(body.content === undefined || isText(body.content, 0, 2000), "content has at most 2000 characters");
  found.expect(embeds.length <= 10, "at most ten embeds");
  const total = embeds.flatMap((embed) => embedTexts(embed, found)).join("").length;
  found.expect(total <= 6000, `embeds of ${total} characters, 6000 allowed`);
  found.expect(
    Boolean(body.content) || embeds.length > 0 || Array.isArray(body.components),
    "cannot send an empty message",
  );
}

function embedTexts(embed: unknown, found: Findings): string[] {
  if (!isObject(embed)) return [];
  const fields = Array.isArray(embed.fields) ? embed.fields.filter(isObject) : [];
  found.expect(embed.title === undefined || isText(embed.title, 0, 256), "an embed's title has at most 256 characters");
  found.expect(embed.description === undefined || isText(embed.description, 0, 4096), "a description has at most 4096");
  found.expect(fields.length <= 25, "at most 25 fields");
  const footer = isObject(embed.footer) ? embed.footer.text : "";
  return [embed.title, embed.description, footer, ...fields.flatMap((field) => [field.name, field.value])].map((text) =>
    String(text ?? ""),
  );
}

/** Checks an interaction's callback. */
export function checkCallback(body: unknown, files: readonly string[]): string[] {
  if (!isObject(body)) return ["the callback is not an object"];
  const type = Number(body.type);
  if (type === 4) return checkMessage(body.data, "callback", files);
  if (type === 7) return checkMessage(body.data, "callback", files);
  if (type === 5 || type === 6) return body.data === undefined || isObject(body.data) ? [] : ["data is not an object"];
  if (type !== 8) return [`callback type ${String(body.type)} is unknown here`];
  const found = new Findings();
  const choices = isObject(body.data) && Array.isArray(body.data.choices) ? body.data.choices : null;
  found.expect(choices !== null && choices.length <= 25, "at most 25 choices");
  for (const choice of choices ?? []) {
    found.expect(isObject(choice) && isText(choice.name, 1, 100), "a choice's name has 1 to 100 characters");
    found.expect(isObject(choice) && isText(choice.value, 1, 100), "a choice's value has 1 to 100 characters");
  }
  return found.list;
}

const OPTION_TYPES: readonly unknown[] = [3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Checks a bulk overwrite of commands. */
export function checkCommands(body: unknown): string[] {
  const found = new Findings();
  if (!Array.isArray(body)) return ["commands are a list"];
  found.expect(body.filter((one) => isObject(one) && one.type !== 3).length <= 100, "at most 100 slash commands");
  found.expect(body.filter((one) => isObject(one) && one.type === 3).length <= 5, "at most 5 message commands");
  const names = body.map((one) => (isObject(one) ? `${String(one.type)} ${String(one.name)}` : ""));
  found.expect(new Set(names).size === names.length, "two commands of one name");
  for (const command of body) checkCommand(command, found);
  return found.list;
}

function checkCommand(command: unknown, found: Findings): void {
  if (!isObject(command)) {
    found.list.push("a command is not an object");
    return;
  }
  const slash = command.type === undefined || command.type === 1;
  const where = `command ${String(command.name)}`;
  found.expect(
    slash ? /^[-_\p{Ll}\p{N}]{1,32}$/u.test(String(command.name)) : isText(command.name, 1, 32),
    `${where}: bad name`,
  );
  found.expect(
    slash ? isText(command.description, 1, 100) : command.description === undefined,
    `${where}: bad description`,
  );
  const permissions = command.default_member_permissions;
  found.expect(permissions == null || /^\d+$/.test(String(permissions)), `${where}: bad permissions`);
  for (const [key, max] of [
    ["contexts", 2],
    ["integration_types", 1],
  ] as const) {
    const list = command[key];
    const good = Array.isArray(list) && list.length >= 1 && new Set(list).size === list.length;
    found.expect(
      list === undefined || (good && list.every((one) => Number.isInteger(one) && one >= 0 && one <= max)),
      `${where}: bad ${key}`,
    );
  }
  const options = Array.isArray(command.options) ? command.options.filter(isObject) : [];
  found.expect(options.length <= 25, `${where}: more than 25 options`);
  found.expect(
    new Set(options.map((option) => option.name)).size === options.length,
    `${where}: two options of one name`,
  );
  const order = options.map((option) => option.required === true);
  found.expect(
    order.lastIndexOf(true) < (order.indexOf(false) === -1 ? order.length : order.indexOf(false)),
    `${where}: required options come first`,
  );
  for (const option of options) checkOption(option, where, found);
  const total = [command, ...options].reduce(
    (sum, one) => sum + String(one.name).length + String(one.description ?? "").length,
    0,
  );
  found.expect(total <= 8000, `${where}: more than 8000 characters`);
}

function checkOption(option: Json, where: string, found: Findings): void {
  const here = `${where}, option ${String(option.name)}`;
  found.expect(OPTION_TYPES.includes(option.type), `${here}: bad type`);
  found.expect(/^[-_\p{Ll}\p{N}]{1,32}$/u.test(String(option.name)), `${here}: bad name`);
  found.expect(isText(option.description, 1, 100), `${here}: bad description`);
  const choices = Array.isArray(option.choices) ? option.choices.filter(isObject) : [];
  found.expect(choices.length <= 25, `${here}: more than 25 choices`);
  found.expect(!(choices.length > 0 && option.autocomplete === true), `${here}: choices and autocomplete`);
  for (const choice of choices)
    found.expect(isText(choice.name, 1, 100) && isText(choice.value, 1, 100), `${here}: bad choice`);
}

/** Checks an id in a path. */
export function isSnowflake(id: string): boolean {
  return SNOWFLAKE.test(id);
}

/** Checks what the client sends on the gateway. Minimal intents are our own rule. */
export function checkGatewaySend(payload: unknown): string[] {
  const found = new Findings();
  if (!isObject(payload)) return ["a gateway payload is not an object"];
  const data = isObject(payload.d) ? payload.d : {};
  switch (payload.op) {
    case 1:
      found.expect(payload.d === null || Number.isInteger(payload.d), "a heartbeat carries a sequence or null");
      break;
    case 2:
      found.expect(typeof data.token === "string", "identify needs a token");
      found.expect(data.intents === 1, `intents ${String(data.intents)}: only Guilds (1) is needed`);
      found.expect(isObject(data.properties), "identify needs properties");
      break;
    case 3:
      break;
    case 6:
      found.expect(
        typeof data.session_id === "string" && Number.isInteger(data.seq),
        "resume needs session and sequence",
      );
      break;
    default:
      found.expect(false, `gateway opcode ${String(payload.op)} is not expected`);
  }
  return found.list;
}
