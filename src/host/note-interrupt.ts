/** Ctrl-C as a wish to stop: what is under way comes to an end first. A second one does not wait. */
import { EXIT } from '../cli/index.ts';

export function noteInterrupt(noted: () => void): () => void {
  let isNoted = false;
  const interrupt = () => {
    if (isNoted) process.exit(EXIT.interrupted);
    isNoted = true;
    noted();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  return () => {
    for (const signal of signals) process.off(signal, interrupt);
  };
}
