/** Palette, help, questions and lines of text, drawn in front of the screen. */
import { isHere } from '../find-command.ts';
import type { Size } from '../layout.ts';
import { choosables } from '../overlays/choosables.ts';
import { helpRows, keyWords } from '../overlays/help-rows.ts';
import type { Choose, Confirm, Help, Overlay, Palette, Prompt } from '../overlays/overlay.ts';
import { paletteEntries } from '../overlays/palette-entries.ts';
import type { AppState } from '../state.ts';
import { EMPTY_ROW, fitRow, type Row, restyled, row, span, wrapText } from '../text-row.ts';
import { textWidth } from '../text-width.ts';
import type { Marks } from '../theme.ts';
import type { LineText } from '../widgets/line-text.ts';
import { clamp, windowAround } from '../widgets/list.ts';
import { box } from './box.ts';
import { lay, type Picture } from './picture.ts';

export function overlayPicture(picture: Picture, state: AppState, marks: Marks): Picture {
  const overlay = state.overlay;
  return overlay ? draw(picture, { state, overlay, marks }) : picture;
}

interface Drawing<Kind extends Overlay = Overlay> {
  readonly state: AppState;
  readonly overlay: Kind;
  readonly marks: Marks;
}

function draw(picture: Picture, drawing: Drawing): Picture {
  const { overlay } = drawing;
  switch (overlay.kind) {
    case 'palette':
      return palettePicture(picture, { ...drawing, overlay });
    case 'help':
      return helpPicture(picture, { ...drawing, overlay });
    case 'confirm':
      return confirmPicture(picture, { ...drawing, overlay });
    case 'prompt':
      return promptPicture(picture, { ...drawing, overlay });
    case 'choose':
      return choosePicture(picture, { ...drawing, overlay });
    case 'filter':
      return withCursor(picture, { line: overlay.line, x: textWidth(' filter: '), y: picture.size.height - 2 });
    default:
      return overlay satisfies never;
  }
}

interface Dialog {
  readonly title: string;
  readonly size: Size;
  readonly rows: readonly Row[];
  readonly marks: Marks;
  readonly foot?: string;
  /** The line that is typed, and where it stands in the box. */
  readonly typed?: { readonly line: LineText; readonly x: number; readonly y: number };
}

function dialog(picture: Picture, { title, size, rows, marks, foot, typed }: Dialog): Picture {
  const x = Math.max(0, Math.floor((picture.size.width - size.width) / 2));
  const y = Math.max(0, Math.floor((picture.size.height - size.height) / 3));
  const look = { title, style: 'accent' as const, marks, ...(foot === undefined ? {} : { foot }) };
  const { cursor: _under, ...laid } = lay(picture, { x, y }, box(rows, size, look));
  return typed ? withCursor(laid, { line: typed.line, x: x + 1 + typed.x, y: y + 1 + typed.y }) : laid;
}

function withCursor(picture: Picture, { line, x, y }: { line: LineText; x: number; y: number }): Picture {
  return { ...picture, cursor: { x: x + textWidth(line.text.slice(0, line.at)), y } };
}

function within(picture: Picture, width: number, height: number): Size {
  return { width: Math.min(width, picture.size.width - 4), height: Math.min(height, picture.size.height - 4) };
}

function palettePicture(picture: Picture, { state, overlay, marks }: Drawing<Palette>): Picture {
  const size = within(picture, 76, 18);
  const entries = paletteEntries(state, overlay.line.text);
  const chosen = clamp(overlay.chosen, entries.length);
  const room = size.height - 4;
  const { top, end } = windowAround(chosen, entries.length, room);
  const inside = size.width - 2;
  const lines = entries.slice(top, end).map((command, index) => {
    const keys = isHere(command, state) || command.panels ? keyWords(command) : '';
    const name = row(index + top === chosen ? marks.cursor : ' ', ' ', command.title);
    const line = [
      ...fitRow(name, Math.max(0, inside - textWidth(keys) - 1), marks.ellipsis),
      span(keys, 'accent'),
      span(' '),
    ];
    return index + top === chosen ? restyled(line, 'selected') : line;
  });
  const none = entries.length === 0 ? [row(span('  no command has these words; esc goes back', 'quiet'))] : [];
  return dialog(picture, {
    title: 'commands',
    size,
    rows: [row(span(': ', 'accent'), overlay.line.text), EMPTY_ROW, ...lines, ...none],
    marks,
    ...(entries.length > room ? { foot: `${chosen + 1}/${entries.length}` } : {}),
    typed: { line: overlay.line, x: 2, y: 0 },
  });
}

function helpPicture(picture: Picture, { state, overlay, marks }: Drawing<Help>): Picture {
  const rows = helpRows(state);
  const size = within(picture, 84, rows.length + 2);
  return dialog(picture, {
    title: 'keys',
    size,
    rows: rows.slice(overlay.top),
    marks,
    foot: rows.length > size.height - 2 ? 'j and k scroll, esc closes' : 'esc closes',
  });
}

function confirmPicture(picture: Picture, { overlay, marks }: Drawing<Confirm>): Picture {
  const most = Math.max(3, picture.size.height - 12);
  const details = overlay.details.slice(0, most).map((text) => row('   ', text));
  const more = overlay.details.length > most ? [row(`   and ${overlay.details.length - most} more`)] : [];
  const choices = [...overlay.choices, { key: 'esc', label: 'go back' }];
  const rows = [
    EMPTY_ROW,
    row(' ', span(overlay.question, 'strong')),
    ...details,
    ...more,
    EMPTY_ROW,
    ...choices.map(({ key, label }) => row(' ', span(key.padEnd(4), 'accent'), label)),
    EMPTY_ROW,
  ];
  return dialog(picture, { title: overlay.title ?? 'sure?', size: within(picture, 76, rows.length + 2), rows, marks });
}

function promptPicture(picture: Picture, { overlay, marks }: Drawing<Prompt>): Picture {
  const problem = overlay.problem?.(overlay.line.text.trim());
  const size = within(picture, 76, 7);
  const said =
    problem === undefined ? [] : wrapText(problem, size.width - 4).map((text) => row(' ', span(text, 'note')));
  return dialog(picture, {
    title: overlay.title,
    size,
    rows: [EMPTY_ROW, row(' ', span('> ', 'accent'), overlay.line.text), EMPTY_ROW, ...said],
    marks,
    foot: 'enter accepts, esc goes back',
    typed: { line: overlay.line, x: 3, y: 1 },
  });
}

function choosePicture(picture: Picture, { state, overlay, marks }: Drawing<Choose>): Picture {
  const { marked } = overlay;
  const preview = overlay.preview?.(state, marked ?? []) ?? [];
  const size = within(picture, 92, preview.length > 0 ? 30 : 18);
  const offers = choosables(state, overlay);
  const chosen = clamp(overlay.chosen, offers.length);
  const room = preview.length > 0 ? Math.max(4, Math.floor((size.height - 5) / 2)) : size.height - 4;
  const { top, end } = windowAround(chosen, offers.length, room);
  const inside = size.width - 2;
  const lines = offers.slice(top, end).map(({ text, note = '' }, index) => {
    const isChosen = index + top === chosen;
    const mark = marked?.includes(text) ? marks.yes : ' ';
    const parts = row(
      isChosen ? marks.cursor : ' ',
      ' ',
      ...(marked ? [span(`${mark} `, 'good')] : []),
      text,
      span(`  ${note}`, 'quiet'),
    );
    const line = fitRow(parts, inside, marks.ellipsis);
    return isChosen ? restyled(line, 'selected') : line;
  });
  const none =
    offers.length === 0
      ? [row(span(overlay.free ? '  enter takes what you typed' : '  nothing has these words', 'quiet'))]
      : [];
  const padding = Array.from({ length: Math.max(0, room - lines.length - none.length) }, () => EMPTY_ROW);
  const below =
    preview.length === 0 ? [] : [...padding, EMPTY_ROW, ...preview.map((text) => row(span(` ${text}`, 'quiet')))];
  const count = marked && marked.length > 0 ? `${marked.length} marked; ` : '';
  return dialog(picture, {
    title: overlay.title,
    size,
    rows: [row(span('> ', 'accent'), overlay.line.text), EMPTY_ROW, ...lines, ...none, ...below],
    marks,
    foot: `${count}${marked ? 'tab marks' : 'tab takes it into the line'}, enter accepts, esc goes back`,
    typed: { line: overlay.line, x: 2, y: 0 },
  });
}
