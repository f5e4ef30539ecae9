package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.simulator.ev.charging.ChargerLimits;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso2.wire.SaeService;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.iso2.wire.Values;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks for current, again and again, while energy flows. At the end it first asks for none.
 *
 * @param aim what the vehicle wants
 * @param gives it is to give energy back
 * @param excessNanos since when more flows than was asked for; {@link #NO_EXCESS} while it does not
 */
public record CurrentDemand(Aim aim, boolean gives, long excessNanos) implements Iso2State {
  /** No more flows than was asked for. */
  static final long NO_EXCESS = Long.MAX_VALUE;

  /** CurrentDemandRes has the shortest time-out, s. */
  static final double TIMEOUT_SECONDS = 0.25;

  /** For how long it asks for no current before it stops whatever flows, s. */
  static final double RAMP_SECONDS = 2;

  /** Energy is wanted. */
  static CurrentDemand first() {
    return new CurrentDemand(Aim.ENERGY, false, NO_EXCESS);
  }

  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    boolean backwards = backwards(session);
    double amps =
        backwards
            ? -context.body().dischargeAmpsNow()
            : Math.min(
                context.body().chargeAmpsNow(), context.config().body().battery().chargeAmpsMax());
    double watts = backwards ? -DcBattery.dischargeWatts(context) : DcBattery.chargeWatts(context);
    return new CurrentDemandRequest(
        Status.own(context),
        Values.amps(target(session, context)),
        Optional.of(Values.volts(context.config().body().battery().voltsMax())),
        Optional.of(Values.ampsLimit(amps)),
        Optional.of(Values.wattsLimit(watts)),
        Optional.of(false),
        aim == Aim.STOP || !backwards && DcBattery.full(context),
        remaining(context, 100),
        remaining(context, context.config().needs().targetSocPercent()),
        Values.volts(context.config().body().battery().voltsMax()));
  }

  private static Optional<PhysicalValue> remaining(EvContext context, double socPercent) {
    return DcBattery.secondsTo(context, socPercent).map(Values::seconds);
  }

  private boolean backwards(Iso2Session session) {
    return session.agreed(SaeService.V2H) || gives;
  }

  private double target(Iso2Session session, EvContext context) {
    if (aim != Aim.ENERGY) {
      return 0;
    }
    return backwards(session)
        ? -DcBattery.dischargeAmps(context, session.limits())
        : DcBattery.chargeAmps(context, session.limits(), session.plan());
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
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
    Iso2Session known = session.with(limits(response, session.limits()));
    CurrentDemand next = new CurrentDemand(aim, turnsRound(response, session), since);
    Optional<MeterInfo> receipt =
        response.meterInfo().filter(m -> response.receiptRequired().orElse(false));
    if (receipt.isPresent()) {
      // A receipt comes before everything else the charger wants [V2G2-691].
      return on(new MeteringReceipt(receipt.get(), next), known);
    }
    return next.follow(Status.wish(response.dcEvseStatus()), known, context, seconds);
  }

  private Turn<Iso2Session> follow(
      Status.Wish wish, Iso2Session session, EvContext context, double seconds) {
    if (aim != Aim.ENERGY) {
      boolean none = Math.abs(context.body().inletAmps()) < DcBattery.NO_AMPS;
      return none || seconds >= RAMP_SECONDS
          ? on(new PowerDeliveryStop(aim == Aim.PAUSE), session)
          : again(this, session, context.config().habits().loopSeconds());
    }
    if (wish == Status.Wish.STOP || done(session, context)) {
      return on(towards(Aim.STOP), session);
    }
    if (wish == Status.Wish.RENEGOTIATE || session.outdated(context)) {
      return on(new PowerDeliveryRenegotiate(), session);
    }
    return again(this, session, context.config().habits().loopSeconds());
  }

  private CurrentDemand towards(Aim other) {
    return new CurrentDemand(other, gives, excessNanos);
  }

  /** The vehicle needs the charger no more; one that gives stops at its lowest charge (V2H). */
  private static boolean done(Iso2Session session, EvContext context) {
    return session.agreed(SaeService.V2H)
        ? context.body().socPercent() <= context.config().needs().minimumSocPercent()
        : !session.bidirectional() && DcBattery.full(context);
  }

  /** SAE J2847/2 V2G: negative current and limits of the charger ask the vehicle to give. */
  private static boolean turnsRound(CurrentDemandResponse response, Iso2Session session) {
    return session.agreed(SaeService.V2G)
        && Values.number(response.evsePresentCurrent()) < 0
        && response.evseMaximumCurrentLimit().filter(v -> v.value() < 0).isPresent()
        && response.evseMaximumPowerLimit().filter(v -> v.value() < 0).isPresent();
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
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return aim == Aim.ENERGY
        ? Optional.of(towards(pause ? Aim.PAUSE : Aim.STOP))
        : Optional.empty();
  }
}
