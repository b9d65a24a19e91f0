/** Rules of the check about clients. */
package io.github.keycloakhelpshift.admin.check.client;
