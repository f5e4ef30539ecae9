package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.PemFolder;
import java.nio.file.Path;
import java.util.Locale;

/** Which certificate a vehicle shows, right or wrong; it trusts the same roots with each. */
public enum NetworkCertificate {
  /** Its own. */
  OWN,
  /** One that has expired. */
  EXPIRED,
  /** One of a root that the charger does not know. */
  FOREIGN,
  /** One that its maker has taken back. */
  REVOKED,
  /** None at all. */
  NONE;

  /** The credentials in a folder of {@code ebbflow pki}. */
  public Credentials in(Path pki) {
    return switch (this) {
      case OWN -> PemFolder.forVehicle(pki);
      case NONE -> PemFolder.forAnonymousVehicle(pki);
      case EXPIRED, FOREIGN, REVOKED -> PemFolder.forMisfit(pki, name().toLowerCase(Locale.ROOT));
    };
  }
}
