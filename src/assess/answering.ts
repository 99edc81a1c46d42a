import type { Terms } from '../logic/leaf';
import type { Fact, Facts, ListFact, ObjectsFact, Scalar, Spot } from '../manifest/fact';
import { type Field, fieldAt } from '../manifest/fields';

/** Says that a list of objects is empty, where its objects are asked by one field. */
export const noObjects = 'none';

/** The field by which objects are asked for when nothing is said of them: what most conditions tell them apart by. */
export const decidingField = 'access';

/**
 * The same facts, with one field answered. A list keeps what it says: the answer takes the place of its `unknown`, or
 * of the parent that was too coarse. A field of listed objects is answered for each that does not say it; a list of
 * objects, by one object that says the deciding field alone.
 */
export function withAnswer(facts: Facts, path: string, value: Scalar, terms: Terms): Facts {
  const parent = path.slice(0, path.lastIndexOf('.'));
  if (fieldAt(parent)?.kind === 'object-list') {
    const key = path.slice(parent.length + 1);
    return withObjects(facts, parent, answeredMembers(facts.get(parent), key, value));
  }
  const field = fieldAt(path);
  if (field?.kind === 'object-list') return withObjects(facts, path, oneObject(facts.get(path).spots, value));
  const answer =
    field?.kind === 'list'
      ? listWith(facts.get(path), value, path, terms)
      : scalar(facts.get(path).spots, value);
  return { get: (asked) => (asked === path ? answer : facts.get(asked)) };
}

function scalar(spots: readonly Spot[], value: Scalar): Fact {
  return { kind: 'scalar', value, from: 'given', spots };
}

function listWith(fact: Fact, value: Scalar, path: string, terms: Terms): Fact {
  const { spots } = fact;
  const [spot] = spots;
  const ancestors = terms.hierarchy(path)?.(String(value)) ?? [];
  const kept =
    fact.kind === 'list' ? fact.members.filter((member) => !ancestors.includes(String(member.value))) : [];
  const added = spot ? [{ value, spot }] : [];
  return { kind: 'list', members: [...kept, ...added], open: false, from: 'given', spots };
}

/** Facts with a list of objects in place; each field of the objects is asked of them. */
function withObjects(facts: Facts, path: string, objects: Fact): Facts {
  return {
    get(asked) {
      if (asked === path) return objects;
      if (objects.kind !== 'objects' || !asked.startsWith(`${path}.`)) return facts.get(asked);
      return fieldOf(objects, asked.slice(path.length + 1), fieldAt(asked));
    },
  };
}

/** What any of the objects says of a field; one that does not say it leaves the whole open. */
function fieldOf({ members, open, spots }: ObjectsFact, key: string, field: Field | undefined): ListFact {
  const said: { value: Scalar; spot: Spot }[] = [];
  let unsaid = open;
  for (const { spot, get } of members) {
    const fact = get(key);
    if (fact.kind === 'scalar') said.push({ value: fact.value, spot });
    else if (fact.kind === 'list') {
      said.push(...fact.members);
      unsaid ||= fact.open;
    } else unsaid = true;
  }
  return { kind: 'list', members: said, open: unsaid && field !== undefined, from: 'given', spots };
}

function answeredMembers(fact: Fact, key: string, value: Scalar): Fact {
  if (fact.kind !== 'objects') return fact;
  const members = fact.members.map(({ spot, get }) => ({
    spot,
    get: (asked: string) => {
      const said = get(asked);
      return asked === key && said.kind === 'unknown' ? scalar(said.spots, value) : said;
    },
  }));
  return { ...fact, members };
}

function oneObject(spots: readonly Spot[], value: Scalar): ObjectsFact {
  const [spot] = spots;
  const get = (key: string): Fact =>
    key === decidingField ? scalar(spots, value) : { kind: 'unknown', said: false, from: 'given', spots };
  const members = value === noObjects || !spot ? [] : [{ spot, get }];
  return { kind: 'objects', members, open: false, from: 'given', spots };
}
