package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;

/**
 * The settings that map users to profiles.
 *
 * @param scope the user data to write: that of core profiles, or that of app profiles
 */
record ProfileSettings(HelpshiftSettings settings, UserDataScope scope) {}
