// What linting and proving cost on the managed policies of AWS: prints the figures as JSON. Word: how many policies.
import { ANY_USER, catalogFiles, findRequest, lint, openCatalog, parsePolicy } from '../../dist/index.js';
import { summary } from './measure.mjs';

const most = Number(process.argv[2]);
const catalog = openCatalog(catalogFiles());
const all = catalog.managedPolicyNames();
const names = all.filter((_, index) => index % Math.ceil(all.length / most) === 0);
const texts = names.map((name) => ({ name: `${name}.json`, text: catalog.managedPolicy(name).text }));

function timed(call) {
  const start = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - start);
}

/** Linting and JSON.parse in turns; the first round warms up. */
function linting(rounds) {
  const ratios = [];
  let nanoseconds = 0;
  for (let round = 0; round <= rounds; round++) {
    const parsed = timed(() => texts.map(({ text }) => JSON.parse(text)));
    nanoseconds = timed(() =>
      lint(
        texts.map((source) => ({ source, type: 'identity' })),
        { catalog },
      ),
    );
    if (round > 0) ratios.push(nanoseconds / parsed);
  }
  return { ratio: summary(ratios), policies: texts.length, each: nanoseconds / texts.length };
}

const policies = texts.map(({ name, text }) => {
  const { document } = parsePolicy({ name, text }, 'identity');
  return { name, type: 'identity', document };
});

function without(policy, index) {
  const statements = policy.document.statements.filter((one) => one.index !== index);
  return { ...policy, document: { ...policy.document, statements } };
}

/** Does one stack allow what another does not? Asked once before it is timed, so that the policies are compiled. */
function proving(pairs) {
  const samples = [];
  const kinds = { proved: 0, counterexample: 0, unknown: 0 };
  for (const [allowedBy, notAllowedBy] of pairs) {
    const asked = { principal: ANY_USER, requests: 'any', anywhere: 'caller' };
    const ask = () => findRequest({ allowedBy, notAllowedBy, asked, catalog });
    kinds[ask().kind] += 1;
    samples.push(timed(ask));
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

/** Far apart in the alphabet: neighbours are often versions of one policy. */
function* farPairs(stackOf) {
  for (const [index, policy] of policies.entries()) {
    const other = policies[(index * 7 + Math.floor(policies.length / 2)) % policies.length];
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

const prove = {
  random: proving(farPairs(alone)),
  stacks: proving(farPairs(stacked)),
  minusOne: proving(minusOne()),
};
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ prove, megabytes, lint: linting(Number(process.argv[3])) }));
