/** A board as it stands in its file: nothing about it is known yet. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** What is wrong with a board: the rule it breaks, where, and how. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
  readonly what: string;
}

export class Findings {
  readonly all: Finding[] = [];

  add(rule: string, where: string, what: string): void {
    this.all.push({ rule, where, what });
  }

  /** Adds a finding unless it is so. */
  require(met: boolean, rule: string, where: string, what: string): void {
    if (!met) this.add(rule, where, what);
  }

  lines(): string[] {
    return this.all.map(({ rule, where, what }) => `${rule}: ${where}: ${what}`);
  }
}
