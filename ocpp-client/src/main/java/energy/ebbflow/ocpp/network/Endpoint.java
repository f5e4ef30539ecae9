package energy.ebbflow.ocpp.network;

import energy.ebbflow.ocpp.json.WireVersion;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where and as whom to connect.
 *
 * @param slot the network connection profile it comes from; 0 is the configuration's
 * @param url without the identity
 * @param versions dialects to offer, the preferred first
 * @param password for basic authentication
 * @param securityProfile 0 to 3
 */
public record Endpoint(
    int slot,
    URI url,
    String identity,
    List<WireVersion> versions,
    Optional<String> password,
    int securityProfile) {
  public Endpoint {
    versions = List.copyOf(versions);
  }

  public boolean secure() {
    return "wss".equals(url.getScheme());
  }

  /** Passwords never appear. */
  @Override
  public String toString() {
    return "Endpoint[" + slot + ", " + url + ", " + identity + ", " + versions + "]";
  }
}
