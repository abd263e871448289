/** Journeys through the terminal UI as lists of keys, from test/cases/tui/*.yaml; frames beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openJourney } from './journey.ts';

const CASES = fileURLToPath(new URL('../cases/tui/', import.meta.url));

interface Case {
  readonly name: string;
  /** `100x30`. */
  readonly size?: string;
  readonly ascii?: boolean;
  /** The person's editor is vi. */
  readonly vi?: boolean;
  /** Without any files at all. */
  readonly empty?: boolean;
  readonly steps: readonly Step[];
}

/** One of: names of keys with spaces between them, a text that is typed, what the screen shows, a size, a golden frame. */
interface Step {
  readonly keys?: string;
  readonly type?: string;
  readonly sees?: string | readonly string[];
  readonly lacks?: string | readonly string[];
  readonly size?: string;
  /** The frame is that of test/cases/tui/frames, at each of these sizes. */
  readonly frame?: string;
  readonly at?: readonly string[];
  /** A file says this. */
  readonly file?: string;
  readonly has?: string;
  /** The clipboard got this. */
  readonly copied?: string;
}

const FRAME_SIZES = ['80x24', '100x30', '160x50'];

for (const file of readdirSync(CASES).filter((name) => name.endsWith('.yaml'))) {
  const cases = parse(readFileSync(`${CASES}${file}`, 'utf8')) as readonly Case[];
  describe(file.replace('.yaml', ''), () => {
    it.each(cases)('$name', async ({ size, ascii, vi, empty, steps }) => {
      const journey = await openJourney({
        ...(size ? { size: sizeOf(size) } : {}),
        ...(empty ? { files: {} } : {}),
        ascii: ascii === true,
        likesVi: vi === true,
      });
      for (const step of steps) await take(journey, step);
    });
  });
}

async function take(journey: Awaited<ReturnType<typeof openJourney>>, step: Step): Promise<void> {
  const known = ['keys', 'type', 'sees', 'lacks', 'size', 'frame', 'at', 'file', 'has', 'copied'];
  expect(known).toEqual(expect.arrayContaining(Object.keys(step)));
  if (step.size) await journey.resize(sizeOf(step.size));
  if (step.keys) await journey.press(...step.keys.split(' '));
  if (step.type) await journey.type(step.type);
  for (const text of list(step.sees)) expect(journey.screen()).toContain(text);
  for (const text of list(step.lacks)) expect(journey.screen()).not.toContain(text);
  if (step.file) expect(journey.files.get(step.file)).toContain(step.has ?? '');
  if (step.copied !== undefined) expect(copied(journey.written())).toContain(step.copied);
  if (step.frame) {
    for (const at of step.at ?? FRAME_SIZES) {
      await journey.resize(sizeOf(at));
      await expect(journey.screen()).toMatchFileSnapshot(`${CASES}frames/${step.frame}.${at}.txt`);
    }
  }
}

function list(texts: string | readonly string[] | undefined): readonly string[] {
  return typeof texts === 'string' ? [texts] : (texts ?? []);
}

function sizeOf(text: string) {
  const [width = 0, height = 0] = text.split('x').map(Number);
  return { width, height };
}

/** The text of the last OSC 52. */
function copied(written: string): string {
  const found = written.slice(written.lastIndexOf('\u001b]52;c;') + '\u001b]52;c;'.length).split('\u0007')[0] ?? '';
  return Buffer.from(found, 'base64').toString('utf8');
}
