/** A name that leads somewhere, with how much is there. */
export interface Chip {
  name: string;
  address: string;
  count: number;
}
