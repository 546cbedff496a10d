/**
 * An error for the person who starts the program: what was expected, what was found and what to do.
 * It is printed without a stack, and the program exits with code 1.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
  }
}
