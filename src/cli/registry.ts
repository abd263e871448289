/** The commands by name; each is loaded only when it is called. */
import type { CommandDefinition } from './command.ts';

export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<CommandDefinition>;
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  verify: {
    summary: 'check everything in the project: policies, environments, scenarios, invariants',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  test: {
    summary: 'run scenario files',
    load: async () => (await import('./commands/test.ts')).test,
  },
  prove: {
    summary: 'prove what must hold of all requests, or show one of which it does not',
    load: async () => (await import('./commands/prove.ts')).prove,
  },
  simulate: {
    summary: 'decide a request and say why',
    load: async () => (await import('./commands/simulate.ts')).simulateCommand,
  },
  'who-can': {
    summary: 'everybody in an environment who may do an action on a resource',
    load: async () => (await import('./commands/who-can.ts')).whoCan,
  },
  can: {
    summary: 'what a principal of an environment may do',
    load: async () => (await import('./commands/can.ts')).can,
  },
  summarize: {
    summary: 'the policies around a principal as one policy, proven to say the same',
    load: async () => (await import('./commands/summarize.ts')).summarize,
  },
  compare: {
    summary: 'what a change of policies newly allows and no longer allows, proven over all requests',
    load: async () => (await import('./commands/compare.ts')).compare,
  },
  lint: {
    summary: 'find what is wrong with policies, and say what to do',
    load: async () => (await import('./commands/lint.ts')).lint,
  },
  fmt: {
    summary: 'print policies in canonical form',
    load: async () => (await import('./commands/fmt.ts')).fmt,
  },
  tighten: {
    summary: 'cut a policy down to what scenarios need, proven to allow nothing new',
    load: async () => (await import('./commands/tighten.ts')).tighten,
  },
  minimize: {
    summary: 'make a policy fit the limit of its type without changing what it says today',
    load: async () => (await import('./commands/minimize.ts')).minimize,
  },
  expand: {
    summary: 'write out the actions that wildcards stand for',
    load: async () => (await import('./commands/expand.ts')).expand,
  },
  catalog: {
    summary: 'show what is known of an action, service, condition key or AWS managed policy',
    load: async () => (await import('./commands/catalog.ts')).catalog,
  },
  whoami: {
    summary: 'which AWS account and principal the credentials belong to, and where they come from',
    load: async () => (await import('./commands/whoami.ts')).whoami,
  },
  assume: {
    summary: 'take roles on for real, one after the other, beside what the project says',
    load: async () => (await import('./commands/assume.ts')).assume,
  },
  pull: {
    summary: 'an account as files: its policies, and an environment of its users and roles',
    load: async () => (await import('./commands/pull.ts')).pull,
  },
  plan: {
    summary: 'what it takes to make an AWS account what the project says, and what that newly allows',
    load: async () => (await import('./commands/plan.ts')).plan,
  },
  apply: {
    summary: 'bring a verified plan into the account, step by step and recoverably',
    load: async () => (await import('./commands/apply.ts')).apply,
  },
  rollback: {
    summary: 'take the last apply back',
    load: async () => (await import('./commands/rollback.ts')).rollback,
  },
  drift: {
    summary: 'whether an AWS account is still what the project says',
    load: async () => (await import('./commands/drift.ts')).drift,
  },
  decode: {
    summary: 'what AWS said when it denied a request, explained against the project',
    load: async () => (await import('./commands/decode.ts')).decode,
  },
  explain: {
    summary: 'explain a diagnostic code',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  schema: {
    summary: 'print a JSON Schema',
    load: async () => (await import('./commands/schema.ts')).schema,
  },
  exam: {
    summary: 'practise policy evaluation for an AWS exam: questions without end, answered by the engine',
    load: async () => (await import('./commands/exam.ts')).exam,
  },
  tui: {
    summary: 'the workspace on a terminal: policies, requests, decisions, scenarios; also `iamproof` alone',
    load: async () => (await import('./commands/tui.ts')).tui,
  },
  init: {
    summary: 'set up a project: configuration, a policy, an environment, a scenario',
    load: async () => (await import('./commands/init.ts')).init,
  },
};
