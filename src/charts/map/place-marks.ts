import type { PlaceData } from '../../views/map-data.ts';
import { frameBox, projectPoint, type MapFrame } from './projection.ts';
import type { Label, LabelObstacles } from './label-candidates.ts';
import { placeLabels } from './place-labels.ts';
import { roundTo1, type Dot } from '../geometry.ts';

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
export const dotRadius = (statements: number) => roundTo1(Math.max(1.8, 0.92 * Math.sqrt(statements)));

/** Half the side of the square kept free about a part of a place. */
const PART = 5;

/** So many places of a map, the largest, are named on it; the lists name all. */
const NAMED = 40;

/** Marks for places, large ones first, so that none hides another. */
export function placeMarks(places: readonly PlaceData[], frame: MapFrame, size: number, surroundings: LabelObstacles = {}): PlaceMark[] {
  const dots = places
    .map((place) => {
      const [x, y] = projectPoint(frame, place.at);
      return { place, x, y, r: dotRadius(place.statements), lines: linesOf(place) };
    })
    .toSorted((a, b) => b.r - a.r || (a.place.name < b.place.name ? -1 : 1));
  const parts = places.flatMap((place) => place.parts.map((part) => projectPoint(frame, part)));
  const labels = placeLabels(
    dots.map(({ place, lines: [first, ...rest], x, y, r }, index) => ({
      ...{ x, y, r },
      lines: index < NAMED ? [`${first} ${place.statements}`, ...rest] : [],
    })),
    frameBox(frame),
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

export const formatStatementCount = (count: number) => `${count} ${count === 1 ? 'statement' : 'statements'}`;

function formOf({ kind, namings }: PlaceData): PlaceMark['form'] {
  if (namings.length > 0) return 'disputed';
  return kind === 'city' || kind === 'site' ? 'point' : 'area';
}

const namingsOf = ({ namings }: PlaceData) => namings.map(({ name, usedBy }) => `${usedBy}: ${name}`);

const linesOf = (place: PlaceData) => [place.name, ...namingsOf(place)];

const said = (place: PlaceData) => [`${place.name} ${formatStatementCount(place.statements)}`, ...namingsOf(place)].join('. ');
