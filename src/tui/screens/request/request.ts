/** Request: who asks what of which resource, built with completion, and the context keys that come of it. */
import { setRequest } from '../../project/set-request.ts';
import { emptyDraft } from '../../request-draft.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { copyText } from '../../tasks/outside.ts';
import { asCommand } from '../../tasks/request-out.ts';
import { filterCommand } from '../../widgets/filter.ts';
import { clamp, listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { verdictPanel } from '../../widgets/verdict-panel.ts';
import { defineScreen } from '../screen.ts';
import { edit, editField, editKey, toggleKey, typingInput } from './edit-request.ts';
import { draftOf, FIELD_IDS } from './fields.ts';
import { formPanel } from './form-panel.ts';
import { keysPanel, shownKeys } from './keys-panel.ts';
import { offersPanel } from './offers-panel.ts';
import { saveScenario } from './save-scenario.ts';

const verdict = verdictPanel('[4] Verdict', 'request.verdict');

function isAnswered({ project }: AppState): boolean {
  return project.answer?.answer?.received !== undefined;
}

function copyCommand(state: AppState): Turn {
  const told = asCommand(state.project);
  if ('problem' in told) return stay(withMessage(state, told.problem, 'bad'));
  return stay(state, copyText(told.command, 'the command line'));
}

export const request = defineScreen({
  id: 'request',
  number: 2,
  title: 'Request',
  panels: [formPanel, keysPanel, offersPanel, verdict],
  layout: ({ width, height }) => ({
    columns: [
      { size: Math.floor(width * 0.58), rows: [{ panel: 'form', size: FIELD_IDS.length + 2 }, { panel: 'keys' }] },
      { rows: [{ panel: 'offers' }, { panel: 'verdict', size: Math.max(9, Math.floor(height / 3)) }] },
    ],
  }),
  input: typingInput,
  isTyping: ({ screens }) => screens.request.editing !== undefined,
  typing: [
    { keys: 'tab', title: 'take the marked offer', bar: 'take the offer' },
    { keys: 'up, down', title: 'mark another offer', bar: 'another offer' },
    { keys: 'enter', title: 'accept the text, or the offer that was marked', bar: 'accept' },
    { keys: 'esc', title: 'leave it as it was', bar: 'leave it' },
  ],
  commands: [
    {
      id: 'request.edit',
      title: 'change the field',
      keys: ['enter', 'i'],
      panels: ['form'],
      bar: 'change',
      run: editField,
    },
    {
      id: 'request.edit-key',
      title: 'give the context key a value',
      keys: ['enter', 'i'],
      panels: ['keys'],
      bar: 'give',
      run: editKey,
    },
    {
      id: 'request.toggle-key',
      title: 'take the context key away, or give it back',
      keys: ['space'],
      panels: ['keys'],
      bar: 'take away',
      run: toggleKey,
    },
    {
      id: 'request.add-key',
      title: 'give another context key',
      keys: ['a'],
      bar: 'add key',
      run: (state) => edit({ ...state, focus: { ...state.focus, request: 'keys' } }, 'key', ''),
    },
    {
      id: 'request.save-scenario',
      title: 'save as a scenario that expects this answer',
      keys: ['s'],
      bar: 'scenario',
      available: isAnswered,
      run: saveScenario,
    },
    {
      id: 'request.copy',
      title: 'copy as a command line',
      keys: ['y'],
      bar: 'copy',
      available: isAnswered,
      run: copyCommand,
    },
    {
      id: 'request.new',
      title: 'begin a new request in the same environment',
      keys: ['n'],
      bar: 'new',
      run: (state) => {
        const turn = setRequest(state, emptyDraft(draftOf(state.project).environment));
        return { ...turn, state: withScreen(turn.state, 'request', { field: FIELD_IDS.indexOf('principal') }) };
      },
    },
    filterCommand('request', ['keys']),
    ...listCommands({
      screen: 'request',
      panel: 'form',
      what: 'field',
      count: () => FIELD_IDS.length,
      cursor: ({ screens }) => screens.request.field,
      move: (state, field) => withScreen(state, 'request', { field }),
    }),
    ...listCommands({
      screen: 'request',
      panel: 'keys',
      what: 'context key',
      count: (state) => shownKeys(state).length,
      cursor: (state) => clamp(state.screens.request.key, shownKeys(state).length),
      move: (state, key) => withScreen(state, 'request', { key }),
    }),
    ...scrollCommands('request', offersPanel),
    ...scrollCommands('request', verdict),
  ],
});
