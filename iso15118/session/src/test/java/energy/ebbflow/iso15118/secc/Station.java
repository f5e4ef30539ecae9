package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.PowerEnvelope;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import java.util.Optional;

/** A station whose condition a test sets; it turns into a view. */
public final class Station {
  public static final String EVSE_ID = "DE*EBB*E0001";

  public Authorisation authorisation = Authorisation.PENDING;
  public Isolation isolation = Isolation.NOT_TESTED;
  public boolean closed;
  public boolean pilotReady;
  public double volts;
  public double amps;
  public double targetWatts;
  public double chargeWatts = 20_000;
  public double dischargeWatts = 20_000;
  public Optional<Stop> stop = Optional.empty();
  public double imported = 1234.4;
  public double exported = 567.6;
  public Outlook outlook = Outlook.NONE;
  public long utc = 1_780_000_000L;

  public EvseView view() {
    return new EvseView(
        EVSE_ID,
        utc,
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
