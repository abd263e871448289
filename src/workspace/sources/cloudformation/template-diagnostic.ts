/** A finding about a template. */
import type { Diagnostic, Range, SourceText } from '../../../language/index.ts';
import { TEMPLATE_CODES, type TemplateCode } from '../../../lint/index.ts';

/** Where it is and what it is, for a person. */
export interface TemplateFault {
  readonly message: string;
  readonly path: string;
  readonly range?: Range | undefined;
  readonly help?: string | undefined;
}

export function templateDiagnostic(code: TemplateCode, fault: TemplateFault, source: SourceText): Diagnostic {
  const { severity, why, help } = TEMPLATE_CODES[code];
  return {
    code,
    severity,
    message: fault.message,
    ...(fault.range ? { location: { source, range: fault.range } } : {}),
    path: fault.path,
    why,
    help: fault.help ?? help,
  };
}
