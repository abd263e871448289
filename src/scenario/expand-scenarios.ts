/** Takes lists apart: one case for each combination of principal, action and resource. */
import { caseName, nameEach } from './case-name.ts';
import type { Check, Question, ScenarioCase, ScenarioFile, ScenarioForm, ScenarioPrincipal } from './scenario.ts';

/** The cases of a file in its order: principals outermost, then actions, then resources. */
export function expandScenarios(file: ScenarioFile): readonly ScenarioCase[] {
  return file.scenarios.flatMap((scenario) => scenario.forms.flatMap((form) => casesOf(form, file)));
}

function casesOf(form: ScenarioForm, file: ScenarioFile): ScenarioCase[] {
  const principalNames = nameEach(form.principals.map((principal) => principal.text));
  const questions = questionsOf(form.question);
  return form.principals.flatMap((principal, index) =>
    questions.map((question) => {
      const name = caseName(form.name, [principalNames[index], ...question.names]);
      return caseOf({ form, name, principal, checks: question.checks }, file);
    }),
  );
}

/** One question of a form and what tells it from the others. */
interface NamedQuestion {
  readonly names: readonly (string | undefined)[];
  readonly checks: readonly Check[];
}

function questionsOf(question: Question): readonly NamedQuestion[] {
  switch (question.kind) {
    case 'chain':
      return [{ names: [], checks: [] }];
    case 'checks':
      return [{ names: [], checks: question.checks }];
    case 'matrix': {
      const actions = nameEach(question.actions);
      const resources = nameEach(question.resources);
      return question.actions.flatMap((action, a) =>
        question.resources.map((resource, r) => ({
          names: [actions[a], resources[r]],
          checks: [{ action, resource, context: {} }],
        })),
      );
    }
    default:
      return question satisfies never;
  }
}

interface CaseParts {
  readonly form: ScenarioForm;
  readonly name: string;
  readonly principal: ScenarioPrincipal;
  readonly checks: readonly Check[];
}

function caseOf({ form, name, principal, checks }: CaseParts, file: ScenarioFile): ScenarioCase {
  return {
    name,
    scenario: form.scenario,
    location: form.location,
    expectedLocation: form.expectedLocation,
    ...(form.description === undefined ? {} : { description: form.description }),
    tags: form.tags,
    ...(form.skip === undefined ? {} : { skip: form.skip }),
    only: form.only,
    environment: file.environment,
    catalog: file.catalog,
    principal,
    hops: form.hops,
    checks,
    multiple: form.question.kind === 'checks',
    from: form.from,
    context: form.context,
    expected: form.expected,
  };
}
