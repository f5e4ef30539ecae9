package energy.ebbflow.ocpp.config;

import energy.ebbflow.ocpp.json.WireVersion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Configuration of one link.
 *
 * @param url of the back office without the identity, {@code ws:} or {@code wss:}
 * @param identity of the station, 1 to 48 characters; becomes the last part of the path
 * @param versions dialects to offer, the preferred first
 * @param vendor maker, at most 50 characters
 * @param model at most 20 characters
 * @param serial at most 25 characters
 * @param firmwareVersion at most 50 characters
 * @param database file of the durable store; the key for meter values lies beside it
 * @param basicAuthPassword 16 to 40 characters in OCPP 2.x (security profiles 1 and 2)
 * @param trustedCertificates PEM file of the authorities of {@code wss:}; the JDK's where absent
 * @param clientCertificate with which the station shows who it is (security profile 3)
 * @param revocation what becomes of a back office whose certificate may have been revoked
 * @param oneBackOfficeRoot AdditionalRootCertificateCheck: a new root of the back office must be
 *     signed by the one that it replaces
 * @param outlets EVSE 1 and up
 * @param bootReason OCPP's BootReasonEnumType, e.g. {@code PowerUp}
 * @param plugSeconds how long an authorisation waits for a vehicle, until the back office says
 *     otherwise; 5 to 3600
 */
public record OcppConfig(
    URI url,
    String identity,
    List<WireVersion> versions,
    String vendor,
    String model,
    String serial,
    String firmwareVersion,
    Path database,
    Optional<String> basicAuthPassword,
    Optional<Path> trustedCertificates,
    Optional<ClientCertificate> clientCertificate,
    Revocation revocation,
    boolean oneBackOfficeRoot,
    List<Outlet> outlets,
    String bootReason,
    int plugSeconds) {

  private static final int MAX_IDENTITY = 48;

  /** Bounds of EVConnectionTimeOut, in s. */
  public static final int MIN_PLUG_SECONDS = 5;

  public static final int MAX_PLUG_SECONDS = 3_600;

  public OcppConfig {
    versions = List.copyOf(versions);
    outlets = List.copyOf(outlets);
    String scheme = url.getScheme();
    if (!"ws".equals(scheme) && !"wss".equals(scheme)) {
      throw new IllegalArgumentException("back office url: expected ws: or wss:, got " + url);
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException("back office url: expected a host, got " + url);
    }
    if (identity.isEmpty() || identity.length() > MAX_IDENTITY || identity.contains(":")) {
      throw new IllegalArgumentException(
          "identity: expected 1 to " + MAX_IDENTITY + " characters without ':', got " + identity);
    }
    if (versions.isEmpty() || versions.contains(WireVersion.STORE)) {
      throw new IllegalArgumentException("dialects: expected at least one of OCPP");
    }
    if (clientCertificate.isPresent() && !"wss".equals(scheme)) {
      throw new IllegalArgumentException("client certificate: expected a wss: url, got " + url);
    }
    if (outlets.isEmpty()) {
      throw new IllegalArgumentException("outlets: expected at least one");
    }
    if (plugSeconds < MIN_PLUG_SECONDS || plugSeconds > MAX_PLUG_SECONDS) {
      throw new IllegalArgumentException(
          "plugSeconds: expected "
              + MIN_PLUG_SECONDS
              + " to "
              + MAX_PLUG_SECONDS
              + ", got "
              + plugSeconds);
    }
    bounded("vendor", vendor, 50);
    bounded("model", model, 20);
    bounded("serial", serial, 25);
    bounded("firmwareVersion", firmwareVersion, 50);
  }

  private static void bounded(String name, String value, int max) {
    if (value.isEmpty() || value.length() > max) {
      throw new IllegalArgumentException(
          name + ": expected 1 to " + max + " characters, got " + value.length());
    }
  }

  /**
   * The station's own certificate.
   *
   * @param chain PEM file, the station's certificate first
   * @param key PEM file, PKCS #8
   */
  public record ClientCertificate(Path chain, Path key) {}

  /** Security profile of OCPP: 0 open, 1 password, 2 TLS and password, 3 TLS both ways. */
  public int securityProfile() {
    if (!"wss".equals(url.getScheme())) {
      return basicAuthPassword.isPresent() ? 1 : 0;
    }
    return clientCertificate.isPresent() ? 3 : 2;
  }

  /** Passwords never appear. */
  @Override
  public String toString() {
    return "OcppConfig[" + url + ", " + identity + ", " + versions + "]";
  }

  public static Builder builder(URI url, String identity, Path database) {
    return new Builder(url, identity, database);
  }

  /** Builds a configuration from the defaults of a station under test. */
  public static final class Builder {
    private final URI url;
    private final String identity;
    private Path database;
    private List<WireVersion> versions = List.of(WireVersion.V21, WireVersion.V201);
    private String vendor = "Ebbflow";
    private String model = "Ebbflow";
    private String serial = "0";
    private String firmwareVersion = "0";
    private Optional<String> basicAuthPassword = Optional.empty();
    private Optional<Path> trustedCertificates = Optional.empty();
    private Optional<ClientCertificate> clientCertificate = Optional.empty();
    private Revocation revocation = Revocation.SOFT;
    private boolean oneBackOfficeRoot;
    private List<Outlet> outlets = List.of();
    private String bootReason = "PowerUp";
    private int plugSeconds = 60;

    private Builder(URI url, String identity, Path database) {
      this.url = url;
      this.identity = identity;
      this.database = database;
    }

    public Builder versions(WireVersion... given) {
      versions = List.of(given);
      return this;
    }

    public Builder station(String vendor, String model, String serial, String firmwareVersion) {
      this.vendor = vendor;
      this.model = model;
      this.serial = serial;
      this.firmwareVersion = firmwareVersion;
      return this;
    }

    public Builder basicAuthPassword(String password) {
      basicAuthPassword = Optional.of(password);
      return this;
    }

    public Builder trustedCertificates(Path pem) {
      trustedCertificates = Optional.of(pem);
      return this;
    }

    public Builder clientCertificate(Path chain, Path key) {
      clientCertificate = Optional.of(new ClientCertificate(chain, key));
      return this;
    }

    public Builder revocation(Revocation rule) {
      revocation = rule;
      return this;
    }

    public Builder oneBackOfficeRoot(boolean only) {
      oneBackOfficeRoot = only;
      return this;
    }

    /** Where it lies, if not where the builder was made for. */
    public Builder database(Path file) {
      database = file;
      return this;
    }

    public Builder outlets(Outlet... given) {
      outlets = List.of(given);
      return this;
    }

    public Builder bootReason(String reason) {
      bootReason = reason;
      return this;
    }

    public Builder plugSeconds(int seconds) {
      plugSeconds = seconds;
      return this;
    }

    public OcppConfig build() {
      return new OcppConfig(
          url,
          identity,
          versions,
          vendor,
          model,
          serial,
          firmwareVersion,
          database,
          basicAuthPassword,
          trustedCertificates,
          clientCertificate,
          revocation,
          oneBackOfficeRoot,
          outlets,
          bootReason,
          plugSeconds);
    }
  }
}
