/** `iamproof prove`: what must hold of every request, proved, or refuted by a request. */
import type { Diagnostic } from '../../language/index.ts';
import { checkInvariants } from '../../query/index.ts';
import { formatInvariants, invariantsJson } from '../../report/invariants.ts';
import { invariantsMarkdown } from '../../report/invariants-markdown.ts';
import { matchFiles } from '../../workspace/index.ts';
import { defineCommand, flag, text, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { formatOption } from '../format-option.ts';
import { openClaims, openConfig } from '../open-project.ts';
import { tellDiagnostics } from '../read-file.ts';

export const prove = defineCommand({
  examples: [
    ['iamproof prove', 'the invariants of the project'],
    ['iamproof prove scenarios/perimeter.invariants.yaml --format json', 'those of one file, for a program'],
    ['iamproof prove --format markdown', 'as a comment on a pull request'],
  ],
  declare: (command) => {
    command
      .argument('[patterns...]', 'invariants files, from the project root; * and ** as wildcards')
      .addOption(formatOption(['pretty', 'json', 'markdown']))
      .option('--allow-unknown', 'what could not be decided does not count against it');
  },
  run: (context, patterns, options) => {
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const wanted = patterns.length === 0 ? undefined : matchFiles(context.files.listFiles(), patterns, []);
    if (wanted?.length === 0) {
      throw new UsageError(`no file fits ${patterns.join(' ')}; patterns start at the project root`);
    }
    const { files, diagnostics, count } = openClaims(context, config, wanted);
    if (count === 0) {
      throw new UsageError(
        'there is nothing to prove here: no scenarios/*.invariants.yaml; see `iamproof schema invariants`',
      );
    }
    const errors = diagnostics.filter(isError);
    tellDiagnostics(context, errors);
    if (files.length < count) return EXIT.failed;
    const results = files.flatMap((file) => checkInvariants(file, config.settings));
    const { paint, ascii } = context;
    const format = text(options, 'format');
    if (format === 'json') context.output(invariantsJson(results));
    else if (format === 'markdown') context.output(invariantsMarkdown(results));
    else context.output(formatInvariants(results, { paint, ascii }));
    const isFine = results.every(
      ({ status }) => status === 'holds' || (status === 'undecided' && flag(options, 'allowUnknown')),
    );
    return isFine ? EXIT.done : EXIT.no;
  },
});

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
