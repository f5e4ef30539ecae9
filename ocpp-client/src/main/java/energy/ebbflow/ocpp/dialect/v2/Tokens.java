package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.v2.authorization.IdTokenInfo;
import java.util.List;
import java.util.Set;

/** Tokens to the wire and back. */
final class Tokens {
  /** IdTokenEnumType of OCPP 2.0.1; in 2.1 any text of 20 characters may be a type. */
  private static final Set<String> TYPES_V201 =
      Set.of(
          "Central",
          "eMAID",
          "ISO14443",
          "ISO15693",
          "KeyCode",
          "Local",
          "MacAddress",
          "NoAuthorization");

  private Tokens() {}

  static energy.ebbflow.ocpp.v2.authorization.IdToken of(IdToken token, WireVersion version) {
    boolean known = version == WireVersion.V21 || TYPES_V201.contains(token.type());
    return new energy.ebbflow.ocpp.v2.authorization.IdToken(
        List.of(), token.value(), known ? token.type() : "Central");
  }

  static TokenVerdict verdict(IdTokenInfo info) {
    return new TokenVerdict(
        info.status().wire(),
        info.cacheExpiryDateTime(),
        info.groupIdToken().map(energy.ebbflow.ocpp.v2.authorization.IdToken::idToken));
  }

  static IdToken of(energy.ebbflow.ocpp.v2.authorization.IdToken token) {
    return new IdToken(token.idToken(), token.type());
  }
}
