import { describe, expect, it } from 'vitest';
import { isCivilDay } from '../../../../src/plan/civil-day.ts';
import { handedRules } from '../../../../src/plan/signed/handed-rules.ts';
import { notesOn } from '../../../../src/plan/signed/state-law.ts';
import { RULES } from './content.ts';

const handed = handedRules(RULES);

describe('handedRules', () => {
  it('keeps each rule, and leaves out the questions, which the form asks', () => {
    expect(handed.accepted).toEqual(RULES.accepted);
    expect(handed.clauses.map(({ id, any, by }) => ({ id, any, by }))).toEqual(
      RULES.clauses.map(({ id, any, by }) => ({ id, any, by })),
    );
    expect(JSON.stringify(handed)).not.toContain(RULES.clauses[0]?.question);
  });

  it.each(['2026-12-18', '2026-12-19'])('tells each note on %s with its sources', (today) => {
    const notes = notesOn(handed.notes, { country: 'us', concerns: ['estimate'], today });
    expect(notes).toHaveLength(5);
    for (const { text, sources, reviewed } of notes) {
      expect(text).toBeTruthy();
      expect(sources.length).toBeGreaterThan(0);
      expect(isCivilDay(reviewed)).toBe(true);
    }
  });
});
