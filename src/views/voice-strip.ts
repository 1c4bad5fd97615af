import type { StatementNode } from '../record/model.ts';
import { statementPath } from '../paths/paths.ts';
import { formatList, pluralize } from '../text/english.ts';
import { voiceOf, type Voice, type VoiceForm } from './voice.ts';

/** A cell of a strip: a statement with its voice. */
export interface VoiceCell {
  id: string;
  n: number;
  address: string;
  voice: Voice;
}

/** Returns a cell for each statement, in their order. */
export const voiceCells = (statements: readonly StatementNode[]): VoiceCell[] =>
  statements.map((statement) => ({
    id: statement.id,
    n: statement.data.n,
    address: statementPath(statement.id),
    voice: voiceOf(statement),
  }));

type VoiceGroup = VoiceForm | 'joint';

/** Names of groups of voices. */
export const VOICE_GROUPS: Record<VoiceGroup, { one: string; many: string }> = {
  japan: { one: 'a Japanese voice', many: 'Japanese voices' },
  russia: { one: 'a Russian voice', many: 'Russian voices' },
  third: { one: 'a voice of neither side', many: 'voices of neither side' },
  unnamed: { one: 'an unnamed source', many: 'unnamed sources' },
  joint: { one: 'joint authors of two sides', many: 'joint authors of two sides' },
};

export const voiceGroup = (forms: readonly VoiceForm[]): VoiceGroup => (forms.length > 1 ? 'joint' : forms[0]!);

/** Counts cells by who speaks: “44 statements: 23 by Japanese voices, 20 by Russian voices and 1 by an unnamed source”. */
export function countVoices(cells: readonly VoiceCell[]): string {
  const counts = Map.groupBy(cells, ({ voice }) => voiceGroup(voice.speakers));
  const parts = Object.entries(VOICE_GROUPS).flatMap(([group, { one, many }]) => {
    const count = counts.get(group as VoiceGroup)?.length ?? 0;
    return count > 0 ? [`${count} by ${count === 1 ? one : many}`] : [];
  });
  return `${pluralize(cells.length, 'statement')}: ${formatList(parts)}`;
}
