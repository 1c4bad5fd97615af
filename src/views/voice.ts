import type { SpeakerNode, StatementNode } from '../record/model.ts';
import type { Side } from '../schema/items.ts';
import { formatList, pluralize } from '../text/english.ts';
import { voiceLabels } from '../text/labels.ts';
import { statementPath } from '../paths/paths.ts';

/** The form of a speaker in a voice mark: the side, or unnamed. */
export type VoiceForm = Side | 'unnamed';

/** Who speaks in a statement and who passed it on, as a voice mark draws it. It is the side of the speaker, not of the claim. */
export interface Voice {
  /** Distinct forms of the speakers, in their order. Joint speakers of several forms share the mark. */
  speakers: VoiceForm[];
  /** Distinct forms of the last link of the chain. Empty if the article itself speaks. */
  passedOnBy: VoiceForm[];
  /** Names without sides: “Taisuke Abiru, through TASS”. */
  names: string;
  /** Names with sides, for screen readers: “Taisuke Abiru, Japanese side, through TASS, Russian side”. */
  description: string;
}

/** Returns the voice of a statement, or of a word that an article uses. */
export function voiceOf({ speakers, via = [] }: Pick<StatementNode, 'speakers'> & Partial<Pick<StatementNode, 'via'>>): Voice {
  const chain = [speakers, ...via];
  const format = (name: (voice: SpeakerNode) => string) =>
    chain.map((voices, index) => `${CONNECTORS[Math.min(index, 2)]!}${formatList(voices.map(name))}`).join('');
  return {
    speakers: distinctForms(speakers),
    passedOnBy: distinctForms(via.at(-1) ?? []),
    names: format(speakerName),
    description: format((voice) => `${speakerName(voice)}, ${voiceLabels[formOf(voice)]}`),
  };
}

/** Words before the speakers, the first link and each other link of a chain. */
const CONNECTORS = ['', ', through ', ', then '];

/** Returns the name of a speaker, or the article’s description of an unnamed one. */
export const speakerName = ({ actor, unnamed }: SpeakerNode) => actor?.data.names.en ?? unnamed ?? '';

/** Returns the family name of a person who speaks, else the name of the speaker. */
export const shortSpeakerName = (speaker: SpeakerNode) => speaker.actor?.data.person?.family ?? speakerName(speaker);

/** Returns the forms of all who speak in statements, the one with most statements first. */
export function voicesOf(statements: readonly StatementNode[]): VoiceForm[] {
  const forms = statements.flatMap(({ speakers }) => distinctForms(speakers));
  return [...Map.groupBy(forms, (form) => form)].toSorted(([, a], [, b]) => b.length - a.length).map(([form]) => form);
}

/** Returns the classes of a mark in `src/styles/voice.css`: `russia by-russia`, `japan joint and-third`. */
export const voiceClasses = ({
  speakers: [first, second],
  passedOnBy: [relay, otherRelay],
}: Pick<Voice, 'speakers' | 'passedOnBy'>): string =>
  [first, second && `joint and-${second}`, relay && `by-${relay}`, otherRelay && `by-and-${otherRelay}`].filter(Boolean).join(' ');

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
  third: { one: 'a voice neither Japanese nor Russian', many: 'voices neither Japanese nor Russian' },
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
  return [pluralize(cells.length, 'statement'), formatList(parts)].filter(Boolean).join(': ');
}

const formOf = ({ actor }: SpeakerNode): VoiceForm => actor?.data.side ?? 'unnamed';

const distinctForms = (voices: readonly SpeakerNode[]) => [...new Set(voices.map(formOf))];
