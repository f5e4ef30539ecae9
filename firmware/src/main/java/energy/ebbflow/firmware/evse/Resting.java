package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.path.ChargingPath;
import java.util.Optional;

/** Vehicles that rest: when they are asked to pause, and when they are woken. */
final class Resting {
  /** Our own: a paused vehicle is left in peace for so long, whatever the energy does. */
  private static final long PAUSE_MIN_NANOS = 10_000_000_000L;

  /** Our own: some vehicles end their session by themselves after so long without energy. */
  private static final long DRY_NANOS = 4_000_000_000L;

  private final Pass pass;

  Resting(Pass pass) {
    this.pass = pass;
  }

  /** A vehicle that sleeps wants to be woken (ISO 15118-3, B-C-B toggle). */
  void toggled() {
    if (pass.state.path instanceof ChargingPath.Paused) {
      wake("the vehicle wakes up");
    }
  }

  /** Watches whether there is energy at all: a vehicle without any is paused, and woken. */
  void watchEnergy() {
    EvseState state = pass.state;
    boolean empty = !pass.energyAvailable();
    boolean loop = state.acTransfer || state.loopHeard || pass.settings.ac().isPresent();
    boolean ready = state.session.isPresent() && state.energyNanos.isPresent() && loop;
    if (!empty || !ready) {
      state.emptySinceNanos = Optional.empty();
    } else if (state.emptySinceNanos.isEmpty()) {
      state.emptySinceNanos = Optional.of(pass.now.nanos());
    }
    if (pauseDue() && !state.pauseAsked) {
      state.pauseAsked = true;
      pass.note("there is no energy for the vehicle: it is asked to pause");
    }
    if (state.path instanceof ChargingPath.Paused paused
        && paused.byStation()
        && !empty
        && state.stopping().isEmpty()
        && pass.now.nanos() - paused.sinceNanos() >= PAUSE_MIN_NANOS) {
      wake("there is energy for the vehicle");
    }
  }

  /** The vehicle has been without energy for long enough. */
  boolean pauseDue() {
    return empty(sleepWanted() ? 0 : pass.settings.link().pauseNanos());
  }

  /** OCPP 2.1 Q10: the power electronics are to go to sleep. */
  private boolean sleepWanted() {
    return pass.state
        .outletBounds
        .filter(given -> given.bounds().steering().sleep() && !given.expired(pass.now.nanos()))
        .isPresent();
  }

  /** They do. */
  boolean sleeping() {
    return sleepWanted() && !pass.state.contactorsClosed() && !pass.state.dc.energising();
  }

  /** The vehicle ended its session because there was nothing for it. */
  boolean ranDry() {
    return empty(DRY_NANOS);
  }

  /** Energy flows by the duty cycle alone. */
  boolean flowsByDuty() {
    return pass.state.path instanceof ChargingPath.Basic
        && (pass.state.contactorsCommanded || pass.state.contactorsClosed());
  }

  private boolean empty(long nanos) {
    return pass.state
        .emptySinceNanos
        .filter(since -> pass.now.nanos() - since >= nanos)
        .isPresent();
  }

  private void wake(String why) {
    pass.note(why + ": digital communication is offered again");
    pass.state.emptySinceNanos = Optional.empty();
    pass.state.path = pass.settings.path().wake(pass.now.nanos());
    pass.phase("sdp");
  }
}
