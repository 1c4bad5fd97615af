import type { PlaceState } from '../../views/map-data.ts';
import { boxOf, pointAt, type MapFrame } from './projection.ts';
import type { Label, Surroundings } from './label-candidates.ts';
import { placeLabels } from './place-labels.ts';
import { tenth, type Dot } from '../geometry.ts';

/** A place on a map. */
export interface PlaceMark extends Dot {
  address: string;
  /** Its name, number and namings, for those who do not see the map. */
  said: string;
  /** `point` for a city or site, `area` for what the dot stands only in the middle of, `disputed` for what has two names. */
  form: 'point' | 'area' | 'disputed';
  sea: boolean;
  count: number;
  /** Where its name stands, and the name line by line, without the number; absent where there is no room. */
  label?: Label & { lines: readonly string[] };
}

/** The radius of a dot: its area goes by the number of statements, down to a size that can still be seen. */
export const dotRadius = (statements: number) => tenth(Math.max(1.8, 0.92 * Math.sqrt(statements)));

/** Half the side of the square kept free about a part of a place. */
const PART = 5;

/** So many places of a map, the largest, are named on it; the lists name all. */
const NAMED = 40;

/** Marks for places, large ones first, so that none hides another. */
export function placeMarks(places: readonly PlaceState[], frame: MapFrame, size: number, surroundings: Surroundings = {}): PlaceMark[] {
  const dots = places
    .map((place) => {
      const [x, y] = pointAt(frame, place.at);
      return { place, x, y, r: dotRadius(place.statements), lines: linesOf(place) };
    })
    .toSorted((a, b) => b.r - a.r || (a.place.name < b.place.name ? -1 : 1));
  const parts = places.flatMap((place) => place.parts.map((part) => pointAt(frame, part)));
  const labels = placeLabels(
    dots.map(({ place, lines: [first, ...rest], x, y, r }, index) => ({
      ...{ x, y, r },
      lines: index < NAMED ? [`${first} ${place.statements}`, ...rest] : [],
    })),
    boxOf(frame),
    size,
    {
      ...surroundings,
      obstacles: [
        ...(surroundings.obstacles ?? []),
        ...parts.map(([x, y]) => ({ x0: x - PART, y0: y - PART, x1: x + PART, y1: y + PART })),
      ],
    },
  );
  return dots.map(({ place, x, y, r, lines }, index) => {
    const label = labels[index];
    return {
      ...{ x, y, r, address: place.address, said: said(place), form: formOf(place), sea: place.kind === 'sea', count: place.statements },
      ...(label && { label: { ...label, lines } }),
    };
  });
}

export const sayStatements = (count: number) => `${count} ${count === 1 ? 'statement' : 'statements'}`;

function formOf({ kind, namings }: PlaceState): PlaceMark['form'] {
  if (namings.length > 0) return 'disputed';
  return kind === 'city' || kind === 'site' ? 'point' : 'area';
}

const namingsOf = ({ namings }: PlaceState) => namings.map(({ name, usedBy }) => `${usedBy}: ${name}`);

const linesOf = (place: PlaceState) => [place.name, ...namingsOf(place)];

const said = (place: PlaceState) => [`${place.name} ${sayStatements(place.statements)}`, ...namingsOf(place)].join('. ');
