# Helpshift in a realm that Terraform keeps, by the provider keycloak/keycloak 5.
#
# A realm that Terraform keeps loses the attributes that its own block does not name, and Terraform cannot
# create the key provider helpshift-secret. So the client scope's mapper holds all settings, and the secret is
# in Keycloak's vault, under the name helpshift.

resource "keycloak_openid_client_scope" "helpshift" {
  realm_id               = keycloak_realm.acme.id
  name                   = "helpshift"
  include_in_token_scope = false
}

resource "keycloak_generic_protocol_mapper" "helpshift" {
  realm_id        = keycloak_realm.acme.id
  client_scope_id = keycloak_openid_client_scope.helpshift.id
  name            = "Helpshift identity token"
  protocol        = "openid-connect"
  protocol_mapper = "helpshift-identity-token"
  config = {
    "helpshift.domain"      = "acme"
    "helpshift.platform_id" = "acme_platform_1"
    "helpshift.secret"      = "$${vault.helpshift}"
  }
}

# Names all default scopes of the client: the provider takes away the others.
resource "keycloak_openid_client_default_scopes" "web" {
  realm_id  = keycloak_realm.acme.id
  client_id = keycloak_openid_client.web.id
  default_scopes = [
    "acr",
    "basic",
    "email",
    "profile",
    "roles",
    "web-origins",
    keycloak_openid_client_scope.helpshift.name,
  ]
}
