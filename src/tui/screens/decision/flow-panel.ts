/** The decision as a flow: the request, the places in AWS's order, the verdict under the one that made it, and why. */
import { reasons, VERDICT_WORDS } from '../../../explain/index.ts';
import type { Truth } from '../../../language/index.ts';
import type { AppState } from '../../state.ts';
import { fitRow, type Row, row, rowWidth, type Span, type Style, span, wrapText } from '../../text-row.ts';
import type { Marks } from '../../theme.ts';
import { scrolled } from '../../widgets/scroll.ts';
import { truthMark, verdictMark, verdictStyle } from '../../widgets/verdict-rows.ts';
import type { Look as PanelLook, PanelView, ScreenPanel } from '../screen.ts';
import { isLayer, type Place, placeHere, placesOf } from './places.ts';
import { isSame, type Look, lookOf } from './what-if.ts';

export const flowPanel: ScreenPanel = { id: 'flow', view };

function view(state: AppState, panel: PanelLook): PanelView {
  const look = lookOf(state);
  if (!look) return { title: '[1] Decision', rows: noRows(state, panel.width) };
  const step = look.steps > 1 ? `  evaluation ${look.index + 1} of ${look.steps}` : '';
  const supposed = look.changes.length > 0 ? '  WHAT IF' : '';
  return {
    title: `[1] Decision${step}${supposed}`,
    ...scrolled(state, 'decision.flow', rowsOf(state, look, panel), panel.height),
  };
}

function noRows({ project }: AppState, width: number): Row[] {
  const { answer, request } = project;
  if (!request) return [row(' no request yet: ', span('2', 'accent'), ' asks one')];
  if (!answer) return [row(span(' asking...', 'quiet'))];
  const { refusal } = answer.answer?.received ?? {};
  const told = [...answer.problems, ...(refusal === undefined ? [] : [refusal])];
  return told.flatMap((text) => wrapText(text, width - 2).map((line) => row(' ', span(line, 'bad'))));
}

function rowsOf(state: AppState, look: Look, { width, marks, focused }: PanelLook): Row[] {
  const { request, result, changes } = look;
  const places = placesOf(result);
  const here = placeHere(state)?.id;
  const isOff = ({ id }: Place) => isLayer(id) && changes.some((one) => isSame(one, { kind: 'layer', layer: id }));
  const styleOf = (place: Place): Style | undefined =>
    place.id === here ? (focused ? 'selected' : 'faint-selected') : isOff(place) ? 'note' : undefined;
  const account = result.sameAccount ? 'same account' : 'another account';
  const question = ` ${request.principal.arn ?? request.principal.service ?? request.principal.type}  ${request.action}  ${request.resource}`;
  const verdict = row(
    span(
      `${verdictMark(result.decision, marks)} ${VERDICT_WORDS[result.decision].toUpperCase()}`,
      verdictStyle(result.decision),
    ),
    span(`  ${account}`, 'quiet'),
  );
  const words = reasons({ policies: look.step.policies, request }, result).flatMap(({ text }) =>
    wrapText(text, width - 4).map((line, index) => row(index === 0 ? ' ' : '   ', line)),
  );
  return [
    fitRow(row(question), width, marks.ellipsis),
    ...flowRows(places, { width, marks, verdict, styleOf }),
    ...words,
  ];
}

interface Flow {
  readonly width: number;
  readonly marks: Marks;
  readonly verdict: Row;
  readonly styleOf: (place: Place) => Style | undefined;
}

const NARROWEST = 10;
const WIDEST = 14;

/** Boxes side by side, or one line each where they do not fit. */
function flowRows(places: readonly Place[], flow: Flow): Row[] {
  const { width, marks, verdict, styleOf } = flow;
  const arrow = width < 90 ? 1 : 2;
  const room = Math.floor((width - 1 - arrow * (places.length - 1)) / places.length);
  if (room < NARROWEST) {
    return [
      ...places.map((place) =>
        row(place.decided ? ` ${marks.cursor} ` : '   ', ...lineOf(place, marks, styleOf(place))),
      ),
      row('   ', ...verdict),
    ];
  }
  const size = Math.min(WIDEST, room);
  const boxes = places.map((place) => boxOf(place, size - 2, marks, styleOf(place)));
  const lines = [0, 1, 2, 3, 4].map((line) =>
    row(
      ' ',
      ...boxes.flatMap((box, index) => [...(index > 0 ? [span(gap(line, arrow, marks))] : []), ...(box[line] ?? [])]),
    ),
  );
  const decided = places.findIndex((place) => place.decided);
  if (decided === -1) return [...lines, row(' ', ...verdict)];
  const middle = 1 + decided * (size + arrow) + Math.floor(size / 2);
  // Behind the arrow, or before it where there is no room.
  const taken = rowWidth(verdict) + 1;
  return middle + 2 + taken <= width
    ? [...lines, row(' '.repeat(middle), `${marks.down} `, ...verdict)]
    : [...lines, row(' '.repeat(Math.max(0, middle - taken)), ...verdict, ` ${marks.down}`)];
}

function gap(line: number, width: number, { arrow, box }: Marks): string {
  return line === 2 ? `${box[1]}${arrow.slice(-1)}`.slice(-width) : ' '.repeat(width);
}

function boxOf(place: Place, inside: number, marks: Marks, style: Style | undefined): readonly Row[] {
  const [leftTop, across, rightTop, down, leftBottom, rightBottom] = place.decided
    ? marks.double
    : place.inPlay
      ? marks.box
      : marks.dashed;
  const line = (text: Span) => row(down, ...fitRow([text], inside, ''), down);
  const count = `${place.policies} ${place.policies === 1 ? 'policy' : 'policies'}`;
  return [
    row(leftTop + across.repeat(inside) + rightTop),
    line(span(place.title, style ?? (place.decided ? 'strong' : undefined))),
    line(wordSpan(place, marks)),
    line(span(place.inPlay && place.policies > 0 ? count : '', 'quiet')),
    row(leftBottom + across.repeat(inside) + rightBottom),
  ];
}

function lineOf(place: Place, marks: Marks, style: Style | undefined): Row {
  return row(span(place.title.padEnd(10), style), wordSpan(place, marks));
}

const STYLES: Readonly<Record<Truth | 'none', Style>> = { yes: 'good', no: 'bad', unknown: 'note', none: 'quiet' };

function wordSpan({ mark, word, id }: Place, marks: Marks): Span {
  // A layer of the resource side that grants nothing stops nothing by that.
  const style = id === 'resource' && word === 'no allow' ? 'quiet' : STYLES[mark];
  return span(`${truthMark(mark, marks)} ${word}`, style);
}
