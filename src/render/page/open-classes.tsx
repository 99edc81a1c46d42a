import { ClassTag } from './tags';

/** So many classes that may hold are named; the rest are counted. */
const named = 2;

/** What a system may be, as items of a list. */
export function OpenClasses({ names }: { names: readonly string[] }) {
  const rest = names.length - named;
  return (
    <>
      {names.slice(0, named).map((name) => (
        <li key={name}>
          <ClassTag id={name} verdict="unknown" />
        </li>
      ))}
      {rest > 0 && <li class="muted">and {rest} more that may hold</li>}
    </>
  );
}
