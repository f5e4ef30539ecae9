package energy.ebbflow.ocpp.v2.authorization;

import java.util.Optional;

/** A token of the local list; without information it is removed. */
public record AuthorizationData(IdToken idToken, Optional<IdTokenInfo> idTokenInfo) {}
