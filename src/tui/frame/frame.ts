/** The whole screen as a picture: tabs, panels, status line, help bar, and what stands in front. */
import { type Area, type Areas, isRoomy, type Layout, type Size } from '../layout.ts';
import { SCREENS, screenOf } from '../screens/find-screen.ts';
import type { ScreenPanel } from '../screens/screen.ts';
import { type AppState, focused } from '../state.ts';
import { type Row, row, rowWidth, type Span, span } from '../text-row.ts';
import type { Marks } from '../theme.ts';
import { box } from './box.ts';
import { helpBar } from './help-bar.ts';
import { overlayPicture } from './overlay-picture.ts';
import { emptyPicture, lay, type Picture } from './picture.ts';
import { statusRow } from './status-row.ts';

/** Below this nothing useful can be shown. */
const LEAST: Size = { width: 60, height: 15 };

/** Rows that are not the screen's own: tabs above, status and help bar below. */
const ABOVE = 1;
const BELOW = 2;

export function isTooSmall({ width, height }: Size): boolean {
  return width < LEAST.width || height < LEAST.height;
}

/** What is left for the screen. */
export function bodySize({ width, height }: Size): Size {
  return { width, height: Math.max(0, height - ABOVE - BELOW) };
}

/** How the current screen is laid out, and a word that is the same as long as that stays the same. */
export function currentLayout(state: AppState): { readonly layout: Layout; readonly key: string } {
  const size = bodySize(state.size);
  const key = `${state.screen} ${size.width}x${size.height}`;
  if (!isRoomy(state.size)) return { layout: { panel: focused(state) }, key: `${key} ${focused(state)}` };
  return { layout: screenOf(state.screen).layout(size), key };
}

/** Areas within the screen's body as areas of the terminal. */
export function onTerminal(areas: Areas): Areas {
  return Object.fromEntries(Object.entries(areas).map(([id, area]) => [id, { ...area, y: area.y + ABOVE }]));
}

export function frame(state: AppState, marks: Marks): Picture {
  const { size } = state;
  if (isTooSmall(size)) return tooSmall(size);
  const screen = screenOf(state.screen);
  const empty = lay(emptyPicture(size), { x: 0, y: 0 }, [tabsRow(state)]);
  const panels = screen.panels.flatMap((panel) => {
    const area = state.areas[panel.id];
    return area && area.width > 2 && area.height > 2 ? [{ panel, area }] : [];
  });
  const drawn = panels.reduce((picture, { panel, area }) => layPanel(picture, { state, panel, area, marks }), empty);
  const below = lay(drawn, { x: 0, y: size.height - BELOW }, [statusRow(state, marks), helpBar(state)]);
  return state.overlay ? overlayPicture(below, state, marks) : below;
}

interface PanelPlace {
  readonly state: AppState;
  readonly panel: ScreenPanel;
  readonly area: Area;
  readonly marks: Marks;
}

function layPanel(picture: Picture, { state, panel, area, marks }: PanelPlace): Picture {
  const isFocused = focused(state) === panel.id;
  const look = { width: area.width - 2, height: area.height - 2, marks, focused: isFocused };
  const view = panel.view(state, look);
  const filter = state.filters[`${state.screen}.${panel.id}`];
  const notes = [view.note, filter ? `/${filter}` : undefined].filter((one) => one !== undefined);
  const { scroll } = view;
  const isLonger = scroll && scroll.total > look.height;
  const rows = box(view.rows, area, {
    title: view.title,
    note: notes.join('  '),
    style: isFocused ? 'accent' : 'quiet',
    marks,
    ...(isLonger ? { foot: `${Math.min(scroll.total, scroll.top + look.height)}/${scroll.total}` } : {}),
  });
  const laid = lay(picture, area, rows);
  const { cursor } = view;
  if (!isFocused || !cursor || state.overlay) return laid;
  return { ...laid, cursor: { x: area.x + 1 + cursor.x, y: area.y + 1 + cursor.y } };
}

function tabsRow(state: AppState): Row {
  const long = tabs(state, (number, title) => `${number} ${title}`);
  return rowWidth(long) <= state.size.width
    ? long
    : tabs(state, (number, title, isOpen) => (isOpen ? `${number} ${title}` : String(number)));
}

function tabs(state: AppState, word: (number: number, title: string, isOpen: boolean) => string): Row {
  const parts = SCREENS.map(({ id, number, title }): Span => {
    const isOpen = id === state.screen;
    const text = word(number, title, isOpen);
    return isOpen ? span(`[${text}]`, 'strong') : span(` ${text} `, 'quiet');
  });
  return row(...parts.flatMap((part) => [part, ' ']));
}

function tooSmall(size: Size): Picture {
  const lines = [
    `iamproof needs ${LEAST.width} columns and ${LEAST.height} rows;`,
    `here are ${size.width} and ${size.height}.`,
    'Make the window larger, or press ctrl-c twice.',
  ];
  return lay(
    emptyPicture(size),
    { x: 0, y: 0 },
    lines.map((line) => row(line.slice(0, size.width))),
  );
}
