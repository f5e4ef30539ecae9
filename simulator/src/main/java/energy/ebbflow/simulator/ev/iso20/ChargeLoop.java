package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClResControlMode;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.iso20.plan.Plan;
import energy.ebbflow.simulator.ev.iso20.wire.DcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.iso20.wire.Needs;
import energy.ebbflow.simulator.ev.iso20.wire.StationNeeds;
import energy.ebbflow.simulator.ev.iso20.wire.Wire;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import energy.ebbflow.simulator.physics.BatterySpec;
import java.util.Optional;

/**
 * Tells its limits and its state of charge, again and again, while DC energy flows either way.
 *
 * @param meterWanted the next request asks for the meter's reading
 */
public record ChargeLoop(boolean meterWanted) implements Iso20State {
  /** The charge loops have the shortest time-out. */
  static final double TIMEOUT_SECONDS = 0.5;

  /** A converter overshoots by less than this: factor and A. */
  private static final double OVERSHOOT = 1.1;

  private static final double OVERSHOOT_AMPS = 5;

  /** What follows the start of power. */
  static Iso20State of(Iso20Session session) {
    return session.dc() ? new ChargeLoop(false) : new AcChargeLoop(Optional.empty(), false);
  }

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    Iso20Session session = talk.session();
    Needs needs = session.needs(context);
    BodyView body = context.body();
    return new DcChargeLoopRequest(
        session.header(context),
        Optional.of(needs.display(context, body.inletVolts() * body.inletAmps())),
        meterWanted,
        Wire.tenths(body.inletVolts()),
        mode(session, needs, context));
  }

  private static DcClReqControlMode mode(Iso20Session session, Needs needs, EvContext context) {
    if (session.dynamic()) {
      return DcLimits.dynamic(context, needs, session.bidirectional());
    }
    double watts =
        session.plan().map(plan -> plan.wattsAt(context.time().utcSeconds())).orElse(0.0);
    return DcLimits.scheduled(context, needs, session.bidirectional(), watts);
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof DcChargeLoopResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = danger(context);
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    Iso20Session session = talk.session().withNeeds(needs(response.clResControlMode()));
    Optional<Iso20State> next =
        wished(session, context, response.evseStatus(), response.meterInfo(), response.receipt());
    if (next.isPresent()) {
      return new Turn.On<>(remember(session, context), next.get());
    }
    boolean ask = asksForMeter(response.evseStatus());
    return new Turn.Again<>(
        remember(session, context), new ChargeLoop(ask), context.config().habits().loopSeconds());
  }

  /**
   * What no vehicle lets happen to its battery, whatever the charger says; nothing for a vehicle
   * that believes its charger, whose battery is imagined.
   */
  private static Optional<String> danger(EvContext context) {
    if (context.config().habits().believes()) {
      return Optional.empty();
    }
    BatterySpec battery = context.config().body().battery();
    BodyView body = context.body();
    double most = battery.chargeAmpsMax() * OVERSHOOT + OVERSHOOT_AMPS;
    if (body.inletAmps() > most) {
      return Optional.of(
          "the charger pushes "
              + Math.round(body.inletAmps())
              + " A into the battery, allowed are "
              + battery.chargeAmpsMax());
    }
    if (body.inletVolts() > battery.voltsMax() * OVERSHOOT) {
      return Optional.of(
          "the charger puts "
              + Math.round(body.inletVolts())
              + " V on the battery, allowed are "
              + battery.voltsMax());
    }
    return Optional.empty();
  }

  private static StationNeeds needs(DcClResControlMode mode) {
    return switch (mode) {
      case DynamicDcClResControlMode m ->
          new StationNeeds(m.departureTime(), m.minimumSoc(), m.targetSoc());
      case BptDynamicDcClResControlMode m ->
          new StationNeeds(m.departureTime(), m.minimumSoc(), m.targetSoc());
      case ScheduledDcClResControlMode _, BptScheduledDcClResControlMode _ ->
          new StationNeeds(Optional.empty(), Optional.empty(), Optional.empty());
    };
  }

  // ---- what both loops react to

  /** The charger wants a confirmed reading: the next request has to ask for one. */
  static boolean asksForMeter(Optional<EvseStatus> status) {
    return status
        .filter(s -> s.evseNotification() == EvseNotification.METERING_CONFIRMATION)
        .isPresent();
  }

  /** A standby that the user no longer wants may be wanted again later. */
  static Iso20Session remember(Iso20Session session, EvContext context) {
    return session.agreed().standbyRefused() && !context.wishes().standby()
        ? session.with(session.agreed().withStandby())
        : session;
  }

  /**
   * Where the charger's or the user's wishes lead out of the loop; a vehicle that cannot give
   * anything back ends when it has what it needs.
   */
  static Optional<Iso20State> wished(
      Iso20Session session,
      EvContext context,
      Optional<EvseStatus> status,
      Optional<MeterInfo> meter,
      Optional<Receipt> receipt) {
    if (status.isPresent()) {
      Optional<Iso20State> followed =
          switch (status.get().evseNotification()) {
            case TERMINATE -> Optional.of(new PowerDeliveryStop(Ending.TERMINATE));
            case PAUSE -> Optional.of(new PowerDeliveryStop(Ending.PAUSE));
            case SERVICE_RENEGOTIATION ->
                Optional.of(new PowerDeliveryStop(Ending.SERVICE_RENEGOTIATION));
            case SCHEDULE_RENEGOTIATION -> Optional.of(new ScheduleRenegotiation());
            case METERING_CONFIRMATION ->
                meter.map(reading -> new MeteringConfirmation(reading, receipt));
            case EXIT_STANDBY -> Optional.empty();
          };
      if (followed.isPresent()) {
        return followed;
      }
    }
    if (context.wishes().standby() && !session.agreed().standbyRefused()) {
      return Optional.of(new Standby(false));
    }
    if (context.wishes().services() > session.agreed().services()
        && session.agreed().servicesAgain()) {
      return Optional.of(new PowerDeliveryStop(Ending.SERVICE_RENEGOTIATION));
    }
    boolean again = context.wishes().schedules() > session.agreed().schedules();
    boolean over =
        session.plan().map((Plan p) -> p.over(context.time().utcSeconds())).orElse(false);
    if (!session.dynamic() && (again || over)) {
      return Optional.of(new ScheduleRenegotiation());
    }
    boolean reached = session.needs(context).reached() && !session.bidirectional();
    return reached ? Optional.of(new PowerDeliveryStop(Ending.TERMINATE)) : Optional.empty();
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
  public boolean energised() {
    return true;
  }
}
