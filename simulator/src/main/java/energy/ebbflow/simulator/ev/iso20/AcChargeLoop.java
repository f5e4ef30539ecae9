package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.control.AcClReqControlMode;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.iso20.wire.AcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.AcTargets;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.iso20.wire.Needs;
import energy.ebbflow.simulator.ev.iso20.wire.PhaseWatts;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Tells its limits and what it draws, again and again, while AC energy flows either way; the
 * on-board charger follows the targets of the answers, and the pilot's current where it names one.
 *
 * @param after what is to be done once the current is gone; empty while the vehicle charges
 * @param meterWanted the next request asks for the meter's reading
 */
public record AcChargeLoop(Optional<Iso20State> after, boolean meterWanted) implements Iso20State {
  /** The current is gone, A. */
  private static final double NO_AMPS = 1;

  /** A current that does not go away is left to the contactors. */
  static final double WIND_DOWN_SECONDS = 8;

  /** The same loop on its way to an ending. */
  AcChargeLoop before(Ending ending) {
    return new AcChargeLoop(Optional.of(new PowerDeliveryStop(ending)), false);
  }

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    Iso20Session session = talk.session();
    Needs needs = session.needs(context);
    BodyView body = context.body();
    AcLimits limits = AcLimits.now(context, needs, session.bidirectional());
    AcClReqControlMode mode =
        session.dynamic()
            ? limits.dynamic(body, session.vars(), session.bidirectional())
            : limits.scheduled(body, session.vars(), session.bidirectional());
    return new AcChargeLoopRequest(
        session.header(context),
        Optional.of(needs.display(context, AcLimits.present(body).total())),
        meterWanted,
        mode);
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof AcChargeLoopResponse response)) {
      return unexpected(answer);
    }
    double pace = context.config().habits().loopSeconds();
    if (after.isPresent()) {
      boolean gone = amps(context.body()) < NO_AMPS || talk.over(WIND_DOWN_SECONDS, context);
      return gone
          ? new Turn.On<>(talk.session(), after.get())
          : new Turn.Again<>(talk.session(), this, pace, List.of(new EvEffect.Allow(0)));
    }
    AcTargets targets = AcTargets.of(response.clResControlMode(), AcLimits.spec(context).phases());
    Iso20Session session =
        talk.session().withNeeds(targets.needs()).withVars(within(targets.vars(), context));
    if (!session.bidirectional()
        && targets.watts().filter(w -> w.l1() < 0 || w.l2() < 0 || w.l3() < 0).isPresent()) {
      return new Turn.Fail<>("the charger wants energy back, which was not agreed on");
    }
    Optional<Iso20State> next =
        ChargeLoop.wished(
            session, context, response.evseStatus(), response.meterInfo(), response.receipt());
    Iso20Session remembered = ChargeLoop.remember(session, context);
    if (next.isPresent()) {
      boolean ends = next.get() instanceof PowerDeliveryStop || next.get() instanceof Standby;
      return ends
          ? new Turn.On<>(remembered, new AcChargeLoop(next, false), List.of(new EvEffect.Allow(0)))
          : new Turn.On<>(remembered, next.get());
    }
    boolean ask = ChargeLoop.asksForMeter(response.evseStatus());
    return new Turn.Again<>(
        remembered,
        new AcChargeLoop(Optional.empty(), ask),
        pace,
        List.of(allow(session, targets, context)));
  }

  /** Reactive power that the on-board charger can carry beside the active power of each phase. */
  private static PhaseWatts within(PhaseWatts vars, EvContext context) {
    PhaseWatts now = AcLimits.present(context.body());
    double most = AcLimits.spec(context).ampsMax() * AcLimits.volts(context.body());
    return new PhaseWatts(
        leg(vars.l1(), now.l1(), most),
        leg(vars.l2(), now.l2(), most),
        leg(vars.l3(), now.l3(), most));
  }

  private static double leg(double vars, double watts, double voltAmps) {
    double room = Math.sqrt(Math.max(0, voltAmps * voltAmps - watts * watts));
    return clip(vars, room);
  }

  /** What the on-board charger is to do until the next answer. */
  private static EvEffect allow(Iso20Session session, AcTargets targets, EvContext context) {
    AcLimits limits = AcLimits.now(context, session.needs(context), session.bidirectional());
    int phases = limits.phases();
    PhaseWatts wanted =
        session.dynamic()
            ? targets.watts().orElse(PhaseWatts.ZERO)
            : scheduled(session, targets, phases, context);
    PhaseWatts within = wanted.within(-limits.discharge(), limits.charge());
    double volts = AcLimits.volts(context.body());
    double pilot = context.digital() ? Double.MAX_VALUE : context.pilotAmps();
    return new EvEffect.Allow(
        clip(within.l1() / volts, pilot),
        clip(within.l2() / volts, pilot),
        clip(within.l3() / volts, pilot));
  }

  /** The vehicle's own profile, and the charger's limit of the moment where it names one. */
  private static PhaseWatts scheduled(
      Iso20Session session, AcTargets targets, int phases, EvContext context) {
    double planned =
        session.plan().map(plan -> plan.wattsAt(context.time().utcSeconds())).orElse(0.0);
    PhaseWatts profile = PhaseWatts.even(planned, phases);
    return targets
        .watts()
        .map(
            limit ->
                new PhaseWatts(
                    smaller(profile.l1(), limit.l1()),
                    smaller(profile.l2(), limit.l2()),
                    smaller(profile.l3(), limit.l3())))
        .orElse(profile);
  }

  private static double smaller(double planned, double limit) {
    return Math.copySign(Math.min(Math.abs(planned), Math.abs(limit)), planned);
  }

  private static double clip(double amps, double most) {
    return Math.max(-most, Math.min(most, amps));
  }

  private static double amps(BodyView body) {
    return Math.abs(body.phaseAmps()) + Math.abs(body.phase2Amps()) + Math.abs(body.phase3Amps());
  }

  @Override
  public double timeoutSeconds() {
    return ChargeLoop.TIMEOUT_SECONDS;
  }

  /** The scripts of vehicles know one charge loop. */
  @Override
  public String name() {
    return "ChargeLoop";
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
