import type { Answer } from '../../src/answer/schema';
import { sampleAnswer } from '../fixtures/answers';

/** What somebody could write into a manifest, a file name or an overlay to reach out of the text. */
export const attacks = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror="document.title=\'owned\'">',
  "'><svg onload=document.title='owned'>",
  '</style><script>document.title="owned"</script>',
  '<!--',
  '{{constructor.constructor("document.title=1")()}}',
  'javascript:document.title="owned"',
];

/** The sample with every free text, id, file name and address replaced by an attack. */
export function hostileAnswer(attack: string): Answer {
  const answer = sampleAnswer();
  for (const root of answer.roots) {
    const files = (file: string) => `${attack}/${file}`;
    root.parts = [attack];
    root.catalog.overlays = [attack];
    root.path = files(root.path);
    root.organization.name = { value: attack, from: 'given', places: [] };
    for (const finding of root.findings) {
      finding.rule = attack;
      finding.message.text = attack;
      finding.place = { ...finding.place, file: attack, path: attack };
      if (finding.ignored) finding.ignored.reason = attack;
    }
    for (const system of root.systems) {
      system.id = attack;
      system.name = attack;
      system.purpose = attack;
      system.file = attack;
      for (const regime of system.regimes) {
        regime.title = attack;
        for (const ground of regime.classes) ground.title = attack;
        for (const duty of regime.duties) duty.statement = attack;
        for (const reason of regime.reasons) reason.text = { id: attack, params: { path: attack } };
      }
      for (const control of system.controls) control.lacks = [{ id: 'x', params: { path: attack } }];
      for (const question of system.questions ?? []) {
        question.path = attack;
        question.options = [attack];
      }
    }
    for (const tool of root.portfolio?.tools ?? []) {
      tool.name = attack;
      tool.homepage = attack;
    }
  }
  return answer;
}

/** A body that tries an attack as text, as the target of a link and as an image. */
export function hostileGuidance(attack: string): string {
  return `${attack}\n\n[words](<${attack}>) ![words](<${attack}>)\n\n\`\`\`\n${attack}\n\`\`\`\n`;
}
