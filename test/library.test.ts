/** The built package as others use it: invariants and environments of a program's own, read, compared and proved in memory. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

beforeAll(() => {
  if (existsSync(`${root}dist/index.js`)) return;
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
});

const PROGRAM = `
import * as iamproof from 'iamproof';

const catalog = iamproof.openCatalog(iamproof.catalogFiles());
const loadPolicy = () => ({ diagnostics: [] });

function environment(actions) {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'Own', Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::prod-logs/*' }],
  };
  const value = {
    accounts: { '111122223333': { users: { alice: { policies: [policy] } }, resources: { 'arn:aws:s3:::prod-logs': {} } } },
  };
  const { node } = iamproof.nodeOfValue(value);
  const read = iamproof.readEnvironment(node, { name: 'memory', text: '' }, loadPolicy);
  return read.environment ? read : { diagnostics: read.diagnostics };
}

const before = environment(['s3:GetObject']);
const after = environment(['s3:GetObject', 's3:DeleteObject']);
const loadEnvironment = (reference) => (reference === 'before' ? before : after);
const source = { name: 'memory.invariants', text: '' };

function read(invariants) {
  const { node } = iamproof.nodeOfValue({ environment: 'after', invariants });
  return iamproof.readInvariantFile(node, source, { catalog, loadPolicy, loadEnvironment });
}

const { file } = read([
  { name: 'nobody writes', 'never-allowed': { actions: ['s3:PutObject'] } },
  { name: 'nobody deletes', 'never-allowed': { actions: ['s3:DeleteObject'] } },
  { name: 'nothing is new', 'no-new-access': { baseline: 'before' } },
  { name: 'nobody helps himself', 'no-privilege-escalation': {} },
  { name: 'nobody of that name', 'never-allowed': { actions: ['s3:GetObject'], principals: ['user/bob'] } },
]);
const settings = iamproof.DEFAULT_SETTINGS;
const replayed = ({ policies, request }) => [request.action, request.resource, iamproof.evaluate(policies, request, settings).decision];
const invariants = iamproof.checkInvariants(file, settings).map(({ invariant, status, witnesses }) => ({
  name: invariant.name,
  status,
  witnesses: witnesses.map(replayed),
}));
const { comparison, gained, lost, unknown } = iamproof.compareEnvironments({
  before: before.environment,
  after: after.environment,
  catalog,
  settings,
});
console.log(JSON.stringify({
  invariants,
  compared: { comparison, gained: gained.map(({ who, actions, witness }) => ({ who, actions, witness: replayed(witness) })), lost, unknown },
  broken: read([{ name: 'a', 'never-allowed': { actions: ['s3:GetObjekt'] } }]).diagnostics.map(({ code }) => code),
}));
`;

it('proves and compares what a program made, with requests that the library decides the same', () => {
  const run = spawnSync(process.execPath, ['--input-type=module', '-'], {
    cwd: root,
    input: PROGRAM,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  const deleted = ['s3:DeleteObject', 'arn:aws:s3:::prod-logs/example', 'allowed'];
  expect(JSON.parse(run.stdout)).toEqual({
    invariants: [
      { name: 'nobody writes', status: 'holds', witnesses: [] },
      { name: 'nobody deletes', status: 'violated', witnesses: [deleted] },
      { name: 'nothing is new', status: 'violated', witnesses: [deleted] },
      { name: 'nobody helps himself', status: 'holds', witnesses: [] },
      { name: 'nobody of that name', status: 'undecided', witnesses: [] },
    ],
    compared: {
      comparison: 'more',
      gained: [{ who: ['user/alice'], actions: ['s3:DeleteObject'], witness: deleted }],
      lost: [],
      unknown: [],
    },
    broken: ['unknown-action'],
  });
});
