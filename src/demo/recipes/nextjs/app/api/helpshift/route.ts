import { auth } from "../../../auth";
import { accessToken, issuer } from "../../../logins";

/** The user's identity token, as Keycloak answers it. 204: nobody is signed in, or this user can't have one. */
export const POST = auth(async ({ auth: session }) => {
  const token = session && (await accessToken(session.login));
  if (!token) return new Response(null, { status: 204 });
  const answer = await fetch(`${issuer}/helpshift/token`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
  });
  const body = await answer.text();
  if ([401, 403, 422].includes(answer.status)) {
    console.warn(body);
    return new Response(null, { status: 204 });
  }
  return new Response(body, {
    status: answer.status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
});
