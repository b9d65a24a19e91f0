/** Two Keycloak nodes on one PostgreSQL, as in production: {@code mvn verify -Pcluster}. */
package io.github.keycloakhelpshift.cluster;
