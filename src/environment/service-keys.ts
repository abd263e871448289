/** Keys of single services that every such call must give: `iam:PassedToService` (F50). */
import { type Derived, derived } from './derived.ts';
import type { Target } from './target.ts';

export function serviceKeys({ action }: Target): Derived {
  if (action.toLowerCase() !== 'iam:passrole') return derived({});
  return derived({
    absent: [
      {
        key: 'iam:PassedToService',
        because: 'the service that receives the role is not known: give the key in `context`',
      },
      { key: 'iam:AssociatedResourceArn', because: 'give the key in `context`' },
    ],
  });
}
