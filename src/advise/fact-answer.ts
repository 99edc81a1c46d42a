import type { Fact as AnswerFact } from '../answer/schema';
import type { Fact, ObjectsFact } from '../manifest/fact';
import { fields } from '../manifest/fields';

type Json = Extract<AnswerFact, { value: unknown }>['value'];

/** A fact as the answer has it. Nothing said about a field whose absence is a fact is `null`. */
export function answerFact(fact: Fact): AnswerFact {
  const { from } = fact;
  const places = [...fact.spots];
  switch (fact.kind) {
    case 'scalar':
      return { value: fact.value, from, places };
    case 'list': {
      const members: (string | number | boolean)[] = fact.members.map(({ value }) => value);
      return { value: fact.open ? [...members, 'unknown'] : members, from, places };
    }
    case 'objects':
      return { value: objectsValue(fact), from, places };
    case 'possible':
      return { oneOf: [...fact.values], from: 'derived', places };
    case 'unknown':
      return { unknown: true, from, places };
    case 'absent':
      return { value: null, from, places };
  }
}

/** The members of a list of objects with all that they say. */
function objectsValue(fact: ObjectsFact): Json {
  const keys = [
    ...new Set(
      fields()
        .filter(({ kind }) => kind === 'object-list')
        .flatMap(({ members }) => [...members.keys()]),
    ),
  ];
  const members = fact.members.map(({ get }) => {
    const said: Record<string, string | number | boolean | (string | number | boolean)[]> = {};
    for (const key of keys) {
      const inner = get(key);
      if (inner.kind === 'scalar') said[key] = inner.value;
      if (inner.kind === 'list') said[key] = inner.members.map(({ value }) => value);
    }
    return said;
  });
  return fact.open ? [...members, 'unknown'] : members;
}
