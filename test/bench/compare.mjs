// Do all contenders give the same decisions? Nothing is timed before that is known.

/** What they answer where they do not agree with `decide`; Cedar knows one kind of denial. */
function disagreements(row, ours, others) {
  return Object.entries(others).flatMap(([name, decisions = []]) =>
    decisions.flatMap((decision, index) => {
      const expected = ours.decisions[index];
      const agrees = decision === 'denied' ? expected !== 'allowed' : decision === expected;
      return agrees ? [] : [`${row.id}, request ${index}: ${name} says ${decision}, decide says ${expected}`];
    }),
  );
}

/** @param within milliseconds that iam-simulate and Cedar have for a row, each */
export async function compareRow(row, { ours, cedar, simulate, within }) {
  await simulate.load(row);
  const theirs = await simulate.decisions(within);
  if (!theirs) throw new Error(`iam-simulate gives no answer on ${row.id}`);
  const cedars = cedar?.decisions(within);
  const differences = disagreements(row, ours, {
    evaluate: ours.evaluated,
    'iam-simulate': theirs,
    cedar: cedars,
  });
  const kinds = { allowed: 0, explicitDeny: 0, implicitDeny: 0 };
  for (const decision of ours.decisions) kinds[decision]++;
  return { differences, kinds, compared: { simulate: theirs.length, cedar: cedars?.length } };
}
