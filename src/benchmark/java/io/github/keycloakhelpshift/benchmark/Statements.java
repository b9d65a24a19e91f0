package io.github.keycloakhelpshift.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many statements Keycloak has sent, by the database's own count. */
final class Statements implements AutoCloseable {

  private static final String COUNT =
      """
      SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
      WHERE userid = (SELECT oid FROM pg_roles WHERE rolname = 'keycloak')
      """;

  private final Connection database;

  Statements(String url) throws SQLException {
    database = DriverManager.getConnection(url);
  }

  long count() {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(COUNT)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
