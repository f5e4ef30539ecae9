package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import java.util.Optional;

/**
 * A station that carries out every effect at once, and looks whether it was a thing that may be
 * asked for.
 */
public final class ObedientStation {
  final Station station = new Station();
  private final boolean dc;
  private boolean tested;
  private boolean energy;
  private boolean energised;
  private boolean over;

  /** An outlet in rest. */
  public ObedientStation(boolean dc) {
    this.dc = dc;
    calm();
  }

  /** Nothing is broken, nobody is plugged in. */
  public void calm() {
    station.authorisation = Authorisation.PENDING;
    station.isolation = Isolation.NOT_TESTED;
    station.closed = false;
    station.pilotReady = true;
    station.volts = dc ? 0 : 230;
    station.amps = 0;
    station.targetWatts = 10_000;
    station.chargeWatts = 20_000;
    station.stop = Optional.empty();
    tested = false;
    energy = false;
    energised = false;
    over = false;
  }

  /** What a session sees of it. */
  public EvseView view() {
    return station.view();
  }

  /** Whether energy may flow now. */
  public boolean energising() {
    return energy;
  }

  /** Energy has flowed since it was calm. */
  public boolean energised() {
    return energised;
  }

  /** Does what a session asks. */
  public void carryOut(SeccEffect effect) {
    assertFalse(
        over && !(effect instanceof SeccEffect.Respond || effect instanceof SeccEffect.CloseLink),
        () -> effect + " after the end");
    switch (effect) {
      case SeccEffect.AuthorisationWanted wanted -> station.authorisation = Authorisation.ACCEPTED;
      case SeccEffect.StartCableCheck check -> {
        assertTrue(dc && !energy, "a cable check needs a cable without energy");
        assertTrue(station.authorisation == Authorisation.ACCEPTED, "no voltage without a user");
        assertTrue(check.volts() >= 0 && check.volts() <= 500, () -> "" + check);
        station.isolation = Isolation.VALID;
        station.closed = station.pilotReady;
        station.volts = check.volts();
        tested = false;
      }
      case SeccEffect.EndCableCheck end -> {
        tested = station.isolation == Isolation.VALID;
        station.volts = 0;
      }
      case SeccEffect.PreCharge preCharge -> {
        assertTrue(tested, "no voltage before the cable is tested");
        assertTrue(preCharge.volts() >= 0 && preCharge.volts() <= 500, () -> "" + preCharge);
        station.volts = preCharge.volts();
      }
      case SeccEffect.StartEnergyTransfer start -> {
        assertFalse(energy, "energy starts once");
        assertTrue(
            dc
                ? tested && station.closed && station.pilotReady
                : station.authorisation == Authorisation.ACCEPTED,
            "energy needs a tested cable, closed contactors and the pilot, or a user");
        energy = true;
        energised = true;
        station.closed = station.pilotReady;
      }
      case SeccEffect.StopEnergyTransfer stop -> open();
      case SeccEffect.SessionFailed failed -> {
        open();
        over = true;
      }
      case SeccEffect.SessionEnded ended -> {
        assertFalse(energy || dc && station.closed, "the goodbye comes after the contactors");
        over = true;
      }
      default -> {}
    }
  }

  private void open() {
    station.closed = false;
    station.volts = dc ? 0 : 230;
    energy = false;
  }
}
