/** The tab of the admin console that needs the feature declarative-ui. */
package io.github.keycloakhelpshift.admin.tab;
