/** One reading of a template: what resolves its values, and what is wrong with it, each thing once. */
import type { Diagnostic } from '../../../language/index.ts';
import type { TemplateCode } from '../../../lint/index.ts';
import { createResolver } from './resolve.ts';
import type { Resolver } from './resolver.ts';
import type { Template } from './template.ts';
import { type TemplateFault, templateDiagnostic } from './template-diagnostic.ts';

export interface TemplateReading {
  readonly template: Template;
  readonly diagnostics: readonly Diagnostic[];
  /** @param assumed outcomes of comparisons that nothing decides */
  readonly resolver: (assumed?: ReadonlyMap<string, boolean>) => Resolver;
  readonly report: (code: TemplateCode, fault: TemplateFault) => void;
  readonly add: (diagnostic: Diagnostic) => void;
  /** The same with another path for the problems of functions. */
  readonly at: (path: string) => TemplateReading;
}

export function startReading(template: Template): TemplateReading {
  const found = new Map<string, Diagnostic>();
  const add = (one: Diagnostic) => {
    const key = `${one.code} ${one.location?.range.start} ${one.message}`;
    if (!found.has(key)) found.set(key, one);
  };
  const report = (code: TemplateCode, fault: TemplateFault) => add(templateDiagnostic(code, fault, template.source));
  const at = (path: string): TemplateReading => ({
    template,
    get diagnostics() {
      return [...found.values()];
    },
    resolver: (assumed) => createResolver(template, (code, fault) => report(code, { ...fault, path }), assumed),
    report,
    add,
    at,
  });
  return at('');
}
