package energy.ebbflow.ocpp.token;

import energy.ebbflow.ocpp.domain.IdToken;
import java.util.Optional;

/**
 * An entry of a local list on its way in.
 *
 * @param verdict absent where a differential update removes the token
 */
public record ListEntry(IdToken token, Optional<TokenVerdict> verdict) {}
