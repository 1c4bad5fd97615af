import type { VoiceForm } from '../views/voice.ts';
import { type Box, roundToTenth } from './geometry.ts';

/** Returns the path of a cell: a pill for Japanese voices, a block for Russian ones, cut corners for others; unnamed cells are outlined. */
export function cellPath(form: VoiceForm, { x0, y0, x1, y1 }: Box): string {
  const [width, height] = [roundToTenth(x1 - x0), roundToTenth(y1 - y0)];
  const corner = roundToTenth(Math.min(5, width / 2, height / 2));
  const start = `M${roundToTenth(x0)} ${roundToTenth(y0)}`;
  const [h, v] = [roundToTenth(width - 2 * corner), roundToTenth(height - 2 * corner)];
  if (form === 'japan') {
    const turn = (x: number, y: number) => `a${corner} ${corner} 0 0 1 ${x} ${y}`;
    return `${start}m${corner} 0h${h}${turn(corner, corner)}v${v}${turn(-corner, corner)}h${-h}${turn(-corner, -corner)}v${-v}${turn(corner, -corner)}z`;
  }
  if (form === 'third') return `${start}m${corner} 0h${h}l${corner} ${corner}v${v}l${-corner} ${corner}h${-h}l${-corner} ${-corner}v${-v}z`;
  return `${start}h${width}v${height}h${-width}z`;
}
