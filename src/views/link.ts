/** A name with the path of its page. */
export interface Link {
  name: string;
  address: string;
}

/** A link with the number of items it leads to. */
export interface CountedLink extends Link {
  count: number;
}
