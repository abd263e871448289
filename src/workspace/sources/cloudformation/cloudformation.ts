/** CloudFormation templates: written by hand, made by AWS CDK, or of AWS SAM. */
import { member, type SourceNode } from '../../../parse/index.ts';
import type { SourceFormat } from '../source-format.ts';
import { declaredIn } from './declared.ts';
import { TEMPLATE_TAGS } from './resolve.ts';
import { reportServerless } from './serverless.ts';
import { membersOf, readTemplate } from './template.ts';
import { isLeftOut, templatePolicies } from './template-policies.ts';
import { startReading } from './template-reading.ts';

export const cloudformation: SourceFormat = {
  id: 'cloudformation',
  title: 'CloudFormation template',
  yaml: { mark: /^["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m, tags: TEMPLATE_TAGS },
  recognises: isTemplate,
  read: (node, source, options) => {
    const reading = startReading(readTemplate(node, source, options));
    const policies = templatePolicies(reading);
    for (const { key, keyRange } of membersOf(node, 'Resources')) {
      if (!key.startsWith('Fn::')) continue;
      const message = `\`${key}\` makes resources that are not looked at`;
      reading.report('template-not-read', { message, range: keyRange, path: '/Resources' });
    }
    for (const resource of reading.template.resources.values()) {
      if (!isLeftOut(resource, reading)) reportServerless(resource, reading);
    }
    const declared = declaredIn(policies, reading);
    return { policies: policies.flatMap(({ cases }) => cases), declared, diagnostics: reading.diagnostics };
  },
};

/** Resources by name, each with a Type; or the version that only templates have. */
function isTemplate(node: SourceNode): boolean {
  const resources = membersOf(node, 'Resources');
  const isTyped = resources.some(({ value }) => /^[A-Za-z0-9]+::/.test(textOf(member(value, 'Type'))));
  return isTyped || (member(node, 'AWSTemplateFormatVersion') !== undefined && member(node, 'Resources') !== undefined);
}

function textOf(node: SourceNode | undefined): string {
  return node?.kind === 'string' ? node.text : '';
}
