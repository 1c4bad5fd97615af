import type { SpeakerNode, StatementNode } from '../record/model.ts';
import type { Side } from '../schema/actor.ts';
import { formatList } from '../text/english.ts';
import { voiceLabels } from '../text/labels.ts';

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
    names: format(nameOf),
    description: format((voice) => `${nameOf(voice)}, ${voiceLabels[formOf(voice)]}`),
  };
}

/** Words before the speakers, the first link and each other link of a chain. */
const CONNECTORS = ['', ', through ', ', then '];

const nameOf = ({ actor, unnamed }: SpeakerNode) => actor?.data.names.en ?? unnamed ?? '';

const formOf = ({ actor }: SpeakerNode): VoiceForm => actor?.data.side ?? 'unnamed';

const distinctForms = (voices: readonly SpeakerNode[]) => [...new Set(voices.map(formOf))];

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
