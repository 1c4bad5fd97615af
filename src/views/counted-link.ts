/** A name that leads somewhere, with how much is there. */
export interface CountedLink {
  name: string;
  address: string;
  count: number;
}
