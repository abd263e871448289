/** A new policy, step by step: its kind and name, service, actions, resources or principals, conditions; then it is open to be edited. */
import { ACCESS_LEVELS } from '../../../catalog/index.ts';
import {
  conditionChoices,
  draftPolicy,
  type EditingContext,
  type PolicyChoices,
  principalChoices,
  resourceOffers,
} from '../../../editing/index.ts';
import type { PolicyType } from '../../../language/index.ts';
import { POLICY_TYPES } from '../../../language/policy-types/index.ts';
import type { Choosable, Choose } from '../../overlays/overlay.ts';
import { editText } from '../../project/edit-text.ts';
import { type AppState, stay, type Turn, withMessage } from '../../state.ts';
import { environmentNamed, environmentsOf } from '../../tasks/ask-request.ts';
import { passesFilter } from '../../widgets/filter.ts';
import { lineText } from '../../widgets/line-text.ts';
import { beginEditing } from './edit-policy.ts';
import { showFile } from './show-file.ts';

/** What was chosen so far. */
interface Draft extends PolicyChoices {
  readonly path: string;
}

const NOTHING = { actions: [], resources: [], principals: {}, conditions: [] };

export function newPolicy(state: AppState): Turn {
  const choices = Object.values(POLICY_TYPES).map(({ type, title, grants }) => ({
    text: type,
    note: `${title}${grants ? '' : ': limits what others grant'}`,
  }));
  return choose(state, {
    title: 'a new policy: its kind',
    offers: filtered(choices),
    accept: (at, type) => askName(at, type as PolicyType),
  });
}

type Step = Pick<Choose, 'title' | 'offers' | 'accept'> & Partial<Pick<Choose, 'free' | 'marked' | 'back' | 'preview'>>;

function choose(state: AppState, step: Step): Turn {
  return stay({ ...state, overlay: { kind: 'choose', line: lineText(), chosen: 0, free: false, ...step } });
}

function filtered(choices: readonly Choosable[]): Choose['offers'] {
  return (_state, text) => choices.filter((one) => passesFilter(text, `${one.text} ${one.note ?? ''}`));
}

function askName(state: AppState, type: PolicyType): Turn {
  const taken = new Set([...state.project.policyFiles.map(({ path }) => path), ...state.project.edits.keys()]);
  const pathOf = (name: string) => `policies/${type}/${name.replace(/\.json$/, '')}.json`;
  return stay({
    ...state,
    overlay: {
      kind: 'prompt',
      title: `name of the ${POLICY_TYPES[type].title}`,
      line: lineText(),
      problem: (name) => {
        if (!/^[\w.-]+$/.test(name)) return 'letters, digits, - _ and . make the name of the file';
        return taken.has(pathOf(name)) ? `${pathOf(name)} is there already` : undefined;
      },
      accept: (at, name) => afterName(at, { ...NOTHING, type, path: pathOf(name) }),
    },
  });
}

function afterName(state: AppState, draft: Draft): Turn {
  if (draft.type === 'trust') return askPrincipals(state, { ...draft, actions: ['sts:AssumeRole'] });
  return askService(state, draft);
}

function contextOf({ project }: AppState, { type }: Draft): EditingContext | undefined {
  const { catalog, workspace, request } = project;
  if (!catalog) return undefined;
  const environment =
    (workspace && request && environmentNamed(workspace, request.environment)) ??
    (workspace && environmentsOf(workspace)[0]);
  return { type, catalog, ...(environment ? { environment } : {}) };
}

/** Those that the environment speaks of already come first. */
function askService(state: AppState, draft: Draft): Turn {
  const { environment, catalog } = contextOf(state, draft) ?? {};
  const values = (environment?.policies ?? [])
    .flatMap(({ document }) => document.statements)
    .flatMap(({ action }) => action?.values ?? []);
  const used = new Set(values.map(({ value }) => value.split(':')[0] ?? ''));
  const names = catalog?.serviceNames() ?? [];
  const all = [...names.filter((name) => used.has(name)), ...names.filter((name) => !used.has(name))];
  const offers: Choose['offers'] = (_at, text) => {
    const wanted = text.toLowerCase();
    const found = all.filter((name) => name.includes(wanted));
    const begin = found.filter((name) => name.startsWith(wanted));
    return [...begin, ...found.filter((name) => !begin.includes(name))].map((name) => ({
      text: name,
      ...(used.has(name) ? { note: 'in policies of the environment' } : {}),
    }));
  };
  return choose(state, {
    title: 'which service',
    offers,
    back: (at) => askName(at, draft.type),
    preview: (at) => previewOf(at, draft),
    accept: (at, service) => askActions(at, draft, service),
  });
}

/** Levels first, each for all of its actions; marked or not, the actions themselves below. */
function askActions(state: AppState, draft: Draft, service: string): Turn {
  const actions = state.project.catalog?.service(service)?.actions ?? [];
  const levels = ACCESS_LEVELS.filter((level) => actions.some((action) => action.level === level));
  const levelText = (level: string) => `all that ${LEVEL_WORDS[level] ?? level}`;
  const idsOf = (texts: readonly string[]) => {
    const whole = levels.filter((level) => texts.includes(levelText(level)));
    return actions.filter(({ id, level }) => texts.includes(id) || whole.includes(level)).map(({ id }) => id);
  };
  const choices = [
    ...actions.map(({ id, level }) => ({ text: id, note: level })),
    ...levels.map((level) => ({
      text: levelText(level),
      note: `${actions.filter((action) => action.level === level).length} actions: ${level}`,
    })),
  ];
  const withThem = (texts: readonly string[]): Draft => ({
    ...draft,
    actions: [...new Set([...draft.actions, ...idsOf(texts)])],
  });
  return choose(state, {
    title: `what may be done in ${service}`,
    offers: filtered(choices),
    marked: [],
    back: (at) => askService(at, draft),
    preview: (at, marked) => previewOf(at, withThem(marked)),
    accept: (at, texts) => askMore(at, withThem(texts.split('\n'))),
  });
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  List: 'list',
  Read: 'read',
  Write: 'write',
  Tagging: 'tag',
  'Permissions management': 'manage permissions',
};

const GO_ON = 'go on';
const ANOTHER = 'another service, too';

function askMore(state: AppState, draft: Draft): Turn {
  return choose(state, {
    title: `${draft.actions.length === 1 ? 'one action' : `${draft.actions.length} actions`}; what now`,
    offers: filtered([
      {
        text: GO_ON,
        note: POLICY_TYPES[draft.type].principal === 'required' ? 'to who it is about' : 'to what they may be done on',
      },
      { text: ANOTHER },
    ]),
    back: (at) => askService(at, draft),
    preview: (at) => previewOf(at, draft),
    accept: (at, text) =>
      text === ANOTHER
        ? askService(at, draft)
        : POLICY_TYPES[draft.type].principal === 'required'
          ? askPrincipals(at, draft)
          : askResources(at, draft),
  });
}

function askPrincipals(state: AppState, draft: Draft): Turn {
  const context = contextOf(state, draft);
  const choices = context ? principalChoices(context) : [];
  const kindOf = (text: string) =>
    choices.find(({ label }) => label === text)?.kind ?? (/\.amazonaws\.com(?:\.cn)?$/.test(text) ? 'Service' : 'AWS');
  const withThem = (texts: readonly string[]): Draft => ({
    ...draft,
    principals: Object.fromEntries(
      ['AWS', 'Service', 'Federated'].map((kind) => [kind, texts.filter((text) => kindOf(text) === kind)]),
    ),
  });
  return choose(state, {
    title: 'who it is about',
    offers: filtered(choices.map(({ label, detail, kind }) => ({ text: label, note: detail ?? kind }))),
    free: true,
    marked: [],
    back: (at) => (draft.type === 'trust' ? askName(at, draft.type) : askMore(at, draft)),
    preview: (at, marked) => previewOf(at, withThem(marked)),
    accept: (at, texts) =>
      draft.type === 'trust'
        ? askConditions(at, withThem(texts.split('\n')))
        : askResources(at, withThem(texts.split('\n'))),
  });
}

function askResources(state: AppState, draft: Draft): Turn {
  const context = contextOf(state, draft);
  const offers = context ? resourceOffers(context, draft.actions) : [];
  const withThem = (texts: readonly string[]): Draft => ({ ...draft, resources: texts });
  return choose(state, {
    title: 'on what; a text of your own is taken as typed',
    offers: filtered(offers.map(({ label, detail = '' }) => ({ text: label, note: detail }))),
    free: true,
    marked: [],
    back: (at) => askMore(at, draft),
    preview: (at, marked) => previewOf(at, withThem(marked)),
    accept: (at, texts) => askConditions(at, withThem(texts.split('\n'))),
  });
}

const NO_CONDITION = 'no condition';

function askConditions(state: AppState, draft: Draft): Turn {
  const context = contextOf(state, draft);
  const all = context ? conditionChoices(context, draft.actions) : [];
  const withThem = (texts: readonly string[]): Draft => ({
    ...draft,
    conditions: all.filter(({ label }) => texts.includes(label)),
  });
  return choose(state, {
    title: 'under which conditions',
    offers: filtered([{ text: NO_CONDITION }, ...all.map(({ label, key }) => ({ text: label, note: key }))]),
    marked: [],
    back: (at) => (draft.type === 'trust' ? askPrincipals(at, draft) : askResources(at, draft)),
    preview: (at, marked) => previewOf(at, withThem(marked)),
    accept: (at, texts) => open(at, withThem(texts.split('\n'))),
  });
}

const MOST_ROWS = 12;

function previewOf({ project }: AppState, draft: Draft): readonly string[] {
  if (!project.catalog || draft.actions.length === 0) return [];
  const isOpen = draft.resources.length === 0 && POLICY_TYPES[draft.type].resource !== 'forbidden';
  const { text, unplaced } = draftPolicy(isOpen ? { ...draft, resources: ['*'] } : draft, project.catalog);
  const lines = (isOpen ? text.replaceAll('"Resource": "*"', '"Resource": (comes later)') : text).trimEnd().split('\n');
  const shown =
    lines.length > MOST_ROWS ? [...lines.slice(0, MOST_ROWS), `... ${lines.length - MOST_ROWS} more lines`] : lines;
  const open = unplaced.length > 0 && draft.resources.length > 0 ? [`! on none of these: ${unplaced.join(', ')}`] : [];
  return [...open, ...shown];
}

/** In the editor and not on the disk: ctrl-s writes it. */
function open(state: AppState, draft: Draft): Turn {
  const { catalog } = state.project;
  if (!catalog) return stay(state);
  const { text, unplaced } = draftPolicy(draft, catalog);
  const turn = editText(state, draft.path, text);
  const project = {
    ...turn.state.project,
    policyFiles: [...turn.state.project.policyFiles, { path: draft.path, type: draft.type }],
  };
  const shown = showFile({ ...turn.state, project }, draft.path, 0);
  const editing = beginEditing(shown);
  const said =
    unplaced.length === 0
      ? `${draft.path}; ctrl-s writes the file`
      : `${draft.path} leaves out ${unplaced.join(', ')}: none of the resources is theirs`;
  return {
    state: withMessage(editing.state, said, unplaced.length === 0 ? 'good' : 'bad'),
    tasks: [...turn.tasks, ...editing.tasks],
  };
}
