// Who can read which objects of an organization: in a process of its own, whose memory is measured too.
import {
  catalogFiles,
  DEFAULT_SETTINGS,
  nodeOfValue,
  openAccess,
  openCatalog,
  parsePolicy,
  readEnvironment,
} from '../../dist/index.js';
import { makeOrganization } from './organization.mjs';

const [principals = 10_000, resources = 1_000, questions = 5] = process.argv.slice(2).map(Number);
const catalog = openCatalog(catalogFiles());

/** The one policy that the organization only names: AWS attaches it to every node. */
const FULL_ACCESS = parsePolicy(
  {
    name: 'RCPFullAWSAccess',
    text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  },
  'rcp',
).document;

function readOrganization() {
  const { node } = nodeOfValue(makeOrganization({ principals, resources }));
  const loader = (name, type) => ({ policy: { name, type, document: FULL_ACCESS }, diagnostics: [] });
  const { environment, diagnostics } = readEnvironment(node, { name: 'organization', text: '' }, loader);
  const [wrong] = diagnostics.filter(({ severity }) => severity === 'error');
  if (!environment || wrong) throw new Error(wrong?.message ?? 'no environment');
  return environment;
}

const environment = readOrganization();
const objects = environment.accounts.flatMap((account) => account.resources.map(({ arn }) => `${arn}/key`));
globalThis.gc?.();

const question = {
  action: 's3:GetObject',
  resources: objects,
  from: {},
  given: {},
  settings: DEFAULT_SETTINGS,
  catalog,
};
const milliseconds = [];
let counts;
for (let asked = 0; asked < questions; asked++) {
  const start = performance.now();
  const access = openAccess(environment, question);
  milliseconds.push(performance.now() - start);
  counts = access.counts();
}
const pairs = counts.allowed + counts.conditional + counts.denied;
console.log(JSON.stringify({ milliseconds, pairs, counts, megabytes: process.resourceUsage().maxRSS / 1024 }));
