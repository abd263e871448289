/** What the screens show of a project: its files with unsaved edits, what they say, and what came of asking them. */
import type { Catalog } from '../../catalog/index.ts';
import type { Explanation } from '../../explain/index.ts';
import type { LintDiagnostic } from '../../lint/index.ts';
import type { CaseAnswer, ScenarioReport } from '../../scenario/index.ts';
import { CONFIG_NAMES } from '../../workspace/config-names.ts';
import type { Config, PolicyFile, Workspace } from '../../workspace/index.ts';
import type { RequestDraft } from '../request-draft.ts';

/** A text that differs from its file. */
export interface Edit {
  readonly text: string;
  /** What the file said when editing began; something else there now is somebody else's change. */
  readonly base: string;
}

export interface Project {
  /** `none`: nothing there that the configuration names. */
  readonly status: 'opening' | 'none' | 'open';
  readonly root: string;
  readonly config?: Config;
  /** Where the configuration stands, or would. */
  readonly configFile: string;
  readonly catalog?: Catalog;
  /** Every policy file, in the order of the configuration; known before any is read. */
  readonly policyFiles: readonly PolicyFile[];
  /** What the files say, by path: policies, environments, scenarios; only those that could be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly environmentFiles: readonly string[];
  readonly scenarioFiles: readonly string[];
  /** Unsaved texts by path. */
  readonly edits: ReadonlyMap<string, Edit>;
  /** As the files and the edits say, without those of `unread`; missing until it was read once. */
  readonly workspace?: Workspace;
  /** Unsaved texts that cannot be read yet: what was evaluated is the project before them. */
  readonly unread: readonly string[];
  /** Findings by file; a file that was looked at and is fine has an empty list. */
  readonly findings: ReadonlyMap<string, readonly LintDiagnostic[]>;
  /** Findings about several policies together, and of the configuration's own ignores. */
  readonly findingsOfAll: readonly LintDiagnostic[];
  /** Every case of every scenario file, from the last run that came to its end. */
  readonly report?: ScenarioReport;
  /** The run before that: what has changed since. */
  readonly reportBefore?: ScenarioReport;
  readonly request?: RequestDraft;
  readonly answer?: Answered;
  /** What the last run of the scenarios took, in milliseconds. */
  readonly took?: number;
  /** Files are read or scenarios run at this moment. */
  readonly busy: boolean;
}

/** What came of the current request. */
export interface Answered {
  readonly request: RequestDraft;
  /** Missing where it cannot be asked: `problems` says why. */
  readonly answer?: CaseAnswer;
  readonly problems: readonly string[];
  /** Of the step that decided; missing where nothing was evaluated. */
  readonly explanation?: Explanation;
}

export function emptyProject(root: string): Project {
  return {
    status: 'opening',
    root,
    configFile: CONFIG_NAMES[0],
    policyFiles: [],
    environmentFiles: [],
    scenarioFiles: [],
    texts: new Map(),
    edits: new Map(),
    unread: [],
    findings: new Map(),
    findingsOfAll: [],
    busy: true,
  };
}

/** What a file says now: its unsaved text, or what it was saved with. */
export function textOf({ edits, texts }: Project, path: string): string | undefined {
  return edits.get(path)?.text ?? texts.get(path);
}
