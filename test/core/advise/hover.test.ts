import { describe, expect, it } from 'vitest';
import { hoverField } from '../../../src/advise/hover';
import { fieldAt } from '../../../src/manifest/fields';
import { full } from '../manifest/schema-examples';
import { pack } from '../real-catalog';
import { marked } from './cursor';

function at(text: string, path?: string) {
  const { source, position } = marked(text, path);
  return hoverField(pack, source, position);
}

/** The text that a hover speaks of. */
function subject(text: string, path?: string): string | undefined {
  const { source } = marked(text, path);
  const range = at(text, path)?.range;
  return (
    range && source.text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character)
  );
}

const system = (fields: string) => `version: 1\nsystems:\n  - id: one\n    ${fields}\n`;
const docOf = (path: string, id: string) => fieldAt(path)?.values?.find((value) => value.id === id)?.doc;

describe('a key', () => {
  it('says what it holds, what it is and why it is asked, then its values', () => {
    const { markdown } = at(system('infl|uence: decides')) ?? {};
    const [title, doc, values] = markdown?.split('\n\n') ?? [];
    expect(title).toBe('**influence** · one of 4');
    expect(doc).toBe(fieldAt('system.influence')?.doc);
    expect(values).toBe('From least to most: `none`, `informs`, `main-factor`, `decides`');
  });

  it('is the range of the hover', () => {
    expect(subject(system('infl|uence: decides'))).toBe('influence');
    expect(subject(system('data: { |classes: [personal] }'))).toBe('classes');
    expect(subject('|version: 1\nsystems: []')).toBe('version');
  });

  it('of areas lists families only, since members are many', () => {
    const { markdown } = at(system('ar|eas: [housing]')) ?? {};
    expect(markdown).toContain('Families: `biometric`, `infrastructure`');
    expect(markdown).not.toContain('employment.recruitment`,');
  });

  it('of a list of ids says whose', () => {
    expect(at(system('controls: [{ i|d: human-review }]'))?.markdown).toContain('control id, needed');
    expect(at('version: 1\npreferences: { tools|InUse: [] }')?.markdown).toContain('list of tool ids');
  });

  it('that the schema does not know says nothing, and neither does a free one', () => {
    expect(at(system('stgae|: pilot'))).toBeUndefined();
    expect(at(system('x-team|: a'))).toBeUndefined();
  });

  it('is explained in defaults, in parts and in JSON alike', () => {
    const expected = at(system('owner|: a'))?.markdown;
    expect(at('version: 1\ndefaults:\n  own|er: a')?.markdown).toBe(expected);
    expect(at(system('owner|: a'), 'web/chat.ai-usage.yaml')?.markdown).toBe(expected);
    const inJson = '{ "version": 1, "systems": [{ "id": "a", "own|er": "b" }] }';
    expect(at(inJson, 'ai-usage.json')?.markdown).toBe(expected);
    expect(subject(inJson, 'ai-usage.json')).toBe('"owner"');
  });
});

describe('a value', () => {
  it('of an enumeration says what it means', () => {
    expect(at(system('influence: main-f|actor'))?.markdown).toBe(
      `**main-factor** · influence\n\n${docOf('system.influence', 'main-factor')}`,
    );
    expect(subject(system('influence: main-f|actor'))).toBe('main-factor');
  });

  it('that is an area says what it is part of', () => {
    const { markdown } = at(system('areas: [housing, employment.ter|ms]')) ?? {};
    expect(markdown).toContain('**employment.terms** · areas, in employment.management, employment');
    expect(markdown).toContain(docOf('system.areas', 'employment.terms'));
  });

  it('that is unknown says that somebody looked', () => {
    expect(at(system('stage: unkn|own'))?.markdown).toContain('Somebody looked and does not know');
    expect(at(system('areas: [unkn|own]'))?.markdown).toContain('Somebody looked and does not know');
  });

  it('that is a place says its name and what it is in', () => {
    const { markdown } = at(system('markets: [D|E]')) ?? {};
    expect(markdown).toContain('**Germany** · `DE`');
    expect(markdown).toContain('EU');
  });

  it('that means only itself is explained by its field', () => {
    expect(at(system('purpose: Sorts inc|oming claims'))?.markdown).toContain(fieldAt('system.purpose')?.doc);
    expect(subject(system('purpose: Sorts inc|oming claims'))).toBe('Sorts incoming claims');
    expect(at(system('profiling: tr|ue'))?.markdown).toContain('**profiling** · true or false');
  });

  it('that the field cannot have is explained by its field too', () => {
    expect(at(system('stage: prodution|'))?.markdown).toContain('`production`');
  });
});

describe('an id of the catalog', () => {
  const control = pack.controls.find(({ id }) => id === 'human-review');
  const regime = pack.regimes.find(({ id }) => id === 'eu-ai-act');
  const duty = regime?.duties[0];
  const exception = regime?.exceptions.find(({ automatic }) => !automatic);

  it('shows title, one sentence, and where and when it was read', () => {
    const lines = at(system('controls: [{ id: human-rev|iew }]'))?.markdown.split('\n\n') ?? [];
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`**${control?.title}** · \`human-review\` · control`);
    expect(control?.statement.startsWith(lines[1] ?? '-')).toBe(true);
    expect(lines[2]).toContain(control?.sources[0]?.title);
    expect(lines[2]).toContain(control?.sources[0]?.read ?? 'not read');
  });

  it('of a duty or an exception tells its article', () => {
    expect(at(system(`waivers: [{ duty: |${duty?.id} }]`))?.markdown).toContain(duty?.article);
    const claim = at(system(`claims: [{ exemption: |${exception?.id} }]`))?.markdown;
    expect(claim).toContain(exception?.title);
    expect(claim).toContain(exception?.article);
  });

  it('of a class tells its grounds', () => {
    const { markdown } = at(system('declares: [{ class: eu-ai-act.high|-risk }]')) ?? {};
    expect(markdown).toContain('EU AI Act');
    expect(markdown).toContain('Annex III');
  });

  it('that the catalog does not have is explained by its field', () => {
    expect(at(system('controls: [{ id: no-such-cont|rol }]'))?.markdown).toContain('**id** · control id');
  });
});

describe('a hover', () => {
  it('between words, in comments and beyond the text says nothing', () => {
    expect(at(`${full}\n\n|`)).toBeUndefined();
    expect(at(system('stage: pilot     # wha|t'))).toBeUndefined();
    expect(at('|')).toBeUndefined();
  });

  it('lies at its word in every system of a file', () => {
    const many = `version: 1\nsystems:\n${['a', 'b', 'c'].map((id) => `  - id: ${id}\n    stage: pilot\n`).join('')}policy:\n  failOn: never\n`;
    const lines = many.split('\n');
    for (const [line, text] of lines.entries()) {
      const column = text.search(/stage|failOn/);
      if (column < 0) continue;
      const range = hoverField(
        pack,
        { path: 'ai-usage.yaml', text: many },
        { line, character: column + 1 },
      )?.range;
      const length = /stage|failOn/.exec(text)?.[0].length ?? 0;
      expect(range).toEqual({
        start: { line, character: column },
        end: { line, character: column + length },
      });
    }
  });

  it('has three paragraphs at most, wherever it is', () => {
    for (let offset = 0; offset < full.length; offset += 5) {
      const { markdown } = at(`${full.slice(0, offset)}|${full.slice(offset)}`) ?? {};
      expect(markdown?.split('\n\n').length ?? 0).toBeLessThanOrEqual(3);
    }
  });
});
