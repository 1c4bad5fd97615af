/** How wide a line of Source Sans 3 is at most, in the unit of its size: an estimate from classes of characters. */
export function measureText(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * size;
}

function widthOf(character: string): number {
  if (/[ijl.,:;'’·|!]/.test(character)) return 0.27;
  if (/[ frtI()-]/.test(character)) return 0.34;
  if (/[mwMW]/.test(character)) return 0.84;
  return /[A-Z]/.test(character) ? 0.6 : 0.51;
}
