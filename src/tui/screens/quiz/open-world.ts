/** The world of a question as the current answer: every layer, statement and value, and what if. */
import { answerWorld, type Question } from '../../../exam/index.ts';
import { explain } from '../../../explain/index.ts';
import { emptyDraft } from '../../request-draft.ts';
import { type AppState, stay, type Turn, withProject } from '../../state.ts';

export function openWorld(state: AppState, question: Question): Turn {
  const { request, policies, result, settings } = answerWorld(question);
  const step = {
    of: 'check',
    index: 0,
    request,
    policies,
    result,
    origins: {},
    because: {},
    absent: {},
    notes: [],
    problems: [],
  } as const;
  const { decision, decidedBy, missing, statements } = result;
  const received = { decision, ...(decidedBy === undefined ? {} : { decidedBy }), missing, statements };
  const answer = { received, decisive: step, steps: [step], hops: [], notes: [], problems: [] };
  const principal = request.principal.arn ?? request.principal.service ?? request.principal.type;
  const draft = {
    ...emptyDraft(`question ${question.id}`),
    principal,
    checks: [{ action: request.action, resource: request.resource, context: {} }],
  };
  const { place: _place, step: _step, supposed: _supposed, ...decisionState } = state.screens.decision;
  const next = withProject(state, {
    answer: { request: draft, answer, problems: [], explanation: explain(step, result, settings) },
  });
  return stay({
    ...next,
    screen: 'decision',
    screens: { ...next.screens, decision: { ...decisionState, statement: 0, entry: 0 } },
  });
}
