import { useContext } from 'preact/hooks';
import { ActionsContext } from './context';

/** The smallest manifest that gets advice. */
const example = `version: 1
systems:
  - id: claims-triage
    purpose: Sorts incoming claims and proposes a payout to a clerk
    roles: [deployer]
    areas: [insurance.other]
    influence: main-factor
    markets: [DE, SG]
`;

/** Shown where no manifest was found. */
export function NoManifest() {
  const actions = useContext(ActionsContext);
  return (
    <div class="empty">
      <p class="lede">
        No manifest yet. One file, ai-usage.yaml, says which AI systems are in this repository.
      </p>
      {actions && (
        <p>
          <button type="button" class="primary" onClick={() => actions.newManifest()}>
            New manifest
          </button>
        </p>
      )}
      <Example />
    </div>
  );
}

/** Shown where a manifest has no system: it is new, or too broken to read one from. */
export function NoSystems({ broken }: { broken: boolean }) {
  return (
    <div class="empty">
      {broken ? (
        <p class="lede">
          No system could be read from the manifest. Correct the errors above; the advice follows.
        </p>
      ) : (
        <>
          <p class="lede">
            The manifest lists no system yet. Add one under systems; four lines are enough to begin.
          </p>
          <Example />
        </>
      )}
    </div>
  );
}

function Example() {
  return (
    <figure>
      <figcaption class="muted">The smallest manifest that gets advice</figcaption>
      <pre>
        <code>{example}</code>
      </pre>
    </figure>
  );
}
