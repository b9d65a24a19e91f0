// What a team would write instead of the extension: checks Keycloak's access token by its signature, and
// signs the identities that its claims name. Arguments: the issuer, the port, the file that says the rest.
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { createRemoteJWKSet, jwtVerify, SignJWT } from "jose"

const [issuer, port, file] = process.argv.slice(2)
const { clientId, secret, claims } = JSON.parse(readFileSync(file, "utf8"))
const keys = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`))
const key = new TextEncoder().encode(secret)

const settings = Object.entries(claims).map(([setting, claim]) => ({ path: setting.split("."), claim }))
const identities = settings
  .filter(({ path }) => path[0] === "identity" && path.length === 2)
  .map(({ path, claim }) => ({
    identifier: path[1],
    claim,
    metadata: settings.filter((other) => other.path[1] === path[1] && other.path[2] === "metadata"),
  }))
const fields = settings.filter(({ path }) => path[0] === "user_data")

/** The identities that an access token's claims name. */
function map(token) {
  return identities
    .filter(({ identifier, claim }) => token[claim] && (identifier !== "email" || token.email_verified))
    .map(({ identifier, claim, metadata }) => ({
      identifier,
      value: token[claim],
      ...(metadata.length && { metadata: Object.fromEntries(metadata.map((entry) => [entry.path[3], token[entry.claim]])) }),
    }))
}

/** Helpshift's user data that an access token's claims name. */
function userData(token) {
  const data = { global: {}, app: {} }
  for (const { path, claim } of fields) {
    const [, scope, field, custom] = path
    if (custom) (data[scope][field] ??= {})[custom] = token[claim]
    else data[scope][field] = token[claim]
  }
  return data
}

async function login(authorization = "") {
  const { payload } = await jwtVerify(authorization.replace(/^Bearer /, ""), keys, { issuer })
  if (payload.azp !== clientId) throw new Error("a token for another client")
  return {
    identity_token: await new SignJWT({ identities: map(payload) })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setIssuedAt()
      .sign(key),
    full_privacy_enabled: false,
    userId: payload.sub,
    userEmail: payload.email,
    user_data: userData(payload),
  }
}

createServer((request, response) => {
  login(request.headers.authorization).then(
    (answer) =>
      response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(JSON.stringify(answer)),
    () => response.writeHead(401).end(),
  )
}).listen(Number(port), "127.0.0.1")
