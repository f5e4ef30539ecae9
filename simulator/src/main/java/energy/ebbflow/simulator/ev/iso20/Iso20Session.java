package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.simulator.ev.iso20.plan.Plan;
import energy.ebbflow.simulator.ev.iso20.wire.Needs;
import energy.ebbflow.simulator.ev.iso20.wire.NegativeLimits;
import energy.ebbflow.simulator.ev.iso20.wire.PhaseWatts;
import energy.ebbflow.simulator.ev.iso20.wire.Service;
import energy.ebbflow.simulator.ev.iso20.wire.StationLimits;
import energy.ebbflow.simulator.ev.iso20.wire.StationNeeds;
import energy.ebbflow.simulator.ev.model.EvConfig.NeedsBy;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.PausedSession;
import energy.ebbflow.simulator.ev.talk.Start;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkSession;
import java.util.Optional;

/**
 * What the vehicle knows of a session by ISO 15118-20.
 *
 * @param protocol DC or AC
 * @param sessionId of the charger; zeros before it gave one, a former one while joining again
 * @param opened the charger has given the id
 * @param service what was chosen, once it was; that of the paused session while joining it again
 * @param limits of the charger, once they are known
 * @param plan the schedule that was taken, in scheduled control
 * @param needs what the charger knows of the user's needs, where it was to know them
 * @param vars reactive power that the charger wants of an AC vehicle, var
 * @param parking whether the charger keeps books of who parks
 * @param agreed what of the user's wishes is done
 */
public record Iso20Session(
    EvProtocol protocol,
    Octets sessionId,
    boolean opened,
    Optional<Service> service,
    Optional<StationLimits> limits,
    Optional<Plan> plan,
    Optional<StationNeeds> needs,
    PhaseWatts vars,
    Parking parking,
    Agreed agreed)
    implements TalkSession<Iso20Session> {

  /**
   * What of the user's wishes is done.
   *
   * @param schedules how often the schedule was negotiated anew at the user's wish
   * @param services how often the service was
   * @param standbyRefused the charger allows no standby, or has ended it
   * @param servicesAgain the charger lets the service be chosen anew
   */
  public record Agreed(int schedules, int services, boolean standbyRefused, boolean servicesAgain) {
    static final Agreed NOTHING = new Agreed(0, 0, false, false);

    Agreed withSchedules(int done) {
      return new Agreed(done, services, standbyRefused, servicesAgain);
    }

    Agreed withServices(int done) {
      return new Agreed(schedules, done, standbyRefused, servicesAgain);
    }

    Agreed withoutStandby() {
      return new Agreed(schedules, services, true, servicesAgain);
    }

    Agreed withStandby() {
      return new Agreed(schedules, services, false, servicesAgain);
    }

    Agreed withServicesAgain(boolean supported) {
      return new Agreed(schedules, services, standbyRefused, supported);
    }
  }

  /**
   * The parking status, a value-added service.
   *
   * @param offered in the list of services
   * @param parameterSetId of the check-in, once it was chosen
   */
  public record Parking(boolean offered, Optional<Integer> parameterSetId) {
    static final Parking NONE = new Parking(false, Optional.empty());

    /** Service id (ISO 15118-20 Table 204). */
    static final int SERVICE = 66;
  }

  /** SessionID before the charger has given one [V2G20-745]. */
  public static final Octets NO_SESSION = Octets.of(new byte[8]);

  private static final Octets STRANGE_SESSION = Octets.ofHex("0102030405060708");

  /** A conversation that starts with SessionSetupReq. */
  public static Talk<Iso20Session> begin(Start start, EvContext context) {
    Octets id = start.paused().map(PausedSession::sessionId).orElse(NO_SESSION);
    Optional<PausedSession.Agreed> former = start.paused().flatMap(PausedSession::agreed);
    Agreed agreed =
        new Agreed(
            context.wishes().schedules(),
            context.wishes().services(),
            false,
            former.map(PausedSession.Agreed::servicesAgain).orElse(false));
    return Talk.begin(
        new Iso20Session(
            start.protocol(),
            id,
            false,
            former.map(f -> new Service(f.service(), f.parameterSet(), f.control(), f.needsBy())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PhaseWatts.ZERO,
            former
                .flatMap(PausedSession.Agreed::parkingSet)
                .map(set -> new Parking(true, Optional.of(set)))
                .orElse(Parking.NONE),
            agreed),
        new SessionSetup(),
        context.nanos());
  }

  /** The vehicle's energy comes by DC. */
  boolean dc() {
    return protocol == EvProtocol.ISO20_DC;
  }

  /** Discharge is negotiated. */
  boolean bidirectional() {
    return service.map(Service::bidirectional).orElse(false);
  }

  /** The charger decides from moment to moment. */
  boolean dynamic() {
    return service.map(Service::dynamic).orElse(true);
  }

  /** What the vehicle needs now. */
  Needs needs(EvContext context) {
    return Needs.of(context, needs);
  }

  /** What every request starts with. */
  MessageHeader header(EvContext context) {
    return new MessageHeader(sessionId, context.time().utcSeconds(), Optional.empty());
  }

  Iso20Session withId(Octets id) {
    return new Iso20Session(
        protocol, id, true, service, limits, plan, needs, vars, parking, agreed);
  }

  /** The charger has opened another session than the one that was paused: nothing of it holds. */
  Iso20Session anew() {
    return new Iso20Session(
        protocol,
        sessionId,
        opened,
        Optional.empty(),
        limits,
        plan,
        needs,
        vars,
        Parking.NONE,
        new Agreed(agreed.schedules(), agreed.services(), false, false));
  }

  Iso20Session withService(Service chosen) {
    return new Iso20Session(
        protocol,
        sessionId,
        opened,
        Optional.of(chosen),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PhaseWatts.ZERO,
        parking,
        agreed);
  }

  Iso20Session withLimits(StationLimits told) {
    return new Iso20Session(
        protocol,
        sessionId,
        opened,
        service,
        Optional.of(told),
        plan,
        needs,
        vars,
        parking,
        agreed);
  }

  Iso20Session withPlan(Plan taken) {
    return new Iso20Session(
        protocol,
        sessionId,
        opened,
        service,
        limits,
        Optional.of(taken),
        needs,
        vars,
        parking,
        agreed);
  }

  /** The charger's knowledge counts only where it was agreed that it has it. */
  Iso20Session withNeeds(StationNeeds told) {
    boolean counts = !told.empty() && service.map(s -> s.needsBy() == NeedsBy.SECC).orElse(false);
    return counts
        ? new Iso20Session(
            protocol,
            sessionId,
            opened,
            service,
            limits,
            plan,
            Optional.of(told.over(needs)),
            vars,
            parking,
            agreed)
        : this;
  }

  Iso20Session withVars(PhaseWatts wanted) {
    return new Iso20Session(
        protocol, sessionId, opened, service, limits, plan, needs, wanted, parking, agreed);
  }

  Iso20Session with(Parking known) {
    return new Iso20Session(
        protocol, sessionId, opened, service, limits, plan, needs, vars, known, agreed);
  }

  Iso20Session with(Agreed done) {
    return new Iso20Session(
        protocol, sessionId, opened, service, limits, plan, needs, vars, parking, done);
  }

  /** What is kept when the session is paused. */
  PausedSession paused() {
    return new PausedSession(
        protocol,
        sessionId,
        service.map(
            s ->
                new PausedSession.Agreed(
                    s.id(),
                    s.parameterSetId(),
                    s.control(),
                    s.needsBy(),
                    parking.parameterSetId(),
                    agreed.servicesAgain())));
  }

  @Override
  public Optional<String> refusal(V2gMessage answer) {
    if (!(answer instanceof Iso20Response response)) {
      return Optional.empty();
    }
    if (response.responseCode().wireName().startsWith("FAILED")) {
      return Optional.of("the charger says " + response.responseCode().wireName());
    }
    return opened && !response.header().sessionId().equals(sessionId)
        ? Optional.of("the answer belongs to another session")
        : Optional.empty();
  }

  @Override
  public Iso20Session foreign() {
    return new Iso20Session(
        protocol, STRANGE_SESSION, opened, service, limits, plan, needs, vars, parking, agreed);
  }

  @Override
  public V2gMessage outOfOrder(Talk<Iso20Session> talk, EvContext context) {
    boolean late =
        talk.state() instanceof PowerDeliveryStart
            || talk.state() instanceof ChargeLoop
            || talk.state() instanceof AcChargeLoop;
    return late
        ? new SessionSetup().request(talk, context)
        : new PowerDeliveryStart().request(talk, context);
  }

  @Override
  public V2gMessage negative(V2gMessage request) {
    return NegativeLimits.of(request);
  }
}
