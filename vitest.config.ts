import { defineConfig } from "vitest/config";

/** What the store promises, promised on both engines. */
const CONTRACT = [
  "articles",
  "claims",
  "deliveries",
  "engine",
  "feeds",
  "leases",
  "quotes",
  "speakers",
  "statements",
  "stories",
  "tending",
  "transactions",
].map((name) => `test/store/${name}.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    globalSetup: ["test/support/postgres-setup.ts"],
    projects: [
      { extends: true, test: { name: "all", include: ["test/**/*.test.ts"], provide: { engine: "sqlite" } } },
      {
        extends: true,
        // The first test of a run waits for the server, which a busy machine takes its time to start.
        test: {
          name: "PostgreSQL",
          include: CONTRACT,
          provide: { engine: "postgres" },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
