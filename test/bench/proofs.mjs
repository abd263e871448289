// What proofs cost on the managed policies of AWS: prints the figures as JSON. Word: how many policies.
import { ANY_USER, catalogFiles, findRequest, openCatalog, parsePolicy } from '../../dist/index.js';
import { timed } from './measure.mjs';

const most = Number(process.argv[2]);
const catalog = openCatalog(catalogFiles());
const all = catalog.managedPolicyNames();
const policies = all
  .filter((_, index) => index % Math.ceil(all.length / most) === 0)
  .map((name) => {
    const { document } = parsePolicy({ name, text: catalog.managedPolicy(name).text }, 'identity');
    return { name, type: 'identity', document };
  });

function without(policy, index) {
  const statements = policy.document.statements.filter((one) => one.index !== index);
  return { ...policy, document: { ...policy.document, statements } };
}

const asked = { principal: ANY_USER, requests: 'any', anywhere: 'caller' };

/** Does one stack allow what another does not? Of each alone something else was asked before, so that its policies are compiled. */
function proving(pairs) {
  const samples = [];
  const kinds = { proved: 0, counterexample: 0, unknown: 0 };
  for (const [allowedBy, notAllowedBy] of pairs) {
    for (const stack of [allowedBy, notAllowedBy]) findRequest({ allowedBy: stack, asked, catalog });
    let result;
    samples.push(
      timed(() => {
        result = findRequest({ allowedBy, notAllowedBy, asked, catalog });
      }),
    );
    kinds[result.kind] += 1;
  }
  const sorted = samples.sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { kinds, median: at(0.5), p99: at(0.99), worst: at(1) };
}

const alone = (policy) => ({ identity: [policy] });

function* minusOne() {
  for (const policy of policies) {
    for (const { index } of policy.document.statements) {
      const [whole, part] = [alone(policy), alone(without(policy, index))];
      yield [whole, part];
      yield [part, whole];
    }
  }
}

/** Far apart in the alphabet: neighbours are often versions of one policy. Another `step` makes other pairs. */
function* farPairs(stackOf, step) {
  for (const [index, policy] of policies.entries()) {
    const other = policies[(index * step + Math.floor(policies.length / 2)) % policies.length];
    yield [stackOf(policy), stackOf(other)];
  }
}

function documentOf(type, ...statements) {
  const { document } = parsePolicy(
    { name: type, text: JSON.stringify({ Version: '2012-10-17', Statement: statements }) },
    type,
  );
  return { name: type, type, document };
}

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const boundary = documentOf('boundary', { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' });
const guards = [
  documentOf('scp', everything, {
    Effect: 'Deny',
    Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    Resource: '*',
  }),
  documentOf('scp', everything, {
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*', 'support:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-east-2'] } },
  }),
];
const resource = documentOf(
  'resource',
  {
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'ml' } },
  },
  {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
);
const stacked = (policy) => ({
  identity: [policy],
  boundary: [boundary],
  scps: guards.map((guard, index) => ({ level: index === 0 ? 'root' : 'account', policies: [guard] })),
  resource,
});

// What is quick comes last, when the machine code is there.
const minusOnes = proving(minusOne());
const stacks = proving(farPairs(stacked, 11));
const prove = { random: proving(farPairs(alone, 7)), stacks, minusOne: minusOnes };
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ policies: policies.length, prove, megabytes }));
