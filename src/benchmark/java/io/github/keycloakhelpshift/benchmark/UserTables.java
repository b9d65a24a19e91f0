package io.github.keycloakhelpshift.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Writes the users into Keycloak's own tables: a million of them by its admin API would take hours.
 * Ids are random in their order, as Keycloak's are.
 */
final class UserTables {

  static final String PASSWORD = "password";

  private static final String USERS =
      """
      INSERT INTO user_entity (id, realm_id, username, email, email_constraint, email_verified,
        enabled, first_name, last_name, created_timestamp, not_before)
      SELECT md5('user-' || n)::uuid::text, realm.id, 'user-' || n,
        'user-' || n || '@example.com', 'user-' || n || '@example.com', true,
        true, 'Pat', 'Player ' || n, 0, 0
      FROM realm, generate_series(0, ? - 1) AS n WHERE realm.name = ?
      """;
  private static final String VIEW =
      """
      CREATE TEMP VIEW benchmark_user AS SELECT u.*, realm.default_role
      FROM user_entity u JOIN realm ON realm.id = u.realm_id
      WHERE realm.name = '%s' AND u.service_account_client_link IS NULL
      """
          .formatted(BenchmarkRealm.NAME);
  private static final String ROLES =
      """
      INSERT INTO user_role_mapping (user_id, role_id)
      SELECT u.id, u.default_role
      FROM benchmark_user u
      """;
  private static final String ATTRIBUTES =
      """
      INSERT INTO user_attribute (id, user_id, name, value)
      SELECT md5(a.name || u.id)::uuid::text, u.id, a.name, a.name || '-' || u.username
      FROM benchmark_user u, unnest(?) AS a (name)
      """;
  private static final String LINKS =
      """
      INSERT INTO federated_identity
        (identity_provider, realm_id, user_id, federated_user_id, federated_username)
      SELECT ?, u.realm_id, u.id, ? || '-' || u.username, u.username
      FROM benchmark_user u
      """;
  private static final String PASSWORDS =
      """
      INSERT INTO credential (id, user_id, type, created_date, priority, secret_data,
        credential_data)
      SELECT md5('password' || u.id)::uuid::text, u.id, 'password', 0, 10, ?,
        '{"hashIterations":1,"algorithm":"pbkdf2-sha256","additionalParameters":{}}'
      FROM benchmark_user u WHERE u.username = ANY (?)
      """;

  private UserTables() {}

  /** Argument: the database. */
  public static void main(String[] args) throws SQLException, GeneralSecurityException {
    Configuration configuration = Configuration.given();
    Sources sources = new Sources(configuration.sources());
    try (Connection database = DriverManager.getConnection(args[0])) {
      update(database, USERS, configuration.users(), BenchmarkRealm.NAME);
      update(database, VIEW);
      update(database, ROLES);
      update(database, ATTRIBUTES, (Object) sources.attributes().toArray(new String[0]));
      update(database, LINKS, Sources.LINKED_PROVIDER, Sources.LINK_ATTRIBUTE);
      String[] signingIn =
          IntStream.range(0, configuration.signedIn())
              .mapToObj(configuration::username)
              .toArray(String[]::new);
      update(database, PASSWORDS, secretData(), signingIn);
      // Now, so that PostgreSQL does not set about it while the load goes on.
      update(database, "VACUUM ANALYZE");
      update(database, "CHECKPOINT");
    }
  }

  private static void update(Connection database, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** The password as Keycloak keeps it; quick to check, because logging in is not measured. */
  private static String secretData() throws GeneralSecurityException {
    byte[] salt = "benchmark-only!!".getBytes(StandardCharsets.US_ASCII);
    byte[] hash =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, 1, 512))
            .getEncoded();
    Base64.Encoder base64 = Base64.getEncoder();
    return "{\"value\":\"%s\",\"salt\":\"%s\",\"additionalParameters\":{}}"
        .formatted(base64.encodeToString(hash), base64.encodeToString(salt));
  }
}
