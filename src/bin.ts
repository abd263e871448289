#!/usr/bin/env node
/** The process edge: the real machine in, an exit code out. */
import packageJson from '../package.json' with { type: 'json' };
import { main } from './cli/index.ts';
import { processHost } from './host/process-host.ts';

main(process.argv.slice(2), processHost(packageJson.version)).then((code) => {
  // Not process.exit(): it would cut what is still on its way to a pipe.
  process.exitCode = code;
});
