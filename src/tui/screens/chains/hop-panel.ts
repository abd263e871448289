/** The hop under the cursor: its calls, and of one of them what each side says. */
import { LAYER_WORDS } from '../../../explain/index.ts';
import { formatLocation, type LayerTrace } from '../../../language/index.ts';
import type { ReachStep } from '../../../query/index.ts';
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, fitRow, type Row, restyled, row, span, wrapText } from '../../text-row.ts';
import { clamp } from '../../widgets/list.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { truthMark } from '../../widgets/verdict-rows.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { stepMark } from './tree-panel.ts';
import { pathTo, rowHere, stepHere } from './ways.ts';

export const hopPanel: ScreenPanel = { id: 'hop', view };

function view(state: AppState, look: Look): PanelView {
  const here = rowHere(state);
  const { ways } = state.screens.chains;
  if (!here || !ways) return { title: '[2] Hop', rows: [] };
  const path = pathTo(ways, here.index).map(({ asker }) => asker.name);
  const rows = here.reached.hop ? hopRows(state, look) : [row(span(' j goes to the first hop', 'quiet'))];
  return { title: `[2] ${path.join(` ${look.marks.arrow} `)}`, ...scrolled(state, 'chains.hop', rows, look.height) };
}

function hopRows(state: AppState, look: Look): Row[] {
  const here = rowHere(state)?.reached;
  const hop = here?.hop;
  if (!here || !hop) return [];
  const chosen = clamp(state.screens.chains.step, hop.steps.length);
  const step = stepHere(state);
  return [
    ...hop.steps.map((one, index) => stepRow(one, index === chosen && hop.steps.length > 1, look)),
    EMPTY_ROW,
    ...(step ? [...sideRows(step, look), ...reasonRows(state, step, look)] : []),
    ...wrapText(sessionWords(here.depth, hop.kind), look.width - 2).map((line) => row(span(` ${line}`, 'quiet'))),
  ];
}

function stepRow({ asker, action, resource, verdict }: ReachStep, isChosen: boolean, { marks, width }: Look): Row {
  const { mark, style } = stepMark(verdict, marks);
  const line = row(
    isChosen ? marks.cursor : ' ',
    span(`${mark} `, style),
    `${asker.name}: ${action}`,
    span(resource === '*' ? '' : ` on ${resource}`, 'quiet'),
  );
  return isChosen ? restyled(fitRow(line, width, marks.ellipsis), 'faint-selected') : line;
}

/** What every layer that has a say says. */
function sideRows({ access, at }: ReachStep, { marks, width }: Look): Row[] {
  const { layers, decision } = access.detail(...at).result;
  return layers
    .filter(({ state }) => state === 'in-play')
    .map((layer) => {
      const mark = layer.denies === 'yes' ? 'no' : layer.allows;
      const line = row(
        `   ${truthMark(mark, marks)} `,
        span(`${LAYER_WORDS[layer.layer]}: `, 'strong'),
        layerWords(layer, decision === 'allowed'),
      );
      return fitRow(line, width, marks.ellipsis);
    });
}

function layerWords({ allows, denies, nodes }: LayerTrace, isAllowed: boolean): string {
  const statements = nodes.flatMap((node) => node.statements);
  const owed = statements.find(
    ({ effect, applies }) => effect === (denies === 'yes' ? 'Deny' : 'Allow') && applies !== 'no',
  );
  const place = owed?.location ? ` (${formatLocation(owed.location)})` : '';
  if (denies === 'yes') return `denies it${place}`;
  if (allows === 'no') return isAllowed ? 'does not allow it, and need not' : 'does not allow it';
  return `${allows === 'yes' ? 'allows it' : 'allows it under a condition'}${place}`;
}

function reasonRows({ screens }: AppState, step: ReachStep, { width }: Look): Row[] {
  const { look } = screens.chains;
  if (look?.of !== step) return [row(span('   asking why...', 'quiet'))];
  return look.found.reasons.flatMap(({ text }) =>
    wrapText(text, width - 6).map((line, index) => row(index === 0 ? '   ' : '     ', line)),
  );
}

/** AWS: a session of a role that another session took on lasts an hour at most. */
function sessionWords(depth: number, kind: 'assume' | 'pass'): string {
  if (kind === 'pass') return 'the service makes the session: it lasts as long as what was started there';
  return depth > 1
    ? 'a session of one hour at most: role chaining'
    : 'a session as long as the role allows, an hour unless asked otherwise';
}
