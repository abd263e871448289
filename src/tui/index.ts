/** The terminal UI: one state, screens over it, and what it needs of the terminal. */
export type { Area, Areas, Layout, MeasureLayout, Size } from './layout.ts';
export type { Terminal, TerminalEvents, TuiHost, TuiMachine } from './ports.ts';
export { runTui } from './run-tui.ts';
