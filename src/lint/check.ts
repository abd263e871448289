/** A lint check as a plain object: what it finds, why that matters, what to do, and examples that are its tests and its page. */
import type { PolicyType, Range, Severity } from '../language/index.ts';
import { TRAIT } from './action-traits.ts';
import type { Fix } from './fix/change.ts';
import type { LintConfig, OrganizationRules } from './lint-config.ts';
import type { StatementView } from './statement-view.ts';
import type { Subject } from './subject.ts';

/** Where in a document: a JSON pointer, and the place in the text where there is one. */
export interface Place {
  readonly path: string;
  readonly range?: Range | undefined;
}

/** One thing a check found. */
export interface Finding {
  /** Lower case, no full stop, user text in backticks. */
  readonly message: string;
  readonly at: Place;
  /** What to do here, where it is more exact than the check's own help. */
  readonly help?: string | undefined;
  /** What mends it. */
  readonly fix?: Fix | undefined;
  /** Where it is not as grave as the check usually is. */
  readonly severity?: Severity;
}

export type Report = (finding: Finding) => void;

/** A document that shows a check at work. */
export interface Example {
  readonly type: PolicyType;
  readonly document: unknown;
  /** The path of the finding, in a bad example. */
  readonly path?: string;
  /** The configuration that it needs, where the check is about what a project demands. */
  readonly config?: LintConfig;
}

export interface Check {
  /** Kebab-case and stable, the name of its file. */
  readonly id: string;
  readonly severity: Severity;
  /** The policy types that it looks at; without it, all. */
  readonly types?: readonly PolicyType[];
  /** What it finds, as a headline. */
  readonly title: string;
  readonly why: string;
  readonly help: string;
  readonly references: readonly string[];
  /** Codes of findings of the same kind that AWS's own validator has. */
  readonly aws?: readonly string[];
  readonly bad: Example;
  readonly good: Example;
  /** Settings under `lint.checks.<id>` of the configuration, with what they are without one. */
  readonly options?: Readonly<Record<string, CheckOption>>;
  /** A bit of `TRAIT`: without it there is nothing to find. */
  readonly needs?: number;
  /** Only where the project demands something. */
  readonly applies?: (rules: OrganizationRules) => boolean;
  readonly run: (subject: Subject, report: Report) => void;
}

export interface CheckOption {
  readonly default: OptionValue;
  readonly what: string;
}

export type OptionValue = boolean | number | string | readonly string[];

export function defineCheck(check: Check): Check {
  return check;
}

/** A check that looks at one statement at a time. */
export function eachStatement(
  look: (statement: StatementView, report: Report, subject: Subject) => void,
): Check['run'] {
  return (subject, report) => {
    for (const statement of subject.statements) look(statement, report, subject);
  };
}

/** A check that looks at the conditions of one statement at a time. */
export function eachConditional(
  look: (statement: StatementView, report: Report, subject: Subject) => void,
): Check['run'] {
  return (subject, report) => {
    for (const statement of subject.conditional) look(statement, report, subject);
  };
}

/** A check that looks at the ARNs of one statement at a time. */
export function eachWithArns(look: (statement: StatementView, report: Report, subject: Subject) => void): Check['run'] {
  return (subject, report) => {
    for (const statement of subject.statements)
      if ((statement.someTraits & TRAIT.arns) !== 0) look(statement, report, subject);
  };
}

/** A document of the given statements. */
export function example(type: PolicyType, ...statements: readonly object[]): Example {
  return { type, document: { Version: '2012-10-17', Statement: statements } };
}

/** The same, with the path where the finding is. */
export function badExample(type: PolicyType, path: string, ...statements: readonly object[]): Example {
  return { ...example(type, ...statements), path };
}
