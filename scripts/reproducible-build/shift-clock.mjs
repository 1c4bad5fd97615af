// Loaded before a build (node --import): its clock is 400 days and some hours ahead, so that a date of the build shows.
const ahead = 400 * 86_400_000 + 5 * 3_600_000 + 1234;
const TrueDate = Date;
const now = () => TrueDate.now() + ahead;

globalThis.Date = class extends TrueDate {
  /** @param {ConstructorParameters<typeof TrueDate>} given */
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
