import type { Question } from '../../answer/schema';
import { counted } from '../words/labels';
import { pathWithin } from '../words/places';
import { sentence } from '../words/sentence';
import { PlaceLink } from './links';
import { Part } from './section';

/** So many values of a field are named; the rest are counted. */
const shownOptions = 8;

/** Which unanswered fields would change most, the most deciding first. */
export function Questions({ questions, within }: { questions: readonly Question[] | null; within: string }) {
  if (questions === null || questions.length === 0) return null;
  return (
    <Part title="Say next" class="questions">
      <ol class="items pairs">
        {questions.map((question) => (
          <li key={question.path}>
            <OneQuestion question={question} within={within} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function OneQuestion({
  question: { path, why, options, flips, place },
  within,
}: {
  question: Question;
  within: string;
}) {
  const shown = options.slice(0, shownOptions).map(String);
  const rest = options.length - shown.length;
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
      {shown.length > 0 && (
        <p class="options">
          {shown.map((option) => (
            <code key={option}>{option}</code>
          ))}
          {rest > 0 && <span class="muted">and {rest} more</span>}
        </p>
      )}
    </>
  );
}
