package io.github.keycloakhelpshift.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A new, empty PostgreSQL that counts its statements, until the process is ended. */
final class Database {

  private Database() {}

  /** Arguments: the data directory, the port, and the file to write once it answers. */
  public static void main(String[] args) throws IOException, SQLException, InterruptedException {
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setDataDirectory(args[0])
                .setPort(Integer.parseInt(args[1]))
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pg_stat_statements");
      statement.execute("CREATE ROLE keycloak LOGIN");
      statement.execute("CREATE DATABASE keycloak OWNER keycloak");
      Files.createFile(Path.of(args[2]));
      Thread.currentThread().join();
    }
  }
}
