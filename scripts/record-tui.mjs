// npm run record: runs the built program in a pseudo-terminal on the lab and writes pictures of its screen to docs/screens.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [WIDTH, HEIGHT] = [110, 32];
const CELL = { width: 8.4, height: 18 };

/** What is pressed, what the screen shows then, and the picture that is taken of it. */
const STEPS = [
  { press: '', sees: ['scenarios pass'] },
  { press: '2', sees: ['[2 Request]'] },
  { press: '\rsagemaker.amazonaws.com', sees: ['tab takes'] },
  { press: '\u0015predictions of the course endpoint', sees: ['predictions of the course endpoint'] },
  { press: '\t\r', sees: ['ml_user_predict', 'ALLOWED'] },
  { press: '1/predict\r', sees: ['/predict'] },
  { press: 'jjj', sees: ['[2] policies/identity/ml-user-predict-least-privilege.json'], picture: 'policies' },
  { press: '2jjjj\r\u0015sagemaker:invoke', sees: ['sagemaker:InvokeEndpointAsync'], picture: 'request' },
  { press: '\u0015sagemaker:DeleteEndpoint\r', sees: ['IMPLICIT DENY'] },
  { press: '3', sees: ['[3 Decision]', 'IMPLICIT DENY'], picture: 'decision' },
];

const folder = mkdtempSync(join(tmpdir(), 'iamproof-record-'));
for (const name of ['policies', 'scenarios', 'iamproof.config.jsonc']) {
  cpSync(join(ROOT, name), join(folder, name), { recursive: true });
}
const terminal = new xterm.Terminal({ cols: WIDTH, rows: HEIGHT, allowProposedApi: true });
const program = spawn(process.execPath, [join(ROOT, 'dist/bin.cjs')], {
  ...{ cols: WIDTH, rows: HEIGHT, cwd: folder },
  env: { PATH: process.env.PATH, HOME: folder, TERM: 'xterm-256color', IAMPROOF_CATALOG: 'bundled' },
});
let changed = () => {};
program.onData((data) => terminal.write(data, () => changed()));

function lines() {
  const { active } = terminal.buffer;
  return Array.from({ length: HEIGHT }, (_, y) => active.getLine(active.viewportY + y));
}

function shows(texts) {
  const screen = lines()
    .map((line) => line.translateToString(true))
    .join('\n');
  return texts.every((text) => screen.includes(text));
}

function until(texts) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the screen never showed ${texts.join(', ')}`)), 30_000);
    changed = () => {
      if (!shows(texts)) return;
      clearTimeout(timer);
      changed = () => {};
      resolve();
    };
    changed();
  });
}

const COLOURS = ['#484f58', '#ff7b72', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf', '#c9d1d9'];
const [PAPER, INK] = ['#0d1117', '#c9d1d9'];

function svg(title) {
  const [width, height] = [WIDTH * CELL.width + 24, HEIGHT * CELL.height + 24];
  const parts = lines().flatMap((line, y) => runs(line).map((run) => drawn(run, y)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${title}</title>
<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${parts.filter((part) => part !== '').join('\n')}
</g>
</svg>
`;
}

/** Neighbours that look alike. */
function runs(line) {
  const found = [];
  for (let x = 0; x < WIDTH; x++) {
    const cell = line.getCell(x);
    const ink = cell.isFgPalette() ? COLOURS[cell.getFgColor() % 8] : INK;
    const style = {
      ink,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      turned: cell.isInverse() !== 0,
      under: cell.isUnderline() !== 0,
    };
    const look = JSON.stringify(style);
    const last = found.at(-1);
    const text = cell.getChars() || ' ';
    if (last?.look === look) last.text += text;
    else found.push({ look, style, x, text });
  }
  return found;
}

function drawn({ style, x, text }, y) {
  const [left, top] = [12 + x * CELL.width, 12 + y * CELL.height];
  const length = [...text].length * CELL.width;
  const back = style.turned
    ? `<rect x="${left.toFixed(1)}" y="${top}" width="${length.toFixed(1)}" height="${CELL.height}" fill="${style.ink}"/>`
    : '';
  if (text.trim() === '') return back;
  const looks = [
    `fill="${style.turned ? PAPER : style.ink}"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.dim ? ['opacity="0.6"'] : []),
    ...(style.under ? ['text-decoration="underline"'] : []),
  ];
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${back}<text x="${left.toFixed(1)}" y="${top + 14}" textLength="${length.toFixed(1)}" ${looks.join(' ')}>${safe}</text>`;
}

try {
  mkdirSync(`${ROOT}docs/screens`, { recursive: true });
  for (const { press, sees, picture } of STEPS) {
    program.write(press);
    await until(sees);
    if (picture) writeFileSync(`${ROOT}docs/screens/${picture}.svg`, svg(`the ${picture} screen of iamproof`));
  }
} finally {
  program.kill();
  rmSync(folder, { recursive: true });
}
