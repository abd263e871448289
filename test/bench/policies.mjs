// What linting costs on the managed policies of AWS: prints the figures as JSON. Words: how many policies, rounds.
import { catalogFiles, lint, openCatalog } from '../../dist/index.js';
import { summary, timed } from './measure.mjs';

const [most, rounds] = process.argv.slice(2).map(Number);
const catalog = openCatalog(catalogFiles());
const all = catalog.managedPolicyNames();
const names = all.filter((_, index) => index % Math.ceil(all.length / most) === 0);
const texts = names.map((name) => ({ name: `${name}.json`, text: catalog.managedPolicy(name).text }));

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

process.stdout.write(JSON.stringify(linting(rounds)));
