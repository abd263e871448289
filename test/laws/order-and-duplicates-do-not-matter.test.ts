/** Law: the order of policies and statements does not matter, nor does saying a thing twice. */
import { expect, it } from 'vitest';
import { decide } from '../../src/evaluate/index.ts';
import { holdsInEveryWorld, mapPolicies, withStatements } from '../helpers/world.ts';

it('statements in reverse and twice decide the same', () => {
  holdsInEveryWorld(({ policies, request }) => {
    const turned = mapPolicies(policies, (policy) => {
      const reversed = [...policy.document.statements].reverse();
      return withStatements(policy, [...reversed, ...reversed]);
    });
    expect(decide(turned, request)).toEqual(decide(policies, request));
  });
});

it('identity policies in reverse and twice decide the same', () => {
  holdsInEveryWorld(({ policies, request }) => {
    if (!policies.identity) return;
    const reversed = [...policies.identity].reverse();
    const turned = { ...policies, identity: [...reversed, ...reversed] };
    expect(decide(turned, request)).toEqual(decide(policies, request));
  });
});
