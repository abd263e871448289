/** Writes to an account in words, and as commands of the AWS CLI. */
import { type Plan, plannedCalls, type WriteCall } from '../account/index.ts';
import { nameOf } from './plan-words.ts';

/** One line for each write of a plan. */
export function writeWords(plan: Plan): readonly string[] {
  return plannedCalls(plan).map(callWords);
}

/** `AttachUserPolicy SageMakerInvokeEndpoint to user alice`, without documents. */
export function callWords({ operation, input }: WriteCall): string {
  const given = new Map(Object.entries(input));
  const value = (...keys: readonly string[]) => {
    const found = keys.map((key) => given.get(key)).find((one) => typeof one === 'string');
    return found === undefined ? undefined : nameOf(String(found));
  };
  const owner = value('UserName', 'GroupName', 'RoleName');
  const policy = value('PolicyArn', 'PolicyName', 'PermissionsBoundary');
  const version = value('VersionId');
  const parts = [
    operation,
    ...(policy === undefined ? [] : [policy]),
    ...(version === undefined ? [] : [version === 'new' ? '(the new version)' : version]),
    ...(owner === undefined ? [] : [`${policy === undefined ? '' : 'of '}${owner}`]),
  ];
  return parts.join(' ');
}

/** As somebody would type it, if the program could not. */
export function awsCommand({ operation, input }: WriteCall): string {
  const words = Object.entries(input).map(([name, value]) =>
    typeof value === 'boolean'
      ? `--${value ? '' : 'no-'}${kebab(name)}`
      : `--${kebab(name)} ${quoted(name.endsWith('Document') ? compact(String(value)) : String(value))}`,
  );
  return ['aws iam', kebab(operation), ...words].join(' ');
}

/** A document on one line. */
function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function quoted(value: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
