import { redirect } from "next/navigation";
import Link from "next/link";
import type { ReactNode } from "react";
import { auth, signIn, signOut } from "../auth";
import { forget, issuer } from "../logins";

async function logIn() {
  "use server";
  await signIn("keycloak");
}

async function logOut() {
  "use server";
  const session = await auth();
  const idToken = session && forget(session.login);
  await signOut({ redirect: false });
  if (!idToken) redirect("/");
  const query = new URLSearchParams({
    id_token_hint: idToken,
    post_logout_redirect_uri: `${process.env.AUTH_URL}/`,
  });
  redirect(`${issuer}/protocol/openid-connect/logout?${query}`);
}

export default async function Layout({ children }: { children: ReactNode }) {
  const session = await auth();
  return (
    <html lang="en">
      <body>
        <script
          async
          src={`${issuer}/helpshift/web-chat.js`}
          data-client-id={process.env.AUTH_KEYCLOAK_ID}
          data-cookie="off"
        />
        <main>
          {children}
          <p id="who">{session ? `Signed in as ${session.user?.name}.` : "Nobody is signed in."}</p>
          <form action={session ? logOut : logIn}>
            <button id={session ? "logout" : "login"}>{session ? "Log out" : "Log in"}</button>
          </form>
          <Link id="help" href="/">
            Help
          </Link>{" "}
          <Link id="other" href="/other">
            Other
          </Link>
        </main>
      </body>
    </html>
  );
}
