/** What `iamproof lint` writes as SARIF, which is too long for a transcript. */
import { expect, it } from 'vitest';
import { run } from './fake-host.ts';

const files = {
  'iamproof.config.jsonc': '{}',
  'policies/reader.json':
    '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObjet", "Resource": "*"}}\n',
};

it.each([
  { words: ['--format', 'sarif'], from: 'standard output' },
  { words: ['--format', 'sarif', '-o', 'lint.sarif'], from: 'the file of -o' },
  { words: ['--report', 'sarif=lint.sarif'], from: 'the file of --report' },
])('SARIF in $from has the version, the finding and its place in the repository', async ({ words }) => {
  const result = await run(['lint', 'policies', ...words], { files, env: { CI_PROJECT_DIR: '/' } });
  expect(result.code).toBe(1);
  const [log] = JSON.parse(result.files['lint.sarif'] ?? result.out).runs;
  expect(log.tool.driver.version).toBe('0.0.0-test');
  expect(log.results[0]).toMatchObject({
    ruleId: 'unknown-action',
    level: 'error',
    message: { text: 'There is no action `s3:GetObjet`. Did you mean `s3:GetObject`?' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'project/policies/reader.json' } } }],
  });
});
