package io.github.keycloakhelpshift.mapper;

import io.github.keycloakhelpshift.client.ScopeMappers;
import io.github.keycloakhelpshift.client.ServerOptions;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.LogLine;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.user.IneligibleException;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * The protocol mapper <em>Helpshift identity token</em>. Opts a client in, contains the client's
 * settings, and can put the signed token or the plain identities in a claim for apps that render on
 * the server.
 *
 * <p>It never breaks a login: a user who can't have a token gets no claim.
 */
public final class IdentityTokenMapper extends AbstractOIDCProtocolMapper
    implements OIDCIDTokenMapper,
        OIDCAccessTokenMapper,
        UserInfoTokenMapper,
        TokenIntrospectionTokenMapper {

  private static final Logger LOG = Logger.getLogger(IdentityTokenMapper.class);

  private static final List<ProviderConfigProperty> PROPERTIES =
      new MapperProperties(IdentityTokenMapper.class).all();

  private SettingsReader reader;
  private SettingsCache cache;

  @Override
  public void init(Config.Scope config) {
    reader = new ServerOptions().reader();
    cache = new SettingsCache(reader);
  }

  /**
   * Only with plain identities: apps pass access tokens on, and a signed token is valid for a day.
   */
  @Override
  public AccessToken transformAccessToken(
      AccessToken token,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext clientSessionContext) {
    return new HelpshiftClaim(cache, session, userSession, clientSessionContext).isSigned()
        ? token
        : super.transformAccessToken(token, mapper, session, userSession, clientSessionContext);
  }

  /** Only with plain identities: the API that introspects a token must not act as the person. */
  @Override
  public AccessToken transformIntrospectionToken(
      AccessToken token,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext clientSessionContext) {
    return new HelpshiftClaim(cache, session, userSession, clientSessionContext).isSigned()
        ? token
        : super.transformIntrospectionToken(
            token, mapper, session, userSession, clientSessionContext);
  }

  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel mapper,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext clientSessionContext) {
    String claim = mapper.getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
    if (claim == null || claim.isBlank()) {
      return;
    }
    try {
      OIDCAttributeMapperHelper.mapClaim(
          token,
          mapper,
          new HelpshiftClaim(cache, session, userSession, clientSessionContext).value());
    } catch (BrokenSettingsException | MissingSecretException e) {
      LOG.warn(
          LogLine.of(
              "No Helpshift claim '%s' for client '%s' of realm '%s': %s"
                  .formatted(
                      claim,
                      clientSessionContext.getClientSession().getClient().getClientId(),
                      userSession.getRealm().getName(),
                      e.getMessage())));
    } catch (IneligibleException | InvalidIdentityException e) {
      LOG.debugf("No Helpshift claim by mapper %s: %s", mapper.getId(), e.getMessage());
    }
  }

  @Override
  public void validateConfig(
      KeycloakSession session,
      RealmModel realm,
      ProtocolMapperContainerModel client,
      ProtocolMapperModel mapper)
      throws ProtocolMapperConfigException {
    new SavedMapper(reader, session, realm, client, mapper).validate();
  }

  @Override
  public String getId() {
    return ScopeMappers.MAPPER_ID;
  }

  @Override
  public String getDisplayType() {
    return "Helpshift identity token";
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Lets this client's users sign in to Helpshift, and can put their identity token in a"
        + " claim.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return PROPERTIES;
  }
}
