/** Chains: the roles that somebody gets to by AssumeRole and PassRole, why a hop fails, and the ways to administrators. */

import { callersByArn } from '../../../query/index.ts';
import { setRequest } from '../../project/set-request.ts';
import { emptyDraft } from '../../request-draft.ts';
import { type AppState, stay, type Turn, withMessage, withScreen } from '../../state.ts';
import { copyText } from '../../tasks/outside.ts';
import { filterCommand, passesFilter } from '../../widgets/filter.ts';
import { lineText } from '../../widgets/line-text.ts';
import { clamp, listCommands } from '../../widgets/list.ts';
import { scrollCommands } from '../../widgets/scroll.ts';
import { defineScreen } from '../screen.ts';
import { environmentHere, findWays, lookAtStep } from './find-ways.ts';
import { hopPanel } from './hop-panel.ts';
import { treePanel } from './tree-panel.ts';
import { pathTo, rowHere, stepHere, treeOf } from './ways.ts';

function moveTo(state: AppState, at: number): AppState {
  const { 'chains.hop': _scrolled, ...scrolls } = state.scrolls;
  const steps = treeOf(state)[at]?.reached.hop?.steps ?? [];
  // What stands in the way is looked at first.
  const first = steps.findIndex(({ verdict }) => verdict !== 'allowed');
  return withScreen({ ...state, scrolls }, 'chains', { at, step: Math.max(0, first) });
}

function moveStep(by: number) {
  return (state: AppState): Turn => {
    const steps = rowHere(state)?.reached.hop?.steps ?? [];
    return stay(withScreen(state, 'chains', { step: clamp(state.screens.chains.step + by, steps.length) }));
  };
}

/** The call of the hop becomes the current request, with the roles that were taken on before it. */
function followHop(state: AppState): Turn {
  const here = rowHere(state);
  const step = stepHere(state);
  const { ways } = state.screens.chains;
  if (!here || !step || !ways) return stay(withMessage(state, 'a hop can be followed: j goes to the first'));
  const draft = emptyDraft(ways.environment.source.name);
  const check = { action: step.action, resource: step.resource, context: {} };
  const isService = step.asker.kind === 'service';
  const principal = isService
    ? step.asker.name
    : (step.asker.caller.principal.roleArn ?? step.asker.caller.principal.arn ?? '');
  const turn = setRequest(state, { ...draft, principal, checks: [check] });
  return { ...turn, state: { ...turn.state, screen: 'decision' } };
}

function choose(state: AppState): Turn {
  const environment = environmentHere(state);
  const all = environment ? [...callersByArn(environment).keys()] : [];
  return stay({
    ...state,
    overlay: {
      kind: 'choose',
      title: 'who begins',
      line: lineText(),
      chosen: 0,
      offers: (_at, text) => all.filter((arn) => passesFilter(text, arn)).map((text_) => ({ text: text_ })),
      free: false,
      accept: (at, start) => stay(withScreen(at, 'chains', { start, at: 0, step: 0 })),
    },
  });
}

function copyPath(state: AppState): Turn {
  const here = rowHere(state);
  const { ways } = state.screens.chains;
  if (!here || !ways) return stay(state);
  const path = pathTo(ways, here.index).map(({ asker, hop }) =>
    hop?.kind === 'pass' ? `(${hop.service}) ${asker.name}` : asker.name,
  );
  return stay(state, copyText(path.join(' -> '), 'the way'));
}

const hasWays = ({ screens }: AppState) => screens.chains.ways !== undefined;

export const chains = defineScreen({
  id: 'chains',
  number: 6,
  title: 'Chains',
  panels: [treePanel, hopPanel],
  layout: ({ height }) => ({
    rows: [{ panel: 'tree' }, { panel: 'hop', size: Math.max(9, Math.floor(height * 0.45)) }],
  }),
  follows: (state) => [...findWays(state), ...lookAtStep(state)],
  commands: [
    {
      id: 'chains.follow',
      title: 'follow the decision of the hop',
      keys: ['enter'],
      bar: 'decision',
      available: hasWays,
      run: followHop,
    },
    { id: 'chains.start', title: 'choose who begins', keys: ['o'], bar: 'who begins', run: choose },
    {
      id: 'chains.admin',
      title: 'only ways to administrators, or all',
      keys: ['a'],
      bar: 'administrators',
      run: (state) => stay(withScreen(state, 'chains', { adminOnly: !state.screens.chains.adminOnly, at: 0, step: 0 })),
    },
    {
      id: 'chains.next-call',
      title: 'next call of the hop',
      keys: ['l', 'right'],
      bar: 'next call',
      available: hasWays,
      run: moveStep(1),
    },
    { id: 'chains.call-before', title: 'call of the hop before', keys: ['h', 'left'], run: moveStep(-1) },
    { id: 'chains.copy', title: 'copy the way', keys: ['y'], available: hasWays, run: copyPath },
    filterCommand('chains', ['tree']),
    ...listCommands({
      screen: 'chains',
      panel: 'tree',
      what: 'hop',
      count: (state) => treeOf(state).length,
      cursor: (state) => clamp(state.screens.chains.at, treeOf(state).length),
      move: moveTo,
    }),
    ...scrollCommands('chains', hopPanel),
  ],
});
