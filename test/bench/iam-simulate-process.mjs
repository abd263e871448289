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

async function load({ policies, requests, compare }) {
  simulations = requests.map((request) => simulationOf(policies, request));
  const decisions = [];
  for (const simulation of simulations.slice(0, compare)) {
    const answer = await runSimulation(simulation, {});
    const named = answer.resultType === 'error' ? `error: ${answer.errors.message}` : answer.overallResult;
    decisions.push(DECISIONS[named] ?? named);
  }
  return { decisions };
}

async function time({ budget, varied }) {
  const asked = varied ? simulations : simulations.slice(0, 1);
  return { nanoseconds: await sample((index) => runSimulation(asked[index % asked.length], {}), budget) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const answer = message.kind === 'load' ? await load(message) : await time(message);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
