/** Lays out panels with ink: boxes without text, whose places are read off. What stands in them we paint ourselves. */
import { PassThrough } from 'node:stream';
import { Box, type DOMElement, type Instance, render } from 'ink';
import { createElement, type ReactElement } from 'react';
import type { Area, Areas, Layout, MeasureLayout } from '../tui/index.ts';

export function inkLayout(): MeasureLayout {
  const nodes = new Map<string, DOMElement>();
  // ink paints its frame, which is blank, into nothing; input and signals are not its own either.
  const stdout = Object.assign(new PassThrough(), { columns: 80, rows: 24 }) as unknown as NodeJS.WriteStream;
  const stdin = new PassThrough() as unknown as NodeJS.ReadStream;
  stdout.resume();
  let ink: Instance | undefined;
  return (layout, { width, height }) => {
    nodes.clear();
    stdout.columns = width;
    stdout.rows = height;
    const root = createElement(Box, { width, height }, boxOf(layout, nodes));
    if (ink) ink.rerender(root);
    // With `debug` each render is done when the call is.
    else ink = render(root, { stdout, stdin, debug: true, patchConsole: false, exitOnCtrlC: false });
    const areas: Areas = Object.fromEntries([...nodes].map(([id, node]) => [id, areaOf(node)]));
    return areas;
  };
}

function boxOf(layout: Layout, nodes: Map<string, DOMElement>): ReactElement {
  const { size, grow = size === undefined ? 1 : 0 } = layout;
  const isPanel = 'panel' in layout;
  const parts = 'columns' in layout ? layout.columns : 'rows' in layout ? layout.rows : [];
  return createElement(
    Box,
    {
      key: isPanel ? layout.panel : parts.map((part) => JSON.stringify(part)).join(),
      flexDirection: 'rows' in layout ? 'column' : 'row',
      flexGrow: grow,
      flexShrink: size === undefined ? 1 : 0,
      flexBasis: size ?? 0,
      ...(isPanel
        ? {
            ref: (node: DOMElement | null) => {
              if (node) nodes.set(layout.panel, node);
            },
          }
        : {}),
    },
    ...parts.map((part) => boxOf(part, nodes)),
  );
}

/** ink places a box within its parent. */
function areaOf(node: DOMElement): Area {
  let [x, y] = [0, 0];
  for (let at: DOMElement | undefined = node; at; at = at.parentNode) {
    x += at.yogaNode?.getComputedLeft() ?? 0;
    y += at.yogaNode?.getComputedTop() ?? 0;
  }
  return { x, y, width: node.yogaNode?.getComputedWidth() ?? 0, height: node.yogaNode?.getComputedHeight() ?? 0 };
}
