/** Which offers a typed text means, the best first. */
import type { Offer } from './completion.ts';

/** More do not help anybody to choose. */
const MOST = 600;

/** Those that begin with it, then those that hold it, then those that have its letters in this order. */
export function matching(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = typed.toLowerCase();
  if (wanted === '') return offers.slice(0, MOST);
  const ranked = offers.flatMap((offer) => {
    const rank = rankOf(offer.label.toLowerCase(), wanted);
    return rank === undefined ? [] : [{ offer, rank }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ offer }) => offer);
}

function rankOf(label: string, wanted: string): number | undefined {
  if (label.startsWith(wanted)) return 0;
  // `GetObj` for `s3:GetObject`, `SourceIp` for `aws:SourceIp`.
  if (label.slice(label.indexOf(':') + 1).startsWith(wanted)) return 1;
  if (label.includes(wanted)) return 2;
  let at = 0;
  for (const letter of label) if (letter === wanted[at]) at++;
  return at === wanted.length ? 3 : undefined;
}
