/** What is told of one simulation document: its answer, what is wrong with it, what was expected of it. */
import { CATALOG_INFO } from '../../catalog/index.ts';
import { formatDiagnostics } from '../../report/diagnostics-pretty.ts';
import { COLOURED, PLAIN } from '../../report/paint.ts';
import { type AnsweredLine, simulate } from '../../simulation/index.ts';
import { flag, text } from '../command.ts';
import { differencesOf, expectationOf, explainAnswer } from '../print-answer.ts';
import type { LineJob, Told } from './line-job.ts';

export interface ToldDocument {
  readonly told: readonly Told[];
  readonly failed: boolean;
  readonly unmet: boolean;
}

export function tellDocument({ answer, diagnostics, simulation }: AnsweredLine, job: LineJob): ToldDocument {
  const { options } = job;
  const paint = job.coloured ? COLOURED : PLAIN;
  const told: Told[] = [];
  if (diagnostics.length > 0) told.push({ to: 'error', text: formatDiagnostics(diagnostics, paint) });
  const own = flag(options, 'expectFromInput') ? simulation?.expected : undefined;
  const differences = [expectationOf(options), own].map((one) => (one ? differencesOf(one, answer) : '')).join('');
  if (differences !== '') told.push({ to: 'error', text: differences });
  const format = text(options, 'format');
  if (format === 'jsonl') told.push({ to: 'output', text: `${JSON.stringify(answer)}\n` });
  if (format === 'json') told.push({ to: 'output', text: listed(JSON.stringify(answer, null, 2)) });
  if (format === 'pretty' && simulation) {
    const { evaluations } = simulate(simulation, CATALOG_INFO.date, job.settings);
    const title = simulation.id === undefined ? '' : `${paint.strong(simulation.id)}\n`;
    const answered = { answer, evaluations, policies: simulation.policies };
    const explained = explainAnswer({ paint, ascii: job.ascii }, answered, options, job.settings);
    told.push({ to: 'output', text: `${title}${explained}\n` });
  }
  return { told, failed: 'error' in answer, unmet: differences !== '' };
}

/** As one of a list; `json-list.ts` makes the list. */
function listed(json: string): string {
  return `,\n  ${json.replaceAll('\n', '\n  ')}`;
}
