package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.PhysicalValue;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.din.wire.Status;
import energy.ebbflow.simulator.ev.din.wire.Values;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks for current, again and again, while energy flows. At the end it first asks for none.
 *
 * @param ending the vehicle wants the end
 * @param excessNanos since when more flows than was asked for; {@link #NO_EXCESS} while it does not
 */
public record CurrentDemand(boolean ending, long excessNanos) implements DinState {
  /** No more flows than was asked for. */
  static final long NO_EXCESS = Long.MAX_VALUE;

  /** CurrentDemandRes has the shortest time-out, s (DIN 70121 Table 75). */
  static final double TIMEOUT_SECONDS = 0.25;

  /** For how long it asks for no current before it stops whatever flows, s. */
  static final double RAMP_SECONDS = 2;

  /** Energy is wanted. */
  static CurrentDemand first() {
    return new CurrentDemand(false, NO_EXCESS);
  }

  @Override
  public BodyElement body(DinSession session, EvContext context) {
    PhysicalValue volts = Values.volts(context.config().body().battery().voltsMax());
    return new CurrentDemandRequest(
        Status.own(context),
        Values.amps(target(session, context)),
        Optional.of(volts),
        Optional.of(Values.ampsLimit(context.body().chargeAmpsNow())),
        Optional.of(Values.wattsLimit(DcBattery.chargeWatts(context))),
        Optional.of(false),
        ending || DcBattery.full(context),
        DcBattery.secondsTo(context, 100).map(Values::seconds),
        DcBattery.secondsTo(context, context.config().needs().targetSocPercent())
            .map(Values::seconds),
        volts);
  }

  private double target(DinSession session, EvContext context) {
    return ending ? 0 : DcBattery.chargeAmps(context, session.limits(), Optional.empty());
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof CurrentDemandResponse response)) {
      return unexpected(answer);
    }
    double asked = target(session, context);
    long since =
        DcBattery.excess(context, asked) ? Math.min(excessNanos, context.nanos()) : NO_EXCESS;
    Optional<String> danger =
        Status.dangerInLoop(response.dcEvseStatus())
            .or(() -> DcBattery.objection(context, asked, since));
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    DinSession known = session.with(limits(response, session.limits()));
    CurrentDemand next = new CurrentDemand(ending, since);
    if (ending) {
      boolean none = Math.abs(context.body().inletAmps()) < DcBattery.NO_AMPS;
      return none || seconds >= RAMP_SECONDS
          ? on(new PowerDeliveryStop(), known)
          : again(next, known, context.config().habits().loopSeconds());
    }
    return Status.stopsLoop(response.dcEvseStatus()) || DcBattery.full(context)
        ? on(new CurrentDemand(true, since), known)
        : again(next, known, context.config().habits().loopSeconds());
  }

  private static ChargerLimits limits(CurrentDemandResponse response, ChargerLimits before) {
    return new ChargerLimits(
        response.evseMaximumVoltageLimit().map(Values::number).orElse(before.volts()),
        response.evseMaximumCurrentLimit().map(Values::number).orElse(before.amps()),
        response.evseMaximumPowerLimit().isPresent()
            ? OptionalDouble.of(Values.number(response.evseMaximumPowerLimit().get()))
            : before.watts());
  }

  @Override
  public double timeoutSeconds() {
    return TIMEOUT_SECONDS;
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return ending ? Optional.empty() : Optional.of(new CurrentDemand(true, excessNanos));
  }
}
