// Why something is not believed: the name of a sentence, and what stands in its gaps.
export class Refused extends Error {
  constructor(code, ...values) {
    super([code, ...values].join(" "));
    this.code = code;
    this.values = values;
  }
}
