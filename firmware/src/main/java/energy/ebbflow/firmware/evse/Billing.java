package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The transaction: when it starts, what it reports, and the one way in which it ends. */
final class Billing {
  /** Our own: what a crash may cost in meter values, and a disk in writes. */
  private static final long KEEP_NANOS = 5_000_000_000L;

  private final Pass pass;

  Billing(Pass pass) {
    this.pass = pass;
  }

  /** Starts, samples, and drives a stop forward. */
  void run() {
    EvseState state = pass.state;
    settle();
    if (state.shutdown.isPresent()) {
      stop(pass, "Reboot", "AbnormalCondition");
    }
    if (!state.operative && state.running().isEmpty()) {
      return;
    }
    startIfDue();
    state.running().ifPresentOrElse(this::report, this::idle);
    state.stopping().ifPresent(this::enforce);
  }

  /** Our own: what is told at times of the clock (J01) is no older than this. */
  private static final long IDLE_NANOS = 10_000_000_000L;

  /** Outside transactions the meter is heard now and then. */
  private void idle() {
    EvseState state = pass.state;
    boolean due =
        state.idleNanos.filter(at -> pass.now.nanos() - at < IDLE_NANOS).isEmpty()
            && state.measured.meterFresh(pass.now.nanos());
    if (due) {
      state.idleNanos = Optional.of(pass.now.nanos());
      pass.add(
          new EvseEffect.Tell(
              new StationEvent.IdleReading(pass.settings.id(), sample(pass.now.wall()))));
    }
  }

  /** Our own: how long the end of an interrupted transaction waits for the meter. */
  private static final long SETTLE_NANOS = 3_000_000_000L;

  /** What an earlier run left open is ended with the meter's own register. */
  private void settle() {
    EvseState state = pass.state;
    if (state.startedNanos.isEmpty()) {
      state.startedNanos = Optional.of(pass.now.nanos());
    }
    boolean waited = pass.now.nanos() - state.startedNanos.get() >= SETTLE_NANOS;
    if (!state.settled && (state.measured.meter().isPresent() || waited)) {
      state.settled = true;
      pass.add(
          new EvseEffect.Settle(pass.settings.id(), state.measured.meter().map(any -> sample())));
    }
  }

  /** Ends the transaction once no power can flow any more. */
  void finish() {
    EvseState state = pass.state;
    state
        .stopping()
        .filter(stop -> powerPathDead() && (state.session.isEmpty() || overdue(stop)))
        .ifPresent(stop -> end(stop.reason(), stop.trigger(), stop.shown()));
    if (state.shutdown.isPresent()
        && state.running().isEmpty()
        && powerPathDead()
        && !state.announcedStop) {
      state.announcedStop = true;
      if (state.session.isPresent()) {
        pass.add(new EvseEffect.CloseLink(state.link, "the station ends"));
        state.session = Optional.empty();
      }
      pass.add(new EvseEffect.Stopped());
    }
  }

  /** The vehicle is gone: the transaction ends with the power path already open. */
  void unplugged() {
    pass.state
        .running()
        .ifPresent(
            running -> {
              Optional<Transaction.Stop> stop = running.stop();
              end(
                  stop.map(Transaction.Stop::reason).orElse("EVDisconnected"),
                  stop.map(Transaction.Stop::trigger).orElse("EVCommunicationLost"),
                  stop.flatMap(Transaction.Stop::shown));
            });
    pass.state.transaction = new Transaction.None();
  }

  /** Asks for the end of the transaction; the first reason stays. Idempotent. */
  static void stop(Pass pass, String reason, String trigger) {
    stop(pass, reason, trigger, Optional.empty());
  }

  /** The same by another card than the one that started it. */
  static void stop(Pass pass, String reason, String trigger, Optional<IdToken> shown) {
    pass.state
        .running()
        .filter(running -> running.stop().isEmpty())
        .ifPresent(
            running -> {
              pass.state.transaction =
                  running.stopping(new Transaction.Stop(reason, trigger, pass.now.nanos(), shown));
              pass.phase("stop");
              pass.note("the transaction is being ended: " + reason);
            });
  }

  /** Makes the meter's values durable now, whatever happens next. */
  static void keep(Pass pass) {
    pass.state
        .running()
        .ifPresent(
            running -> pass.add(new EvseEffect.Keep(running.id(), new Billing(pass).sample())));
  }

  private static final double PERCENT = 100;

  /**
   * What a service wants changed: the delivery is documented (R20), unless the change is smaller
   * than the back office cares for (OCPP SC.03). Another mode is always told (K01.FR.110).
   */
  void boundsChanged(Optional<PowerBounds> before, PowerBounds now) {
    String mode = before.map(PowerBounds::operationMode).orElse(CHARGING_ONLY);
    boolean another = now.evse() > 0 && !mode.equals(now.operationMode());
    double percent = now.steering().tellPercent();
    boolean worth =
        before.isEmpty()
            || differs(before.get().chargeLimit(), now.chargeLimit(), percent)
            || differs(before.get().dischargeLimit(), now.dischargeLimit(), percent)
            || differs(before.get().setpoint(), now.setpoint(), percent);
    if (another || worth) {
      String trigger = another ? "OperationModeChanged" : "ChargingRateChanged";
      pass.state
          .running()
          .ifPresent(running -> tellUpdate(running, trigger, running.chargingState()));
    }
  }

  private static boolean differs(Optional<Quantity> a, Optional<Quantity> b, double percent) {
    if (a.isEmpty() || b.isEmpty() || a.get().unit() != b.get().unit()) {
      return !a.equals(b);
    }
    double change = Math.abs(a.get().value() - b.get().value());
    return change > 0 && change > Math.abs(a.get().value()) * percent / PERCENT;
  }

  /** OCPP's OperationModeEnumType where nobody names another. */
  private static final String CHARGING_ONLY = "ChargingOnly";

  private void startIfDue() {
    EvseState state = pass.state;
    boolean mayStart =
        state.plugged()
            && state.settled
            && state.running().isEmpty()
            && state.shutdown.isEmpty()
            && state.restart.isEmpty()
            && !state.renewal
            && !state.supervisor.demands(Reaction.STOP);
    if (!mayStart || !(state.authorisation instanceof Authorisation.Accepted accepted)) {
      return;
    }
    if (state.measured.meter().isEmpty()) {
      awaitMeter(accepted);
      return;
    }
    state.transactions++;
    state.unlockWanted = false;
    state.tokenRefused = false;
    String id = pass.settings.transactionPrefix() + "-" + state.transactions;
    state.transaction =
        new Transaction.Running(
            id, accepted.token(), "EVConnected", pass.now.nanos(), Optional.empty());
    String trigger = trigger(accepted);
    tell(
        Kind.STARTED,
        id,
        trigger,
        "EVConnected",
        Optional.of(accepted.token()),
        accepted.remoteStart(),
        Optional.empty());
  }

  /** Our own: how long a user who may charge waits for the meter's first word. */
  private static final long METER_NANOS = 10_000_000_000L;

  /**
   * A bill begins with a register: before the meter has spoken nothing begins. What it said once
   * still is right, as no energy has flowed since.
   */
  private void awaitMeter(Authorisation.Accepted accepted) {
    EvseState state = pass.state;
    long since = Math.max(state.pluggedNanos, accepted.sinceNanos());
    if (pass.now.nanos() - Math.max(since, state.startedNanos.orElse(since)) >= METER_NANOS) {
      pass.safety()
          .meterAwaited(
              "no transaction can begin: expected a reading of the meter within "
                  + METER_NANOS / 1_000_000_000L
                  + " s, got none");
    }
  }

  /** What came last of plug and authorisation started the transaction. */
  private String trigger(Authorisation.Accepted accepted) {
    if (pass.state.pluggedNanos - accepted.sinceNanos() > 0) {
      return "CablePluggedIn";
    }
    return accepted.remoteStart().isPresent() ? "RemoteStart" : "Authorized";
  }

  private void report(Transaction.Running running) {
    String charging = chargingState();
    if (!charging.equals(running.chargingState())) {
      tellUpdate(running, "ChargingStateChanged", charging);
    } else if (pass.now.nanos() - running.lastSampleNanos() >= pass.state.sampleEveryNanos) {
      tellUpdate(running, "MeterValuePeriodic", charging);
    } else if (pass.now.nanos() - pass.state.keptNanos >= KEEP_NANOS) {
      pass.state.keptNanos = pass.now.nanos();
      pass.add(new EvseEffect.Keep(running.id(), sample()));
    }
  }

  private void tellUpdate(Transaction.Running running, String trigger, String charging) {
    pass.state.transaction = running.reported(charging, pass.now.nanos());
    tell(
        Kind.UPDATED,
        running.id(),
        trigger,
        charging,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A vehicle that does not end its session when asked is disconnected. */
  private void enforce(Transaction.Stop stop) {
    EvseState state = pass.state;
    if (overdue(stop)) {
      state.acTransfer = false;
      pass.dc(new DcOrder.Stop("the vehicle did not end the session in time"));
    } else if (state.session.isEmpty()) {
      pass.dc(new DcOrder.Stop(stop.reason()));
    }
  }

  private boolean overdue(Transaction.Stop stop) {
    return pass.now.nanos() - stop.sinceNanos() >= pass.settings.stopNanos();
  }

  private boolean powerPathDead() {
    return !pass.state.dc.energising()
        && !pass.state.acTransfer
        && pass.state.openedOrUnheard(pass.now.nanos());
  }

  private void end(String reason, String trigger, Optional<IdToken> shown) {
    EvseState state = pass.state;
    Transaction.Running running = state.running().orElseThrow();
    tell(
        Kind.ENDED,
        running.id(),
        trigger,
        state.plugged() ? "EVConnected" : "Idle",
        shown,
        Optional.empty(),
        Optional.of(reason));
    state.transaction = new Transaction.Ended(running.id());
    state.tokenRefused = false;
    state.authorisation = new Authorisation.None();
    if (state.session.isPresent()) {
      pass.add(new EvseEffect.CloseLink(state.link, "the transaction has ended: " + reason));
      state.session = Optional.empty();
    }
    if (state.plugged()) {
      state.path = new ChargingPath.Ended();
      pass.phase("unplug");
    }
  }

  /** The token goes with the one event in which it was shown: it is personal data. */
  private void tell(
      Kind kind,
      String id,
      String trigger,
      String charging,
      Optional<IdToken> shown,
      Optional<Integer> remoteStart,
      Optional<String> reason) {
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.Transaction(
                kind,
                id,
                trigger,
                charging,
                pass.settings.id(),
                1,
                shown,
                remoteStart,
                reason,
                pass.now.steady(),
                List.of(sample()),
                pass.state
                    .outletBounds
                    .filter(given -> !given.expired(pass.now.nanos()))
                    .map(given -> given.bounds().operationMode()),
                pass.sleeping() ? Optional.of(true) : Optional.empty())));
  }

  /** Values of a transaction; their time is corrected where they are recorded. */
  private MeterSample sample() {
    return sample(pass.now.steady());
  }

  private MeterSample sample(Instant at) {
    EvseState state = pass.state;
    Optional<Reading.Meter> meter = state.measured.meter();
    boolean steered =
        state.dc instanceof Transferring
            || state.acTransfer
            || state.offer instanceof PilotOffer.Basic;
    return new MeterSample(
        at,
        state.measured.importedWh(),
        state.measured.exportedWh(),
        state.measured.watts(),
        meter
            .map(value -> value.phaseCurrents().stream().map(Amps::value).toList())
            .orElse(List.of()),
        meter
            .map(value -> value.phaseVoltages().stream().map(Volts::value).toList())
            .orElse(List.of()),
        steered
            ? pass.offeredWatts().or(() -> Optional.of(state.decision.setpoint().value()))
            : Optional.empty(),
        state.vehicle.socPercent(),
        state.acTransfer
            ? state
                .vehicle
                .state()
                .flatMap(known -> known.detail().presentVars())
                .map(PhaseValues::sum)
            : Optional.empty());
  }

  /** OCPP ChargingStateEnumType of this instant. */
  private String chargingState() {
    EvseState state = pass.state;
    if (state.path instanceof ChargingPath.Basic) {
      if (!(state.offer instanceof PilotOffer.Basic)) {
        return "SuspendedEVSE";
      }
      boolean drawing = state.line == PilotState.C || state.line == PilotState.D;
      return drawing && state.contactorsClosed() ? "Charging" : "SuspendedEV";
    }
    if (state.path instanceof ChargingPath.Paused paused) {
      return paused.byStation() ? "SuspendedEVSE" : "SuspendedEV";
    }
    if (state.dc instanceof Transferring && state.loopHeard) {
      return state.decision.setpoint().value() == 0 ? "SuspendedEVSE" : "Charging";
    }
    if (state.acTransfer && state.contactorsClosed()) {
      return state.decision.setpoint().value() == 0 ? "SuspendedEVSE" : "Charging";
    }
    return "EVConnected";
  }
}
