/** A set of questions to print: the questions, then the key on a page of its own. */
import type { Question } from '../exam/index.ts';
import { examAnswer, examQuestion } from './exam-question.ts';

export function examSheet(questions: readonly Question[]): string {
  const asked = questions.map((question, at) => `Question ${at + 1}\n\n${examQuestion(question)}`);
  const told = questions.map(
    (question, at) => `Question ${at + 1} (${question.id})\n${examAnswer(question, 'ABCDEFGH')}`,
  );
  return `${asked.join('\n\n')}\n\f\nAnswer key\n\n${told.join('\n')}`;
}

/** For Anki: front, back and tags, separated by tabs; HTML in the fields. */
export function examAnki(questions: readonly Question[]): string {
  const rows = questions.map((question) => {
    const tags = ['iamproof', question.topic, question.kind].join(' ');
    return [field(examQuestion(question)), field(examAnswer(question, 'ABCDEFGH')), tags].join('\t');
  });
  return `#separator:tab\n#html:true\n#tags column:3\n${rows.map((row) => `${row}\n`).join('')}`;
}

function field(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<pre>${escaped.replaceAll('\t', '  ').replaceAll('\n', '<br>')}</pre>`;
}
