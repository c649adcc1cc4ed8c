// The publication date that many outlets write into their addresses.
import type { Published } from "../model/dates.ts";
import { readWrittenDate } from "./written-date.ts";

/** "/2021/11/18/", "/20211118-", "/2021-11-18/", "/2021/nov/18/": day precision; "/2021/11/": month. Null without one. */
export function dateInUrl(url: string): Published | null {
  const path = url
    .slice(0, 2000)
    .replace(/^https?:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "");
  const split = /\/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?:[/_-]|$)/i.exec(path);
  if (split)
    return readWrittenDate(
      /\d/.test(split[2]!) ? `${split[1]}-${split[2]}-${split[3]}` : `${split[3]} ${split[2]} ${split[1]}`,
    );
  const whole = /(?:[/_-]|^)((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=[/_.-]|$)/.exec(path);
  if (whole) return readWrittenDate(`${whole[1]}-${whole[2]}-${whole[3]}`);
  const month = /\/((?:19|20)\d\d)[/-]([01]\d)\//.exec(path);
  return month ? readWrittenDate(`${month[1]}-${month[2]}`) : null;
}
