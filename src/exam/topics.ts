/** What questions are about, and the tasks of AWS's exam guides that ask for it. */

export const TOPICS = {
  'same-account': 'identity-based and resource-based policies in one account',
  'cross-account': 'access across accounts',
  boundaries: 'permissions boundaries',
  sessions: 'session policies',
  organizations: 'service and resource control policies',
  conditions: 'conditions and context keys',
  elements: 'NotAction, NotPrincipal, names and ARNs',
  roles: 'trust policies and assuming roles',
  keys: 'KMS key policies',
  logic: 'the evaluation of all policies together',
} as const;

export type Topic = keyof typeof TOPICS;

export interface Track {
  readonly name: string;
  readonly exam: string;
  /** Questions, minutes, and the scaled score that passes, as AWS's exam guide says. */
  readonly length: number;
  readonly minutes: number;
  readonly pass: number;
  /** The task that asks for a topic; a topic that is missing is not part of the exam. */
  readonly tasks: Partial<Readonly<Record<Topic, string>>>;
}

const AUTHORIZATION = 'task 4.2: authorization strategies';
const SECURE_ACCESS = 'task 1.1: secure access to AWS resources';
const SECURE_RESOURCES = 'task 4.3: secure AWS resources';

export const TRACKS: readonly Track[] = [
  {
    name: 'scs-c03',
    exam: 'AWS Certified Security - Specialty (SCS-C03)',
    length: 65,
    minutes: 170,
    pass: 750,
    tasks: {
      'same-account': AUTHORIZATION,
      'cross-account': AUTHORIZATION,
      boundaries: AUTHORIZATION,
      sessions: AUTHORIZATION,
      organizations: 'task 6.1: centrally deployed and managed accounts',
      conditions: AUTHORIZATION,
      elements: AUTHORIZATION,
      roles: AUTHORIZATION,
      keys: 'task 5.2: data at rest',
      logic: AUTHORIZATION,
    },
  },
  {
    name: 'saa-c03',
    exam: 'AWS Certified Solutions Architect - Associate (SAA-C03)',
    length: 65,
    minutes: 130,
    pass: 720,
    tasks: {
      'same-account': SECURE_ACCESS,
      'cross-account': SECURE_ACCESS,
      organizations: SECURE_ACCESS,
      conditions: SECURE_ACCESS,
      roles: SECURE_ACCESS,
      logic: SECURE_ACCESS,
      keys: 'task 1.3: data security controls',
    },
  },
  {
    name: 'mla-c01',
    exam: 'AWS Certified Machine Learning Engineer - Associate (MLA-C01)',
    length: 65,
    minutes: 130,
    pass: 720,
    tasks: {
      'same-account': SECURE_RESOURCES,
      'cross-account': SECURE_RESOURCES,
      conditions: SECURE_RESOURCES,
      elements: SECURE_RESOURCES,
      roles: SECURE_RESOURCES,
      keys: SECURE_RESOURCES,
    },
  },
];

/** Exams that are held no more, and what took their place. */
const RETIRED: Readonly<Record<string, { readonly track: string; readonly note: string }>> = {
  'mls-c01': { track: 'mla-c01', note: 'MLS-C01 was retired on 31 March 2026; its successor MLA-C01 is asked instead' },
  mls: { track: 'mla-c01', note: 'MLS-C01 was retired on 31 March 2026; its successor MLA-C01 is asked instead' },
};

export function findTrack(name: string): { readonly track: Track; readonly note?: string } | undefined {
  const retired = RETIRED[name.toLowerCase()];
  const track = TRACKS.find((one) => one.name === (retired?.track ?? name.toLowerCase()));
  return track && (retired ? { track, note: retired.note } : { track });
}

/** The tasks of the exam guides that ask for a topic, by track. */
export function tasksOf(topic: Topic): Readonly<Record<string, string>> {
  const found = TRACKS.flatMap(({ name, tasks }) => {
    const task = tasks[topic];
    return task === undefined ? [] : [[name, task] as const];
  });
  return Object.fromEntries(found);
}

export function isTopic(name: string): name is Topic {
  return name in TOPICS;
}
