package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Timing;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The vehicle has started the power. The answer is held until the pilot is in C or D and the
 * contactors are closed: the vehicle switches the pilot within 250 ms [V2G2-847], the contactors
 * have 3 s from then on [V2G2-860]; both fit into the 4.5 s that the answer may take.
 *
 * @param pilotNanos when the pilot has to be in C or D
 * @param contactorNanos when the contactors have to be closed; empty before the pilot was
 * @param renegotiated energy flows already
 */
public record StartingPower(long pilotNanos, OptionalLong contactorNanos, boolean renegotiated)
    implements Iso2State {
  static StartingPower begin(Iso2Turn turn, boolean renegotiated) {
    return new StartingPower(
        turn.in(Iso2Timing.PILOT_DETECTION), OptionalLong.empty(), renegotiated);
  }

  @Override
  public boolean expects(BodyElement request) {
    return false;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    throw new IllegalStateException("no request is expected while power starts");
  }

  @Override
  public Iso2Outcome tick(Iso2Turn turn) {
    if (turn.view().stop().equals(Optional.of(Stop.FAULT))) {
      return notApplied("the station has a fault");
    }
    boolean pilot = turn.view().pilotReady();
    if (contactorNanos.isEmpty() && !pilot) {
      return turn.reached(pilotNanos)
          ? notApplied(
              "power start wanted, but the pilot was not in C or D within "
                  + Iso2Timing.PILOT_DETECTION / 1_000_000
                  + " ms")
          : new Iso2Outcome.Nothing();
    }
    boolean closed = turn.view().contactorsClosed();
    if (pilot && closed) {
      return Iso2Outcome.answer(
          Delivery.response(turn, ResponseCode.OK),
          turn.data().dc() ? new CurrentDemand(renegotiated) : new ChargingStatus(),
          turn.data());
    }
    if (contactorNanos.isEmpty()) {
      return new Iso2Outcome.Hold(
          new StartingPower(
              pilotNanos, OptionalLong.of(turn.in(SeccTiming.ISO2_CONTACTOR)), renegotiated),
          turn.data(),
          List.of());
    }
    if (!turn.reached(contactorNanos.getAsLong())) {
      return new Iso2Outcome.Nothing();
    }
    return closed
        ? notApplied("power start wanted, but the pilot left C or D")
        : new Iso2Outcome.Refuse(
            ResponseCode.FAILED_CONTACTOR_ERROR,
            "power start wanted, but the contactors are not closed");
  }

  private static Iso2Outcome notApplied(String reason) {
    return new Iso2Outcome.Refuse(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, reason);
  }

  @Override
  public boolean stoppable() {
    return false;
  }

  @Override
  public boolean holding() {
    return true;
  }
}
