import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCatalog } from '../../scripts/built-catalog';

const { pack, bodies, problems } = await builtCatalog();

describe('the catalog of the repository', () => {
  it('builds without an error', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has a living tool for every capability that a control wants, at each of its moments', () => {
    expect(problems.filter(({ code }) => code === 'no-tool')).toEqual([]);
  });

  it('has a primary answer to every risk', () => {
    expect(problems.filter(({ code }) => code === 'no-control')).toEqual([]);
  });

  it('uses every capability, exception, date group and penalty', () => {
    const unused = problems.filter(
      ({ code, file }) => code === 'unused' && file !== 'vocabularies/themes.md',
    );
    expect(unused).toEqual([]);
  });

  it('fits into 400 kB on the way to an editor, guidance and places apart', () => {
    expect(gzipSync(JSON.stringify({ ...pack, places: undefined })).length).toBeLessThan(400_000);
    expect(gzipSync(JSON.stringify(bodies)).length).toBeLessThan(100_000);
  });

  it('has 24 themes, each with a meaning', () => {
    const [themes] = pack.vocabularies.filter(({ id }) => id === 'themes');
    expect(themes?.terms).toHaveLength(24);
    expect(themes?.terms.filter(({ meaning }) => meaning === undefined)).toEqual([]);
  });

  it('joins each duty of Colorado and Singapore, and those of the EU for high-risk systems and transparency, to a control', () => {
    const named = new Set(pack.controls.flatMap(({ primaryFor }) => primaryFor.duties));
    const joinedOneByOne = ['eu-ai-act', 'us-co-sb26-189', 'sg-mgf-agentic'];
    const needed = pack.regimes.flatMap(({ id, duties }) =>
      duties
        .filter(() => joinedOneByOne.includes(id))
        .filter(
          (duty) =>
            id !== 'eu-ai-act' ||
            /art-(?:4|5|9|1[0-57]|26-(?!10|12)\d+|27|43|4[789]-?\d*|50-[1-4]|72|73|86)$/.test(duty.id),
        )
        .map((duty) => duty.id),
    );
    expect(needed.length).toBeGreaterThan(40);
    expect(needed.filter((duty) => !named.has(duty))).toEqual([]);
  });

  it('keeps guardrails and tests apart: a guardrail works on live traffic, a test never does', () => {
    for (const { id, family, runtime, moments } of pack.capabilities) {
      if (family === 'guardrail') expect({ id, runtime }).toEqual({ id, runtime: true });
      if (family === 'testing') expect({ id, runtime }).toEqual({ id, runtime: false });
      if (runtime) expect(moments, id).toContain('operate');
    }
  });

  it('says of each documented capability where it stands, in a source that was read', () => {
    for (const { id, capabilities, sources } of pack.tools) {
      const documented = capabilities.filter(({ basis }) => basis === 'documented');
      if (documented.length > 0)
        expect(
          sources.some(({ read }) => read !== null),
          id,
        ).toBe(true);
    }
  });

  it('gives guidance in 100 to 200 words for the controls that are asked most', () => {
    for (const id of [
      'human-review',
      'approval-gate',
      'bias-testing',
      'ai-disclosure',
      'agent-register',
      'accountable-owner',
    ]) {
      const words = (bodies[`controls/${id}`] ?? '').split(/\s+/).length;
      expect(words, id).toBeGreaterThanOrEqual(100);
      expect(words, id).toBeLessThanOrEqual(200);
    }
  });

  it('says of its tools what they are good at, where they fail, how to start and how to prove it', () => {
    const guides = pack.tools.flatMap(({ id }) => bodies[`tools/${id}`] ?? []);
    expect(guides.length).toBeGreaterThanOrEqual(8);
    for (const guide of guides) {
      for (const part of [
        '**Good at**',
        '**Fails at**',
        '**How to start:**',
        '**Prove that it works here:**',
      ]) {
        expect(guide).toContain(part);
      }
    }
  });

  it('knows that LLM Guard was given up by its makers', () => {
    const guard = pack.tools.find(({ id }) => id === 'llm-guard');
    expect(guard?.status.state).toBe('archived');
  });
});
