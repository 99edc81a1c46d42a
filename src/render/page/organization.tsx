import { Controls } from './controls';
import { Questions } from './questions';
import { useReading } from './reading';
import { Risks } from './risks';
import { Region } from './section';

/** What is judged once for the whole manifest. Nothing where there is nothing to say. */
export function Organization() {
  const { root, anchor } = useReading();
  const { risks, controls, questions } = root;
  const asked = controls.filter((control) => control.asked);
  if (risks.length + asked.length + (questions ?? []).length === 0) return null;
  const fold = `${root.path}|organization`;
  return (
    <Region anchor={`${anchor}organization`} title="Organization">
      <div class="card">
        {controls.length > 0 && <Controls controls={controls} fold={fold} />}
        {risks.length > 0 && <Risks risks={risks} fold={fold} />}
        <Questions questions={questions} within="organization" fold={fold} />
      </div>
    </Region>
  );
}
