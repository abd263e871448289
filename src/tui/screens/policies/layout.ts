/** Where the panels of the first screen stand, and their titles: what is shown before anything is known. */
import type { Layout, Size } from '../../layout.ts';

export const TITLES = { files: '[1] Files', text: '[2] Text', findings: '[3] Findings' } as const;

export function firstLayout({ width, height }: Size): Layout {
  return {
    columns: [
      {
        size: Math.max(30, Math.min(46, Math.floor(width / 3))),
        rows: [{ panel: 'files' }, { panel: 'findings', size: Math.max(6, Math.floor(height / 4)) }],
      },
      {
        rows: [{ panel: 'text' }, { panel: 'verdict', size: Math.max(9, Math.floor(height / 3)) }],
      },
    ],
  };
}
