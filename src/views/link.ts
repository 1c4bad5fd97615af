/** A name with the path of its page. */
export interface Link {
  name: string;
  address: string;
}
