// How a corpus that cannot be opened refuses.
import { expect } from "vitest";
import { openStore } from "../../src/store/open.ts";

/** What opening it says; "opened" where nothing is wrong. */
export async function refusal(address: string): Promise<string> {
  try {
    await (await openStore(address)).close();
    return "opened";
  } catch (error) {
    expect((error as Error).name).toBe("StoreError");
    return (error as Error).message;
  }
}
