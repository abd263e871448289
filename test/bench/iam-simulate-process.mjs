// iam-simulate in a process of its own, by its documented entry point: a line of JSON in, a line of JSON out.
import { createInterface } from 'node:readline';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import { sample } from './measure.mjs';

const DECISIONS = { Allowed: 'allowed', ImplicitlyDenied: 'implicitDeny', ExplicitlyDenied: 'explicitDeny' };

let simulations = [];

function simulationOf({ identity = [], boundary, scps = [], resource }, request) {
  const named = (documents) => documents.map((policy, index) => ({ name: `p${index}`, policy }));
  return {
    request: {
      principal: request.principal.arn,
      action: request.action,
      resource: { resource: request.resource, accountId: request.resourceAccount },
      contextVariables: request.context,
    },
    identityPolicies: named(identity),
    serviceControlPolicies: scps.map(({ level, policies }) => ({ orgIdentifier: level, policies: named(policies) })),
    resourceControlPolicies: [],
    ...(resource ? { resourcePolicy: resource } : {}),
    ...(boundary ? { permissionBoundaryPolicies: named(boundary) } : {}),
  };
}

function load({ policies, requests }) {
  simulations = requests.map((request) => simulationOf(policies, request));
  return {};
}

/** Decisions on the requests in their order, as many as the milliseconds allow; at least one. */
async function decisions({ within }) {
  const found = [];
  const end = performance.now() + within;
  for (const simulation of simulations) {
    const answer = await runSimulation(simulation, {});
    const named = answer.resultType === 'error' ? `error: ${JSON.stringify(answer.errors)}` : answer.overallResult;
    found.push(DECISIONS[named] ?? named);
    if (performance.now() > end) break;
  }
  return { decisions: found };
}

async function time({ budget, varied }) {
  const asked = varied ? simulations : simulations.slice(0, 1);
  return { nanoseconds: await sample((index) => runSimulation(asked[index % asked.length], {}), budget) };
}

const KINDS = { load, decisions, time };

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, ...message } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await KINDS[kind](message))}\n`);
}
