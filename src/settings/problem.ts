// What is wrong in the operator's files, said so that it can be mended.

/** `key`: the variable or the path inside the file ("sections.0.limit"); `line`: 1-based, where known. */
export interface SettingsProblem {
  readonly file: string;
  readonly key: string;
  readonly line?: number;
  readonly what: string;
}

/** Thrown at start, before any data is touched. Its message lists every problem, one a line. */
export class SettingsError extends Error {
  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    super(problems.map(describe).join("\n"));
    this.name = "SettingsError";
    this.problems = problems;
  }
}

function describe(problem: SettingsProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}, line ${problem.line}`;
  return problem.key === "" ? `${place}: ${problem.what}` : `${place}: ${problem.key} ${problem.what}`;
}
