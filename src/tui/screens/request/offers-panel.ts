/** What completion offers while a value is typed; else what AWS publishes about the action. */
import type { AppState } from '../../state.ts';
import { EMPTY_ROW, fitRow, type Row, restyled, row, span, wrapText } from '../../text-row.ts';
import { clamp, windowAround } from '../../widgets/list.ts';
import { scrolled } from '../../widgets/scroll.ts';
import type { Look, PanelView, ScreenPanel } from '../screen.ts';
import { draftOf } from './fields.ts';
import { offersOf } from './offers.ts';
import type { Editing } from './state.ts';

export const offersPanel: ScreenPanel = { id: 'offers', view };

function view(state: AppState, look: Look): PanelView {
  const { editing } = state.screens.request;
  return editing ? offersView(state, editing, look) : actionView(state, look);
}

function offersView({ project }: AppState, editing: Editing, look: Look): PanelView {
  const offers = offersOf(project, editing);
  const chosen = clamp(editing.chosen, offers.length);
  const { top, end } = windowAround(chosen, offers.length, look.height);
  const rows = offers.slice(top, end).map(({ text, note }, index) => {
    const isChosen = top + index === chosen;
    const line = row(isChosen ? look.marks.cursor : ' ', ' ', text, ...(note ? [span(`  ${note}`, 'quiet')] : []));
    return isChosen ? restyled(fitRow(line, look.width, look.marks.ellipsis), 'selected') : line;
  });
  const none = row(span(' nothing known begins so; enter takes it as it is', 'quiet'));
  return {
    title: 'tab takes, enter accepts',
    note: String(offers.length),
    rows: rows.length === 0 ? [none] : rows,
    scroll: { top, total: offers.length },
  };
}

function actionView(state: AppState, look: Look): PanelView {
  const title = '[3] About the action';
  return { title, ...scrolled(state, 'request.offers', actionRows(state, look), look.height) };
}

function actionRows({ project }: AppState, { width }: Look): Row[] {
  const name = draftOf(project).checks[0]?.action ?? '';
  const action = project.catalog?.action(name);
  if (name === '') return [row(span(' no action yet: enter on the field chooses one', 'quiet'))];
  if (!action)
    return wrapText(`the catalog does not know \`${name}\``, width - 2).map((line) => row(' ', span(line, 'note')));
  const keys = [...new Set([...action.conditionKeys, ...action.resources.flatMap((one) => one.conditionKeys)])];
  return [
    row(' ', span(action.id, 'strong'), `  ${action.level}`),
    EMPTY_ROW,
    ...(action.resources.length === 0 ? [row(' takes no resource: asked on ', span('*', 'accent'))] : []),
    ...action.resources.flatMap(({ type, required }) => [
      row(' ', span(type.name, 'accent'), required ? ' (every request names one)' : ''),
      row('   ', type.arn),
    ]),
    EMPTY_ROW,
    ...(keys.length === 0 ? [] : [row(' condition keys of its own')]),
    ...keys.map((key) => row('   ', key)),
    ...(action.dependents.length === 0 ? [] : [EMPTY_ROW, row(' may need as well')]),
    ...action.dependents.map((id) => row('   ', id)),
  ];
}
