/** What fixing takes, loaded when something is fixed. */
export { createLinter, fixText, siftIgnored } from '../../../lint/index.ts';
export { lintPorts, matchFiles } from '../../../workspace/index.ts';
