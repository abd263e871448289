// Installs what iamproof is measured against, where it is not there yet or another version is pinned.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

function versions(file) {
  const { packages } = JSON.parse(readFileSync(`${HERE}${file}`, 'utf8'));
  return Object.entries(packages).flatMap(([path, { version }]) => (path === '' ? [] : `${path} ${version}`));
}

function isInstalled() {
  // npm writes down there what it has installed.
  const record = 'node_modules/.package-lock.json';
  return existsSync(`${HERE}${record}`) && String(versions(record)) === String(versions('package-lock.json'));
}

export function installPeers() {
  if (isInstalled()) return;
  console.error('installing what is measured against ...');
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  const { status } = spawnSync('npm', words, { cwd: HERE, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('`npm ci` in test/bench failed');
}
