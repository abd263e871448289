/** The program of a worker thread: answers the chunks it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { openCatalog } from '../catalog/index.ts';
import { chunkAnswerer } from '../cli/bulk/answer-chunk.ts';
import type { LineChunk } from '../cli/index.ts';
import { catalogFiles } from './catalog-files.ts';
import { catalogFolder } from './catalog-store.ts';

let catalog: ReturnType<typeof openCatalog> | undefined;
const answer = chunkAnswerer(workerData, () => {
  catalog ??= openCatalog(catalogFiles(catalogFolder(process.env)));
  return catalog;
});
parentPort?.on('message', (chunk: LineChunk) => parentPort?.postMessage(answer(chunk)));
