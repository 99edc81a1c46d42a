import type { Root } from '../../answer/schema';
import { lateness } from '../words/known-until';
import { counted } from '../words/labels';
import { Day } from './day';
import { FileLink } from './links';

/** One line that says what was read: whose manifest, which file, and the two days that every conclusion rests on. */
export function RootLine({ root }: { root: Root }) {
  const name = organizationName(root);
  const stale = root.catalog.stale?.length ?? 0;
  return (
    <p class="root-line">
      {name !== undefined && <span>{name}</span>}
      <FileLink file={root.path} />
      <span>
        law as of <Day day={root.asOf} />
      </span>
      <span>
        known until <Day day={root.knownUntil} />
        {lateness(root) !== 'none' && ', later law not included'}
      </span>
      {stale > 0 && <span>{counted(stale, 'entry', 'entries')} past their review day</span>}
    </p>
  );
}

function organizationName({ organization }: Root): string | undefined {
  const fact = organization.name;
  return fact !== undefined && 'value' in fact && typeof fact.value === 'string' ? fact.value : undefined;
}
