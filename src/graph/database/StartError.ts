/**
 * An error for the person who starts the program: its message says what was expected, what came and what to do.
 * It is printed without a stack, and the program ends with exit code 1.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
  }
}
