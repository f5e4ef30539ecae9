package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
import energy.ebbflow.simulator.ev.exchange.ChargerLimits;
import energy.ebbflow.simulator.ev.exchange.DcBattery;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
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
  /** What the vehicle wants of the loop. */
  public enum Aim {
    /** Energy. */
    ENERGY,
    /** The end: no current any more, then PowerDelivery(Stop). */
    STOP
  }

  /** No more flows than was asked for. */
  static final long NO_EXCESS = Long.MAX_VALUE;

  /** CurrentDemandRes has the shortest time-out, s. */
  static final double TIMEOUT_SECONDS = 0.25;

  /** For how long it asks for no current before it stops whatever flows, s. */
  static final double RAMP_SECONDS = 2;

  /** Too much current for this long is a fault of the charger, s. */
  static final double EXCESS_SECONDS = 3;

  /** Energy is wanted. */
  static CurrentDemand first() {
    return new CurrentDemand(Aim.ENERGY, false, NO_EXCESS);
  }

  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    boolean backwards = backwards(learnt);
    double amps =
        backwards
            ? -context.body().dischargeAmpsNow()
            : Math.min(
                context.body().chargeAmpsNow(), context.config().body().battery().chargeAmpsMax());
    double watts = backwards ? -DcBattery.dischargeWatts(context) : DcBattery.chargeWatts(context);
    return new CurrentDemandRequest(
        Status.own(context),
        Values.amps(target(learnt, context)),
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

  private boolean backwards(Iso2Learnt learnt) {
    return learnt.sae().equals(Optional.of(SaeMode.V2H)) || gives;
  }

  private double target(Iso2Learnt learnt, EvContext context) {
    if (aim == Aim.STOP) {
      return 0;
    }
    return backwards(learnt)
        ? -DcBattery.dischargeAmps(context, learnt.limits())
        : DcBattery.chargeAmps(context, learnt.limits(), learnt.plan());
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof CurrentDemandResponse response)) {
      return unexpected(answer);
    }
    boolean excess = DcBattery.excess(context, target(learnt, context));
    long since = excess ? Math.min(excessNanos, context.nanos()) : NO_EXCESS;
    Optional<String> danger =
        Status.dangerInLoop(response.dcEvseStatus())
            .or(() -> DcBattery.overvoltage(context))
            .or(() -> tooMuch(since, learnt, context));
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    Iso2Learnt known = learnt.with(limits(response, learnt.limits()));
    CurrentDemand next = new CurrentDemand(aim, turnsRound(response, learnt), since);
    Optional<MeterInfo> receipt =
        response.meterInfo().filter(m -> response.receiptRequired().orElse(false));
    if (receipt.isPresent()) {
      // A receipt comes before everything else the charger wants [V2G2-691].
      return Turn.on(new MeteringReceipt(receipt.get(), next), known);
    }
    return next.follow(Status.wish(response.dcEvseStatus()), known, context, seconds);
  }

  private Turn<BodyElement, Iso2Learnt> follow(
      Status.Wish wish, Iso2Learnt learnt, EvContext context, double seconds) {
    if (aim == Aim.STOP) {
      boolean none = Math.abs(context.body().inletAmps()) < DcBattery.NO_AMPS;
      return none || seconds >= RAMP_SECONDS
          ? Turn.on(new PowerDeliveryStop(false), learnt)
          : Turn.again(this, learnt, context.config().habits().loopSeconds());
    }
    boolean bidirectional = learnt.sae().isPresent();
    if (wish == Status.Wish.STOP || !bidirectional && DcBattery.full(context)) {
      return Turn.on(stopping(), learnt);
    }
    if (wish == Status.Wish.RENEGOTIATE || outdated(learnt, context)) {
      return Turn.on(new PowerDeliveryRenegotiate(), learnt);
    }
    return Turn.again(this, learnt, context.config().habits().loopSeconds());
  }

  /** The offer has ended, or the user wants something else by now. */
  static boolean outdated(Iso2Learnt learnt, EvContext context) {
    return learnt
        .plan()
        .filter(p -> p.over(context.nanos()) || !p.needs().equals(context.config().needs()))
        .isPresent();
  }

  private CurrentDemand stopping() {
    return new CurrentDemand(Aim.STOP, gives, excessNanos);
  }

  private Optional<String> tooMuch(long since, Iso2Learnt learnt, EvContext context) {
    boolean long_ = since != NO_EXCESS && context.nanos() - since >= EvContext.nanosOf(EXCESS_SECONDS);
    return long_
        ? Optional.of(
            Math.round(target(learnt, context))
                + " A asked for, "
                + Math.round(context.body().inletAmps())
                + " A flow")
        : Optional.empty();
  }

  /** SAE J2847/2 V2G: negative current and limits of the charger ask the vehicle to give. */
  private static boolean turnsRound(CurrentDemandResponse response, Iso2Learnt learnt) {
    return learnt.sae().equals(Optional.of(SaeMode.V2G))
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
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return aim == Aim.STOP ? Optional.empty() : Optional.of(stopping());
  }
}
