// What linting and proving cost on the managed policies of AWS: prints the figures as JSON. Word: how many policies.
import { ANY_USER, catalogFiles, findRequest, lint, openCatalog, parsePolicy } from '../../dist/index.js';
import { summary } from './measure.mjs';

const most = Number(process.argv[2]);
const catalog = openCatalog(catalogFiles());
const all = catalog.managedPolicyNames();
const names = all.filter((_, index) => index % Math.ceil(all.length / most) === 0);
const texts = names.map((name) => ({ name: `${name}.json`, text: catalog.managedPolicy(name).text }));

function timed(call) {
  const start = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - start);
}

/** Linting and JSON.parse in turns; the first round warms up. */
function linting(rounds) {
  const ratios = [];
  let nanoseconds = 0;
  for (let round = 0; round <= rounds; round++) {
    const parsed = timed(() => texts.map(({ text }) => JSON.parse(text)));
    nanoseconds = timed(() =>
      lint(
        texts.map((source) => ({ source, type: 'identity' })),
        { catalog },
      ),
    );
    if (round > 0) ratios.push(nanoseconds / parsed);
  }
  return { ratio: summary(ratios), policies: texts.length, each: nanoseconds / texts.length };
}

/** Is a policy within itself without its first statement, and the reverse? */
function proving() {
  const samples = [];
  const kinds = { proved: 0, counterexample: 0, unknown: 0 };
  for (const { name, text } of texts) {
    const { document } = parsePolicy({ name, text }, 'identity');
    const whole = { identity: [{ name, type: 'identity', document }] };
    const part = {
      identity: [{ name, type: 'identity', document: { ...document, statements: document.statements.slice(1) } }],
    };
    for (const [allowedBy, notAllowedBy] of [
      [whole, part],
      [part, whole],
    ]) {
      const asked = { principal: ANY_USER };
      let result;
      const spent = timed(() => {
        result = findRequest({ allowedBy, notAllowedBy, asked, catalog });
      });
      samples.push(spent);
      kinds[result.kind] += 1;
    }
  }
  const sorted = [...samples].sort((a, b) => a - b);
  return { kinds, ...summary(samples), worst: sorted.at(-1) };
}

process.stdout.write(JSON.stringify({ lint: linting(Number(process.argv[3])), prove: proving() }));
