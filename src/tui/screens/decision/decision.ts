/** Decision: how the current request was decided, layer by layer and value by value, and what would change it. */
import { explain, statementName } from '../../../explain/index.ts';
import { positionAt } from '../../../language/index.ts';
import type { Command } from '../../command.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { copyText } from '../../tasks/outside.ts';
import { lineText } from '../../widgets/line-text.ts';
import { clamp, listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { showFile } from '../policies/show-file.ts';
import { defineScreen } from '../screen.ts';
import { detailPanel } from './detail-panel.ts';
import { flowPanel } from './flow-panel.ts';
import { isLayer, placeHere, placesOf } from './places.ts';
import { statementHere, statementsHere, statementsPanel } from './statements-panel.ts';
import { type Change, lookOf, makeChange, supposing, toggleChange } from './what-if.ts';
import { entriesOf, whatIfPanel } from './what-if-panel.ts';

function movePlace(by: number): Command['run'] {
  return (state) => {
    const look = lookOf(state);
    const places = look ? placesOf(look.result) : [];
    const at = places.findIndex(({ id }) => id === placeHere(state)?.id);
    const next = places[clamp(at + by, places.length)];
    return stay(next ? withScreen(state, 'decision', { place: next.id, statement: 0 }) : state);
  };
}

function moveStep(by: number): Command['run'] {
  return (state) => {
    const look = lookOf(state);
    if (!look) return stay(state);
    const { place: _other, ...rest } = state.screens.decision;
    const decision = { ...rest, step: clamp(look.index + by, look.steps), statement: 0 };
    return stay(supposing({ ...state, screens: { ...state.screens, decision } }, []));
  };
}

function toggleLayer(state: AppState): Turn {
  const place = placeHere(state);
  if (!place || !isLayer(place.id)) return stay(withMessage(state, 'a layer can be switched off: h and l choose one'));
  return stay(toggleChange(state, { kind: 'layer', layer: place.id }));
}

function toggleStatement(state: AppState): Turn {
  const found = statementHere(state);
  if (!found) return stay(state);
  const { policy, statement } = found.trace;
  return stay(
    toggleChange(state, { kind: 'statement', policy: policy.name, statement, name: statementName(found.trace) }),
  );
}

function toSource(state: AppState): Turn {
  const { location } = statementHere(state)?.trace ?? {};
  if (!location) return stay(withMessage(state, 'the statement stands in no file'));
  return stay(showFile(state, location.source.name, positionAt(location.source, location.range.start).line - 1));
}

function entryHere(state: AppState) {
  const entries = entriesOf(state);
  return entries[clamp(state.screens.decision.entry, entries.length)];
}

/** A change that would allow it is made, a key gets another value, what is supposed is taken back. */
function suppose(state: AppState): Turn {
  const entry = entryHere(state);
  if (!entry) return stay(state);
  if (entry.change.kind === 'key') return askValue(state, entry.change);
  return stay(entry.supposed ? toggleChange(state, entry.change) : makeChange(state, entry.change));
}

function askValue(state: AppState, { key, value = '' }: Change & { readonly kind: 'key' }): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'prompt',
      title: `what if ${key} were (empty: absent)`,
      line: lineText(value),
      accept: (at, text) => stay(makeChange(at, { kind: 'key', key, ...(text === '' ? {} : { value: text }) })),
    },
  });
}

function switchOff(state: AppState): Turn {
  const entry = entryHere(state);
  if (!entry) return stay(state);
  const { change, supposed } = entry;
  if (supposed) return stay(toggleChange(state, change));
  return stay(makeChange(state, change.kind === 'key' ? { kind: 'key', key: change.key } : change));
}

function copyExplanation(state: AppState): Turn {
  const look = lookOf(state);
  if (!look) return stay(state);
  const { policies } = look.step;
  const told = explain({ policies, request: look.request }, look.result, state.project.config?.settings);
  const lines = [
    told.headline,
    ...told.because.map(({ text }) => `  ${text}`),
    ...(told.awsMessage ? [told.awsMessage] : []),
  ];
  return stay(state, copyText(`${lines.join('\n')}\n`, 'why it was decided so'));
}

export const decision = defineScreen({
  id: 'decision',
  number: 3,
  title: 'Decision',
  panels: [flowPanel, statementsPanel, detailPanel, whatIfPanel],
  layout: ({ height }) => ({
    rows: [
      { panel: 'flow', size: Math.max(11, Math.min(16, Math.floor(height * 0.48))) },
      { columns: [{ size: '48%', rows: [{ panel: 'statements' }, { panel: 'what-if' }] }, { panel: 'detail' }] },
    ],
  }),
  commands: [
    {
      id: 'decision.previous',
      title: 'layer before',
      keys: ['h', 'left'],
      panels: ['flow'],
      bar: 'layer',
      run: movePlace(-1),
    },
    { id: 'decision.next', title: 'next layer', keys: ['l', 'right'], panels: ['flow'], run: movePlace(1) },
    {
      id: 'decision.statements',
      title: 'to the statements of the layer',
      keys: ['enter'],
      panels: ['flow'],
      bar: 'statements',
      run: (state) => stay({ ...state, focus: { ...state.focus, decision: 'statements' } }),
    },
    {
      id: 'decision.layer-off',
      title: 'what if the layer were not there',
      keys: ['space'],
      panels: ['flow'],
      bar: 'what if without',
      run: toggleLayer,
    },
    {
      id: 'decision.source',
      title: 'go to the statement in its file',
      keys: ['enter'],
      panels: ['statements', 'detail'],
      bar: 'source',
      run: toSource,
    },
    {
      id: 'decision.statement-off',
      title: 'what if the statement were not there',
      keys: ['space'],
      panels: ['statements', 'detail'],
      bar: 'what if without',
      run: toggleStatement,
    },
    {
      id: 'decision.suppose',
      title: 'make the change, or give the key another value',
      keys: ['enter'],
      panels: ['what-if'],
      bar: 'suppose',
      run: suppose,
    },
    {
      id: 'decision.switch-off',
      title: 'suppose the key absent, or take back what is supposed',
      keys: ['space'],
      panels: ['what-if'],
      bar: 'without',
      run: switchOff,
    },
    {
      id: 'decision.forget',
      title: 'back to how it is: suppose nothing',
      keys: ['w'],
      bar: 'as it is',
      available: (state) => (lookOf(state)?.changes.length ?? 0) > 0,
      run: (state) => stay(supposing(state, [])),
    },
    {
      id: 'decision.step-before',
      title: 'evaluation before, of a chain or of several calls',
      keys: ['['],
      bar: 'step',
      available: (state) => (lookOf(state)?.steps ?? 0) > 1,
      run: moveStep(-1),
    },
    {
      id: 'decision.step-next',
      title: 'next evaluation, of a chain or of several calls',
      keys: [']'],
      available: (state) => (lookOf(state)?.steps ?? 0) > 1,
      run: moveStep(1),
    },
    {
      id: 'decision.copy',
      title: 'copy why it was decided so',
      keys: ['y'],
      bar: 'copy',
      available: (state) => lookOf(state) !== undefined,
      run: copyExplanation,
    },
    {
      id: 'decision.back',
      title: 'back to the flow',
      keys: ['esc'],
      panels: ['statements', 'detail', 'what-if'],
      run: (state) => stay({ ...state, focus: { ...state.focus, decision: 'flow' } }),
    },
    ...scrollCommands('decision', flowPanel),
    ...listCommands({
      screen: 'decision',
      panel: 'statements',
      what: 'statement',
      count: (state) => statementsHere(state).length,
      cursor: (state) => clamp(state.screens.decision.statement, statementsHere(state).length),
      move: (state, statement) => withScreen(state, 'decision', { statement }),
    }),
    ...scrollCommands('decision', detailPanel),
    ...listCommands({
      screen: 'decision',
      panel: 'what-if',
      what: 'entry',
      count: (state) => entriesOf(state).length,
      cursor: (state) => clamp(state.screens.decision.entry, entriesOf(state).length),
      move: (state, entry) => withScreen(state, 'decision', { entry }),
    }),
  ],
});
