package energy.ebbflow.ocpp.errand;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a file is fetched from or sent to.
 *
 * @param uri without user and password
 */
public record Location(Scheme scheme, URI uri, Optional<String> user, Optional<String> password) {
  /** What this station speaks for files; OCPP's FileTransferProtocols. */
  public enum Scheme {
    HTTP,
    HTTPS,
    FTP,
    FTPS
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException saying what was expected, without the password
   */
  public static Location of(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("location: expected an address of HTTP or FTP", e);
    }
    String name = uri.getScheme() == null ? "" : uri.getScheme().toUpperCase(Locale.ROOT);
    for (Scheme scheme : Scheme.values()) {
      if (scheme.name().equals(name) && uri.getHost() != null) {
        return split(scheme, uri);
      }
    }
    throw new IllegalArgumentException(
        "location: expected http, https, ftp or ftps and a host, got '" + name + "'");
  }

  private static Location split(Scheme scheme, URI uri) {
    String userInfo = uri.getUserInfo();
    String text = uri.toString();
    if (userInfo == null) {
      return new Location(scheme, uri, Optional.empty(), Optional.empty());
    }
    int colon = userInfo.indexOf(':');
    String bare = text.replaceFirst("//[^/@]*@", "//");
    return new Location(
        scheme,
        URI.create(bare),
        Optional.of(colon < 0 ? userInfo : userInfo.substring(0, colon)),
        colon < 0 ? Optional.empty() : Optional.of(userInfo.substring(colon + 1)));
  }

  /** The path without its first slash; empty where there is none. */
  String path() {
    String path = uri.getPath();
    return path == null || path.isEmpty() ? "" : path.substring(1);
  }

  /** What basic authentication says (RFC 7617). */
  Optional<String> authorisation() {
    return user.map(
        name ->
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (name + ":" + password.orElse("")).getBytes(StandardCharsets.UTF_8)));
  }

  /** Passwords never appear. */
  @Override
  public String toString() {
    return uri.toString();
  }
}
