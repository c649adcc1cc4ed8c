import { expect, test } from "vitest";
import { unclaimedStretches } from "../../../src/language/quotes/sieves.ts";
import { readDocument } from "../../../src/language/text/read.ts";

/** Who is found to have said a stretch that nothing has claimed; null where nobody is. */
function behind(text: string): string | null {
  const [first] = unclaimedStretches(readDocument(text), []);
  return first?.source ? text.slice(...first.source) : null;
}

test("who is told right behind the closing mark speaks", () => {
  expect(behind("“We have waited for very many years,” she added, in tears.")).toBe("she");
  expect(behind("“Will it ever open to the public?” Mrs. Merkel asked.")).toBe("Mrs. Merkel");
  expect(behind("“It is gone and will not come back.” Merkel said on Monday.")).toBe("Merkel");
});

test("unless another sentence begins there", () => {
  expect(behind("“It is gone and will not come back.” Merkel said she would leave.")).toBeNull();
  expect(behind("“It is gone and will not come back.” Merkel has often left.")).toBeNull();
});
