import NextAuth from "next-auth";
import Keycloak from "next-auth/providers/keycloak";
import { isKnown, remember } from "./logins";

declare module "next-auth" {
  interface Session {
    /** Names the login on the server. Not a secret: without the session's cookie it is of no use. */
    login: string;
  }
}

export const { auth, handlers, signIn, signOut } = NextAuth({
  providers: [Keycloak],
  callbacks: {
    // The cookie holds the login's name. The tokens stay on the server.
    jwt({ token, account }) {
      if (account) token.login = remember(account);
      return isKnown(token.login) ? token : null;
    },
    session({ session, token }) {
      session.login = token.login as string;
      return session;
    },
  },
});
