/** Ends queries in the database for which nobody waits any longer. */
import { randomUUID } from "node:crypto";

/** Ends the queries with these names in their metadata. */
export const endQueries =
  "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.entente IN $names " +
  "TERMINATE TRANSACTIONS id YIELD transactionId RETURN count(*)";

/** Names that arrive within this time are ended together, in milliseconds: a lost proxy is a hundred clients. */
const gathering = 20;

/** Gives queries names, and ends them by their names. */
export class Ending {
  readonly #process = randomUUID();
  readonly #send: (names: string[]) => Promise<void>;
  #count = 0;
  #names: string[] = [];

  /** @param send ends the queries with these names. */
  constructor(send: (names: string[]) => Promise<void>) {
    this.#send = send;
  }

  /** A name that no other query of any process has. */
  name(): string {
    return `${this.#process}/${(this.#count += 1)}`;
  }

  /** Ends the query with a name, if it still runs. */
  end(name: string): void {
    this.#names.push(name);
    if (this.#names.length > 1) return;
    setTimeout(() => {
      const names = this.#names;
      this.#names = [];
      void this.#send(names);
    }, gathering).unref();
  }
}
