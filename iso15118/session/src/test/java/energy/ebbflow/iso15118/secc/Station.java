package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import java.util.Optional;

/** A station whose condition a test sets; it turns into a view. */
final class Station {
  static final String EVSE_ID = "DE*EBB*E0001";

  Authorisation authorisation = Authorisation.PENDING;
  Isolation isolation = Isolation.NOT_TESTED;
  boolean closed;
  boolean pilotReady;
  double volts;
  double amps;
  double targetWatts;
  double chargeWatts = 20_000;
  double dischargeWatts = 20_000;
  Optional<Stop> stop = Optional.empty();
  double imported = 1234.4;
  double exported = 567.6;
  long utcSeconds = 1_780_000_000L;
  Outlook outlook = Outlook.NONE;

  EvseView view() {
    return new EvseView(
        EVSE_ID,
        utcSeconds,
        authorisation,
        isolation,
        closed,
        pilotReady,
        volts,
        amps,
        new PowerEnvelope(chargeWatts, dischargeWatts, 50, 50, 150, 500),
        targetWatts,
        stop,
        imported,
        exported,
        outlook);
  }
}
