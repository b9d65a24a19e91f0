/** An answer that is not a success. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {any} [body]
   */
  constructor(status, body) {
    super(body?.error_description ?? body?.errorMessage ?? body?.error ?? `HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** The console's session has ended: nobody can be signed in without a login. */
export class SessionEndedError extends Error {}

/** Keycloak gave no answer. */
export class UnreachableError extends Error {}

/** Somebody else has changed since what the admin has seen and wants to replace. */
export class ChangedMeanwhileError extends Error {}

/** The name of our client scope belongs to a scope without the mapper. */
export class ScopeNameTakenError extends Error {}
