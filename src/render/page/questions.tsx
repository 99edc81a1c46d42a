import type { Question } from '../../answer/schema';
import { effectGroups } from '../words/effects';
import { counted } from '../words/labels';
import { pathWithin } from '../words/places';
import { sentence } from '../words/sentence';
import { PlaceLink } from './links';
import { Fold, Part } from './section';

/** So many questions stand in the open; the others are folded away. */
const shownQuestions = 3;
/** So many values of a field are named where nothing is said of what they do; the rest are counted. */
const shownOptions = 8;
/** So many groups of answers are told, each with so many outcomes. */
const shownEffects = 4;
const shownOutcomes = 3;

/** Which unanswered fields would change most, the most deciding first, and what each answer would do. */
export function Questions({
  questions,
  within,
  fold,
}: {
  questions: readonly Question[] | null;
  within: string;
  fold: string;
}) {
  if (questions === null || questions.length === 0) return null;
  const rest = questions.slice(shownQuestions);
  return (
    <Part title="Say next" class="questions">
      <QuestionList questions={questions.slice(0, shownQuestions)} within={within} />
      {rest.length > 0 && (
        <Fold minor id={`${fold}|questions`} summary={counted(rest.length, 'more question')}>
          <QuestionList questions={rest} within={within} />
        </Fold>
      )}
    </Part>
  );
}

function QuestionList({ questions, within }: { questions: readonly Question[]; within: string }) {
  return (
    <ol class="items pairs">
      {questions.map((question) => (
        <li key={question.path}>
          <OneQuestion question={question} within={within} />
        </li>
      ))}
    </ol>
  );
}

function OneQuestion({ question, within }: { question: Question; within: string }) {
  const { path, why, flips, place } = question;
  const groups = effectGroups(question, shownEffects, shownOutcomes);
  return (
    <>
      <p class="item-head">
        <span class="title">
          <PlaceLink place={place}>
            <code>{pathWithin(path, within)}</code>
          </PlaceLink>
        </span>
        <span class="muted">settles {counted(flips, 'conclusion')}</span>
      </p>
      {/* How much it settles stands above already. */}
      {why.id !== 'question.flips' && <p class="aside">{sentence(why)}</p>}
      {groups.length > 0 ? (
        <dl class="effects">
          {groups.map(({ answers, outcomes }) => (
            <div key={answers}>
              <dt>
                <code>{answers}</code>
              </dt>
              <dd>{outcomes.join(', ')}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Options options={question.options.map(String)} />
      )}
    </>
  );
}

function Options({ options }: { options: readonly string[] }) {
  if (options.length === 0) return null;
  const shown = options.slice(0, shownOptions);
  const rest = options.length - shown.length;
  return (
    <p class="options">
      {shown.map((option) => (
        <code key={option}>{option}</code>
      ))}
      {rest > 0 && <span class="muted">and {rest} more</span>}
    </p>
  );
}
