/** `catalog update` from a server on this machine: fetched, checked, kept, used, taken back; never half. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { catalogFolder } from '../../src/host/catalog-store.ts';
import { fetchText } from '../../src/host/fetch-text.ts';
import { referenceOf } from '../helpers/service-reference.ts';

const bundled = openCatalog(catalogFiles());
const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'iamproof-catalog-'));
const place = join(folder, 'kept');
let address = '';
let server: Server;
/** What the server says of a path instead of what it should. */
let faults: Record<string, { status?: number; body?: string; times?: number }> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const fault = faults[path];
    if (fault && (fault.times === undefined || fault.times-- > 0)) {
      response.writeHead(fault.status ?? 200, fault.status === 302 ? { location: '/v1/sqs.json' } : {});
      response.end(fault.body ?? '');
      return;
    }
    response.end(JSON.stringify(path === '/list.json' ? list() : documentOf(path)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  address = typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : '';
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  faults = {};
});

const list = () => bundled.serviceNames().map((service) => ({ service, url: `${address}/v1/${service}.json` }));

function documentOf(path: string) {
  const reference = referenceOf(bundled, path.slice('/v1/'.length, -'.json'.length));
  if (reference.Name !== 'sqs') return reference;
  return { ...reference, Actions: [...reference.Actions, { ...reference.Actions[0], Name: 'FoldMessage' }] };
}

function iamproof(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const env = { ...process.env, IAMPROOF_CATALOG: place };
  return new Promise((done) => {
    execFile(process.execPath, [bin, 'catalog', ...words], { env, cwd: folder }, (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const update = () => iamproof('update', '--from', `${address}/list.json`);

it('an update is fetched, kept and used, and taken back', async () => {
  expect((await iamproof('action', 'sqs:FoldMessage')).status).toBe(1);
  const { status, out } = await update();
  expect(out).toContain('new actions: sqs:FoldMessage');
  expect(status).toBe(0);
  expect((await iamproof('action', 'sqs:FoldMessage')).status).toBe(0);
  expect((await iamproof('info')).out).toContain(`fetched from ${address}/list.json`);
  expect((await iamproof('reset')).out).toContain(`back to the data of ${bundled.date}`);
  expect((await iamproof('action', 'sqs:FoldMessage')).status).toBe(1);
});

it('a damaged update is not used, and that is said', async () => {
  await update();
  writeFileSync(
    join(place, 'services.jsonl'),
    readFileSync(join(place, 'services.jsonl'), 'utf8').replace('Fold', 'Bend'),
  );
  const { err, status } = await iamproof('action', 'sqs:FoldMessage');
  expect(err).toContain(
    'the update of the AWS data is not used: it is damaged: services.jsonl is not what was fetched',
  );
  expect(status).toBe(1);
  await iamproof('reset');
});

it('a server that fails in passing is asked again', async () => {
  faults = { '/v1/s3.json': { status: 503, times: 2 } };
  expect((await update()).status).toBe(0);
  await iamproof('reset');
});

it.each([
  ['the list is not there', '/list.json', { status: 404 }, 'the server answers 404'],
  ['a document is not there', '/v1/s3.json', { status: 403 }, 'the server answers 403'],
  ['a document leads elsewhere', '/v1/s3.json', { status: 302 }, 'cannot be fetched'],
  ['a document is no JSON', '/v1/s3.json', { body: '<html>' }, 'is no JSON'],
  ['the list is empty', '/list.json', { body: '[]' }, 'no list, or empty'],
  ['the list is short', '/list.json', { body: 'SHORT' }, 'are known'],
] as [string, string, { status?: number; body?: string }, string][])(
  'where %s, nothing is changed and the error names the address',
  async (_what, path, fault, reason) => {
    await update();
    const before = readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
    faults = { [path]: fault.body === 'SHORT' ? { body: JSON.stringify(list().slice(0, 20)) } : fault };
    const { status, err } = await update();
    expect(err).toContain(reason);
    expect(err).toContain(address);
    expect(status).toBe(2);
    expect(readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'))).toEqual(before);
    expect(readdirSync(folder)).toEqual(['kept']);
    await iamproof('reset');
    expect(existsSync(place)).toBe(false);
  },
);

it('only https is fetched from elsewhere', async () => {
  expect(await fetchText('http://example.com/list.json')).toEqual({ problem: expect.stringContaining('only https') });
  expect(await fetchText('file:///etc/passwd')).toEqual({ problem: expect.stringContaining('only https') });
});

it('updates are kept where the environment says', () => {
  expect(catalogFolder({ IAMPROOF_CATALOG: 'bundled' })).toBeUndefined();
  expect(catalogFolder({ XDG_CACHE_HOME: '/cache' })).toBe(join('/cache', 'iamproof', 'catalog'));
});
