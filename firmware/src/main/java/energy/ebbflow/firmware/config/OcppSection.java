package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.ocpp.config.Revocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code [ocpp]} table.
 *
 * @param url of the back office, without the identity; absent: none, the station stands alone
 * @param identity name of the station at the back office
 * @param dialects subprotocols in the order of preference
 * @param vendor reported at boot
 * @param model reported at boot
 * @param serial reported at boot
 * @param passwordFile file with the basic-auth password; absent: none
 * @param trustedFile PEM file with the roots of {@code wss:}; absent: the system's
 * @param certificateFile PEM file with the station's chain; the back office may renew it
 * @param keyFile PEM file with its key
 * @param revocation what becomes of a back office whose certificate may have been revoked
 * @param oneRoot a new root of the back office must be signed by the one that it replaces
 * @param installer program that puts firmware into place; absent: none can be installed
 */
public record OcppSection(
    Optional<String> url,
    String identity,
    List<String> dialects,
    String vendor,
    String model,
    String serial,
    Optional<String> passwordFile,
    Optional<String> trustedFile,
    Optional<String> certificateFile,
    Optional<String> keyFile,
    Revocation revocation,
    boolean oneRoot,
    Optional<String> installer) {

  private static final Pattern NAME = Pattern.compile(".{1,20}");

  static OcppSection read(ConfigTable table) {
    LinkKeys link = LinkKeys.read(table, List.of("ocpp2.1", "ocpp2.0.1"));
    return new OcppSection(
        link.url(),
        link.identity(),
        link.dialects(),
        name(table, "vendor", "Ebbflow"),
        name(table, "model", "Ebbflow"),
        name(table, "serial", "0001"),
        table.optionalString("password_file"),
        table.optionalString("trusted_file"),
        table.optionalString("certificate_file"),
        table.optionalString("key_file"),
        table.choice("revocation", Revocation.class, Revocation.SOFT),
        table.flag("additional_root_certificate_check", false),
        table.optionalString("installer"));
  }

  private static String name(ConfigTable table, String key, String fallback) {
    return table.optionalString(key, NAME, "1 to 20 characters").orElse(fallback);
  }

  /** The same with what the command line says instead. */
  public OcppSection with(Optional<String> otherUrl, Optional<String> otherIdentity) {
    return new OcppSection(
        otherUrl.or(() -> url),
        otherIdentity.orElse(identity),
        dialects,
        vendor,
        model,
        serial,
        passwordFile,
        trustedFile,
        certificateFile,
        keyFile,
        revocation,
        oneRoot,
        installer);
  }
}
