/** A line that a person types; the question stands on standard error, beside the other notes. */
import { createInterface } from 'node:readline';

export function askLine(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((answered) => {
    let line = '';
    reader.on('close', () => answered(line));
    reader.question(question, (typed) => {
      line = typed;
      reader.close();
    });
    // Ctrl-C at the question is no yes.
    reader.on('SIGINT', () => reader.close());
  });
}
