package energy.ebbflow.ocpp.network;

import java.util.List;
import java.util.Optional;

/**
 * A network connection profile as it is kept.
 *
 * @param url of the back office without the identity
 * @param subprotocols to offer, the preferred first
 * @param securityProfile 0 to 3
 * @param messageTimeoutSeconds how long an answer may take
 * @param identity where the station has another one there
 * @param password for basic authentication, where it is another one
 */
public record NetworkProfile(
    int slot,
    String url,
    List<String> subprotocols,
    int securityProfile,
    int messageTimeoutSeconds,
    Optional<String> identity,
    Optional<String> password) {
  public NetworkProfile {
    subprotocols = List.copyOf(subprotocols);
  }

  NetworkProfile withoutPassword() {
    return new NetworkProfile(
        slot,
        url,
        subprotocols,
        securityProfile,
        messageTimeoutSeconds,
        identity,
        Optional.empty());
  }

  /** Passwords never appear. */
  @Override
  public String toString() {
    return "NetworkProfile[" + slot + ", " + url + ", security " + securityProfile + "]";
  }
}
