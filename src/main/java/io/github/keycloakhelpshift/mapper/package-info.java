/** The protocol mapper <em>Helpshift identity token</em>. */
package io.github.keycloakhelpshift.mapper;
