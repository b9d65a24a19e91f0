package io.github.keycloakhelpshift.admin.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of a preview.
 *
 * @param clientId the client whose settings count; absent if only the realm's count
 * @param wouldBeSigned whether the user can have a token
 * @param refused why they can't have one
 * @param sources the sources, by the key of the setting
 * @param leftOut what is mapped and not sent
 * @param userDataLeftOut the fields of user data, the tags and the name that are not sent, each
 *     with the reason in the admin's language
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PreviewRepresentation(
    @JsonProperty("user_id") String userId,
    @JsonProperty("client_id") Optional<String> clientId,
    @JsonProperty("would_be_signed") boolean wouldBeSigned,
    List<ReasonRepresentation> refused,
    String login,
    @JsonProperty("verified_user") Optional<VerifiedUserRepresentation> verifiedUser,
    Optional<IdentityTokenPayload> payload,
    @JsonProperty("full_privacy_enabled") boolean fullPrivacyEnabled,
    @JsonProperty("user_data") UserDataRepresentation userData,
    Map<String, SourceRepresentation> sources,
    @JsonProperty("left_out") List<LeftOutRepresentation> leftOut,
    @JsonProperty("user_data_left_out") List<String> userDataLeftOut) {}
