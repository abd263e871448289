/** Text from the network: over TLS or from this machine, with patience, and a limit to both. */
import type { FileText } from '../workspace/index.ts';
import { reasonOf } from './reason-of.ts';

const TRIES = 3;
const PAUSE = 500;
const TIMEOUT = 30_000;
const MOST_BYTES = 32 * 1024 * 1024;

/** @param address https, or http on this machine; a redirection is not followed, as it could lead elsewhere */
export async function fetchText(address: string): Promise<FileText> {
  if (!isSafe(address)) return { problem: 'only https is read, and http from this machine' };
  let problem = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await new Promise((done) => setTimeout(done, PAUSE * 2 ** (attempt - 1)));
    const got = await once(address);
    if ('text' in got) return got;
    problem = got.problem;
    if (!got.again) break;
  }
  return { problem };
}

async function once(address: string): Promise<{ text: string } | { problem: string; again: boolean }> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) {
      const again = response.status === 429 || response.status >= 500;
      return { problem: `the server answers ${response.status} ${response.statusText}`.trimEnd(), again };
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return { problem: `it is larger than ${MOST_BYTES} bytes`, again: false };
      chunks.push(chunk);
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { problem: reasonOf(cause), again: true };
  }
}

function isSafe(address: string): boolean {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' };
  return protocol === 'https:' || (protocol === 'http:' && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname));
}
