/** Changes that screens make by functions, and what follows from them. */
import { expect, it } from 'vitest';
import { editText } from '../../src/tui/project/edit-text.ts';
import { setRequest } from '../../src/tui/project/set-request.ts';
import { copyText } from '../../src/tui/tasks/outside.ts';
import { run } from '../cli/fake-host.ts';
import { openJourney } from './journey.ts';

const WRITER = 'policies/identity/writer.json';

async function mended() {
  const journey = await openJourney();
  const before = journey.files.get(WRITER) ?? '';
  await journey.change((state) => editText(state, WRITER, before.replace('PutObjet', 'PutObject')));
  return { journey, before };
}

it('an unsaved change shows in findings and scenarios, and is saved by ctrl-s', async () => {
  const { journey } = await mended();
  expect(journey.state().project.report?.totals).toMatchObject({ passed: 4, failed: 0 });
  expect(journey.state().project.findings.get(WRITER)).toEqual([]);
  expect(journey.screen()).toContain('1 not saved');
  await journey.press('j', 'j', 'j', 'ctrl-s');
  expect(journey.files.get(WRITER)).toContain('PutObject');
  expect(journey.screen()).toContain(`saved ${WRITER}`);
  expect(journey.state().project.edits.size).toBe(0);
});

it('a text that is as the file has it again is no edit any more', async () => {
  const { journey, before } = await mended();
  await journey.change((state) => editText(state, WRITER, before));
  expect(journey.state().project.edits.size).toBe(0);
  expect(journey.state().project.report?.totals).toMatchObject({ failed: 1 });
});

it('quitting asks about files that were not saved: back, save or discard', async () => {
  const { journey } = await mended();
  await journey.press('q');
  expect(journey.screen()).toContain('a file is not saved');
  await journey.press('esc');
  expect(journey.state().quit).toBe(false);
  await journey.press('q', 's');
  expect(journey.state().quit).toBe(true);
  expect(journey.files.get(WRITER)).toContain('PutObject');
});

it('ctrl-c quits at the second press only, and asks first where something is not saved', async () => {
  const clean = await openJourney();
  await clean.press('ctrl-c');
  expect(clean.screen()).toContain('ctrl-c once more quits');
  expect(clean.state().quit).toBe(false);
  await clean.press('ctrl-c');
  expect(clean.state().quit).toBe(true);
  const { journey } = await mended();
  await journey.press('ctrl-c');
  expect(journey.screen()).toContain('not saved');
  await journey.press('ctrl-c');
  expect(journey.state().quit).toBe(true);
});

it('a file that somebody else changed meanwhile is not overwritten without a word', async () => {
  const { journey, before } = await mended();
  await journey.writeFile(WRITER, before.replace('reports', 'papers'));
  expect(journey.screen()).toContain('another program has changed');
  expect(journey.screen()).toContain('team-logs/papers');
  await journey.press('esc', 'j', 'j', 'j', 'ctrl-s');
  expect(journey.screen()).toContain('changed by another program');
  expect(journey.files.get(WRITER)).toContain('papers');
  await journey.press('o');
  expect(journey.files.get(WRITER)).toContain('PutObject');
});

it('of a file that somebody else changed meanwhile either text can be had', async () => {
  const { journey, before } = await mended();
  const theirs = before.replace('reports', 'papers');
  await journey.writeFile(WRITER, theirs);
  await journey.press('m');
  expect(journey.screen()).toContain('kept your text');
  await journey.press('j', 'j', 'j', 'ctrl-s');
  expect(journey.files.get(WRITER)).toContain('PutObject');

  const other = (await mended()).journey;
  await other.press('j', 'j', 'j', 'e', 'end');
  await other.type(' ');
  await other.writeFile(WRITER, theirs);
  await other.press('t');
  expect(other.screen()).toContain('team-logs/papers');
  await other.press('ctrl-u');
  expect(other.screen()).toContain('team-logs/reports');
  expect(other.files.get(WRITER)).toBe(theirs);
});

it('what another program writes is read and evaluated', async () => {
  const journey = await openJourney();
  const text = journey.files.get(WRITER) ?? '';
  await journey.writeFile(WRITER, text.replace('PutObjet', 'PutObject'));
  expect(journey.screen()).toContain('4 scenarios pass');
});

it('the editor of the person gets the file, and what it made of it is read', async () => {
  const journey = await openJourney({ edit: (_path, text) => text.replace('PutObjet', 'PutObject') });
  await journey.press('j', 'j', 'j', 'E');
  expect(journey.screen()).toContain('4 scenarios pass');
  const none = await openJourney();
  await none.press('E');
  expect(none.screen()).toContain('set EDITOR');
});

it('another request is asked at once', async () => {
  const journey = await openJourney();
  const { request } = journey.state().project;
  if (!request) throw new Error('no request');
  await journey.change((state) => setRequest(state, { ...request, from: { ...request.from, mfa: true } }));
  expect(journey.screen()).toContain('ALLOWED');
});

it('copying goes to the clipboard of the terminal', async () => {
  const journey = await openJourney();
  await journey.change((state) => ({ state, tasks: [copyText('café', 'a word')] }));
  expect(journey.written()).toBe(`\u001b]52;c;${Buffer.from('café').toString('base64')}\u0007`);
  expect(journey.screen()).toContain('copied a word');
});

it('the copied command line gets the answer that the screen shows', async () => {
  const journey = await openJourney();
  await journey.press('2', 'G', 'enter');
  await journey.type(' mfa=true');
  await journey.press('enter', 'y');
  expect(journey.screen()).toContain('ALLOWED');
  const command = Buffer.from(journey.written().split(';').at(-1)?.replace('\u0007', '') ?? '', 'base64').toString();
  const [, ...words] = command.split(' ');
  const { out, code } = await run([...words, '--expect', 'allowed'], { files: Object.fromEntries(journey.files) });
  expect(out).toContain('allowed');
  expect(code).toBe(0);
});
