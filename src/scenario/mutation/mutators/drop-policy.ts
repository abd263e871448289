/** Takes a policy that limits, or one of a resource, away from wherever it is attached. */
import { defineMutator } from '../mutator.ts';

export const dropPolicy = defineMutator({
  id: 'drop-policy',
  title: 'detaches a boundary, a session, service control, resource control, endpoint or resource policy',
  // An identity policy that is gone is one without statements.
  detaches: new Set(['boundary', 'session', 'scp', 'rcp', 'vpce', 'resource']),
});
