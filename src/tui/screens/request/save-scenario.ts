/** Keeps the current request as a scenario that expects the answer it has. */
import { editText } from '../../project/edit-text.ts';
import { type AppState, stay, type Turn, withMessage } from '../../state.ts';
import { asScenario } from '../../tasks/request-out.ts';
import { lineText } from '../../widgets/line-text.ts';

export function saveScenario(state: AppState): Turn {
  return stay({
    ...state,
    overlay: {
      kind: 'prompt',
      title: 'name of the scenario',
      line: lineText(),
      problem: (name) => {
        const written = asScenario(state.project, name);
        return name === '' ? undefined : 'problem' in written ? written.problem : undefined;
      },
      accept: (at, name) => (name === '' ? stay(at) : addScenario(at, name)),
    },
  });
}

function addScenario(state: AppState, name: string): Turn {
  const written = asScenario(state.project, name);
  if ('problem' in written) return stay(withMessage(state, written.problem, 'bad'));
  const turn = editText(state, written.path, written.text);
  return { ...turn, state: withMessage(turn.state, `added to ${written.path}; ctrl-s saves the file`, 'good') };
}
