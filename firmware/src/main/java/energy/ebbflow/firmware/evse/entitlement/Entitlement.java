package energy.ebbflow.firmware.evse.entitlement;

import energy.ebbflow.firmware.config.EnergySection.Discharge;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import java.util.Optional;
import java.util.Set;

/**
 * What the back office permits the user of an outlet (R13: an entitlement of user, session and
 * vehicle). Immutable.
 *
 * @param said its last word; absent where it said nothing
 */
public record Entitlement(Optional<Set<EnergyTransfer>> said) {
  /** Nobody said anything. */
  public static final Entitlement UNSAID = new Entitlement(Optional.empty());

  public Entitlement {
    said = said.map(Set::copyOf);
  }

  /** A word of the back office. */
  public static Entitlement of(Set<EnergyTransfer> allowed) {
    return new Entitlement(Optional.of(allowed));
  }

  /**
   * Whether energy may be given back.
   *
   * @param policy of the station: the back office never gives what the station's owner denies
   * @param direct the outlet is DC
   */
  public boolean discharge(Discharge policy, boolean direct) {
    return switch (policy) {
      case NOBODY -> false;
      // AuthorizeResponse: where nothing is said, charging only.
      case BACK_OFFICE -> said.map(allowed -> discharge(allowed, direct)).orElse(false);
      case EVERYBODY -> said.map(allowed -> discharge(allowed, direct)).orElse(true);
    };
  }

  /** Whether a word permits to give back at such an outlet. */
  public static boolean discharge(Set<EnergyTransfer> allowed, boolean direct) {
    return allowed.stream().anyMatch(mode -> mode.direct() == direct && mode.bidirectional());
  }

  /** Whether a word permits anything at such an outlet. */
  public static boolean anything(Set<EnergyTransfer> allowed, boolean direct) {
    return allowed.stream().anyMatch(mode -> mode.direct() == direct);
  }
}
