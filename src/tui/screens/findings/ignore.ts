/** Accepts a finding with a reason: a comment in YAML, else an entry of the configuration. */
import { withIgnoreComment } from '../../../lint/index.ts';
import { withIgnoreRule } from '../../../workspace/index.ts';
import { editText } from '../../project/edit-text.ts';
import { textOf } from '../../project/project.ts';
import { type AppState, stay, type Turn, withMessage } from '../../state.ts';
import { lineText } from '../../widgets/line-text.ts';
import { type Found, fileOf, foundHere } from './entries.ts';

export function askReason(state: AppState): Turn {
  const found = foundHere(state);
  if (!found) return stay(state);
  if (found.file === undefined) return stay(withMessage(state, 'what cannot be read is mended, not ignored'));
  return stay({
    ...state,
    overlay: {
      kind: 'prompt',
      title: `why ${found.code} is right here`,
      line: lineText(),
      problem: (text) => (text.length < 8 ? 'a reason that whoever reads it next can judge' : undefined),
      accept: (at, reason) => ignored(at, found, reason),
    },
  });
}

function ignored(state: AppState, found: Found, reason: string): Turn {
  const file = fileOf(found);
  const own = textOf(state.project, file);
  const comment = own === undefined ? undefined : withIgnoreComment({ name: file, text: own }, found, reason);
  if (comment !== undefined) return told(editText(state, file, comment), file);
  const { configFile } = state.project;
  const config = textOf(state.project, configFile);
  const { code, statement, policy } = found;
  const rule = {
    check: code,
    file,
    ...(statement === undefined ? {} : { statement }),
    ...(policy === undefined ? {} : { policy }),
    reason,
  };
  return told(editText(state, configFile, withIgnoreRule({ name: configFile, text: config ?? '' }, rule)), configFile);
}

function told(turn: Turn, path: string): Turn {
  return { ...turn, state: withMessage(turn.state, `accepted in ${path}; ctrl-s saves it`, 'good') };
}
