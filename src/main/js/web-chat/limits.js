// Time limits in milliseconds. web-chat.d.ts explains them to the authors of pages.

/** Helpshift gives a handler 5 s. */
export const ANSWER_MS = 4500;
/** The first attempt leaves time for a second one. */
export const ATTEMPT_MS = 3000;
export const RETRY_MS = 200;
/** From one look to the next while the chat is open: an ended session is noticed within 5 s. */
export const OPEN_MS = 4000;
/** The same while the chat is closed, unless the realm says otherwise. */
export const CLOSED_MS = 60000;
/** After it, Web Chat or an adapter is late. */
export const LATE_MS = 10000;
/** How long a keycloak-js may take that is in its init already. */
export const INIT_MS = 2000;
/** The least time between two retries, or between two looks for new identities. */
export const AGAIN_MS = 60000;
/** From one round of requests to the next, after a burst. */
export const PACE_MS = 3000;
/** How long after the load event a push may come before the cookie is used. */
export const PUSH_MS = 500;
