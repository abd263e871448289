/** Reads who calls off an ARN, for the short form `"principal": "arn:..."` of hand-written documents. */
import { type Principal, parseArn } from '../language/index.ts';

/** Undefined for an ARN that names no caller. A role ARN stands for a session of that role. */
export function callerOfArn(text: string): Principal | undefined {
  if (text === 'anonymous' || text === '*') return { type: 'anonymous' };
  if (/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(text)) return { type: 'service', service: text };
  const arn = parseArn(text);
  if (!arn || !/^[0-9]{12}$/.test(arn.account)) return undefined;
  const { account } = arn;
  const [kind, ...path] = arn.resource.split('/');
  const name = path.at(-1);
  if (arn.service === 'iam' && arn.resource === 'root') return { type: 'root', arn: text, account };
  if (!name) return undefined;
  if (arn.service === 'iam' && kind === 'user') return { type: 'user', arn: text, account };
  if (arn.service === 'iam' && kind === 'role') {
    const session = `arn:${arn.partition}:sts::${account}:assumed-role/${name}/session`;
    const type = path[0] === 'aws-service-role' ? 'service-linked-role' : 'role-session';
    return { type, arn: session, account, roleArn: text };
  }
  if (arn.service === 'sts' && kind === 'assumed-role' && path.length === 2) {
    return { type: 'role-session', arn: text, account };
  }
  if (arn.service === 'sts' && kind === 'federated-user') return { type: 'federated-user', arn: text, account };
  return undefined;
}
