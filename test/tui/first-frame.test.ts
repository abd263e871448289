import { describe, expect, it } from 'vitest';
import { inkLayout } from '../../src/host/measure-layout.ts';
import { divided } from '../../src/tui/first-frame.ts';
import { firstLayout } from '../../src/tui/screens/policies/layout.ts';

describe('the first frame', () => {
  it('has its panels where ink lays them out', () => {
    const measure = inkLayout();
    for (let width = 80; width <= 220; width += 7) {
      for (let height = 21; height <= 90; height += 3) {
        const size = { width, height };
        expect(divided(firstLayout, size), `${width}x${height}`).toEqual(measure(firstLayout(size), size));
      }
    }
  });
});
