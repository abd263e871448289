// Words and tables of the page of figures.
import { cpus, loadavg, platform, release, totalmem } from 'node:os';

export function table(titles, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Each bar: what, the bar, what was measured, and whether it is reached. */
export function barTable(lines) {
  const told = lines.map(([what, bar, figure, reached]) => [what, bar, figure, reached ? 'reached' : 'not reached']);
  return table(['', 'bar', 'measured', ''], told);
}

export function times(value) {
  return `${value >= 10 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)}x`;
}

export function machineWords() {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model.trim()}, ${cpus().length} cores, ${memory} GB; Node ${process.versions.node}, ${platform()} ${release()}`;
}

export function loadWords() {
  return `load ${loadavg()[1].toFixed(1)}`;
}
