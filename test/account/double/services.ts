/** The services that the double speaks for, by the name that requests are signed for. */
import { IAM_OPERATIONS } from './iam/operations.ts';
import type { Operations } from './operation.ts';
import { type Protocol, queryProtocol } from './protocols.ts';
import { STS_OPERATIONS } from './sts.ts';

export interface Service {
  readonly protocol: Protocol;
  readonly operations: Operations;
  /** The code of a refusal for want of permission. */
  readonly denied: string;
}

export const SERVICES: Readonly<Record<string, Service>> = {
  iam: {
    protocol: queryProtocol('2010-05-08', 'https://iam.amazonaws.com/doc/2010-05-08/'),
    operations: IAM_OPERATIONS,
    denied: 'AccessDenied',
  },
  sts: {
    protocol: queryProtocol('2011-06-15', 'https://sts.amazonaws.com/doc/2011-06-15/'),
    operations: STS_OPERATIONS,
    denied: 'AccessDenied',
  },
};
