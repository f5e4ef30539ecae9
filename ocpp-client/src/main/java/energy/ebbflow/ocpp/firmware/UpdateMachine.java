package energy.ebbflow.ocpp.firmware;

import energy.ebbflow.ocpp.errand.ErrandEnd.How;
import energy.ebbflow.ocpp.firmware.UpdateState.Phase;
import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An update from its order to the firmware that has proved itself (OCPP 2.1 L01, L02; the security
 * whitepaper of 1.6, section 3.5). Pure. Each step is told, none is skipped (L01.FR.01 and its
 * table of statuses); what is on its way survives a restart.
 */
public final class UpdateMachine {
  /**
   * How long new firmware may take until a back office accepts it. After that the one before comes
   * back: a station that nobody reaches cannot be repaired from afar.
   */
  static final Duration PROVING = Duration.ofHours(1);

  private UpdateMachine() {}

  /** What the machine sees around it. */
  public record Surroundings(Instant now, boolean busy, String version, boolean mayCloseOutlets) {}

  /** The next state, and what it wants in this order. */
  public record Step(UpdateState next, List<UpdateEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** One step. */
  public static Step step(UpdateState state, UpdateInput input, Surroundings around) {
    Work work = new Work(state, around);
    switch (input) {
      case UpdateInput.Ordered ordered -> work.ordered(ordered.order());
      case UpdateInput.Tick _ -> work.tick();
      case UpdateInput.Ended ended -> work.ended(ended.how(), ended.text());
      case UpdateInput.Started _ -> work.started();
      case UpdateInput.Accepted _ -> work.accepted();
    }
    return new Step(work.state, work.effects);
  }

  /** Whether an order can still be given up (L01.FR.24: not once it is being installed). */
  public static boolean replaceable(UpdateState state) {
    return switch (state.phase()) {
      case IDLE,
          WAITING_TO_FETCH,
          FETCHING,
          WAITING_TO_RETRY,
          VERIFYING,
          WAITING_TO_INSTALL,
          WAITING_FOR_PEACE ->
          true;
      case INSTALLING, RESTARTING, PROVING -> false;
    };
  }

  /** A step that is being made. */
  private static final class Work {
    private final Surroundings around;
    private final List<UpdateEffect> effects = new ArrayList<>();
    private UpdateState state;

    Work(UpdateState state, Surroundings around) {
      this.state = state;
      this.around = around;
    }

    private void tell(FirmwareStatus status, String text) {
      state = state.telling(status);
      effects.add(new UpdateEffect.Tell(status, text));
    }

    private UpdateOrder order() {
      return state.order().orElseThrow(() -> new IllegalStateException("no update is ordered"));
    }

    private void ordered(UpdateOrder order) {
      switch (state.phase()) {
        case FETCHING, VERIFYING -> effects.add(new UpdateEffect.Abandon());
        case WAITING_FOR_PEACE -> effects.add(new UpdateEffect.CloseOutlets(false));
        case IDLE,
            WAITING_TO_FETCH,
            WAITING_TO_RETRY,
            WAITING_TO_INSTALL,
            INSTALLING,
            RESTARTING,
            PROVING -> {}
      }
      state =
          new UpdateState(
              Phase.IDLE,
              java.util.Optional.of(order),
              0,
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              java.util.Optional.empty());
      if (around.now().isBefore(order.retrieveAt())) {
        state = state.until(Phase.WAITING_TO_FETCH, order.retrieveAt());
        tell(FirmwareStatus.DOWNLOAD_SCHEDULED, "");
      } else {
        fetch(1);
      }
    }

    private void fetch(int attempt) {
      state = state.attempting(attempt);
      if (attempt == 1) {
        tell(FirmwareStatus.DOWNLOADING, "");
      }
      effects.add(new UpdateEffect.Fetch(order().location()));
    }

    private void tick() {
      switch (state.phase()) {
        case WAITING_TO_FETCH -> {
          if (state.due(around.now())) {
            fetch(1);
          }
        }
        case WAITING_TO_RETRY -> {
          if (state.due(around.now())) {
            fetch(state.attempt() + 1);
          }
        }
        case WAITING_TO_INSTALL -> {
          if (state.due(around.now())) {
            seekPeace();
          }
        }
        case WAITING_FOR_PEACE -> {
          if (!around.busy()) {
            install();
          }
        }
        case PROVING -> {
          if (state.due(around.now())) {
            effects.add(new UpdateEffect.RollBack());
            state = state.in(Phase.RESTARTING);
          }
        }
        case IDLE, FETCHING, VERIFYING, INSTALLING, RESTARTING -> {}
      }
    }

    private void ended(How how, String text) {
      switch (state.phase()) {
        case FETCHING -> fetched(how, text);
        case VERIFYING -> verified(how, text);
        case INSTALLING -> installed(how, text);
        case RESTARTING -> rolledBack(how, text);
        case IDLE,
            WAITING_TO_FETCH,
            WAITING_TO_RETRY,
            WAITING_TO_INSTALL,
            WAITING_FOR_PEACE,
            PROVING -> {}
      }
    }

    private void fetched(How how, String text) {
      if (how == How.DONE) {
        tell(FirmwareStatus.DOWNLOADED, "");
        if (order().signature().isPresent()) {
          state = state.in(Phase.VERIFYING);
          effects.add(new UpdateEffect.Verify(order().signature().get()));
        } else {
          ready();
        }
      } else if (how != How.UNSUPPORTED && state.attempt() < order().attempts()) {
        state =
            state.until(Phase.WAITING_TO_RETRY, around.now().plusSeconds(order().retrySeconds()));
      } else {
        end(FirmwareStatus.DOWNLOAD_FAILED, text);
      }
    }

    private void verified(How how, String text) {
      if (how == How.DONE) {
        tell(FirmwareStatus.SIGNATURE_VERIFIED, "");
        ready();
      } else {
        // L01.FR.03: an image that is not the maker's goes.
        effects.add(new UpdateEffect.Security("InvalidFirmwareSignature", text));
        end(FirmwareStatus.INVALID_SIGNATURE, text);
      }
    }

    private void ready() {
      if (order().installAt().map(at -> around.now().isBefore(at)).orElse(false)) {
        state = state.until(Phase.WAITING_TO_INSTALL, order().installAt().orElseThrow());
        // L01.FR.16.
        tell(FirmwareStatus.INSTALL_SCHEDULED, "");
      } else {
        seekPeace();
      }
    }

    /** L01.FR.06: nobody who charges is cut off for it. */
    private void seekPeace() {
      state = state.in(Phase.WAITING_FOR_PEACE);
      if (around.busy()) {
        if (around.mayCloseOutlets()) {
          // L01.FR.07: whoever comes now waits, so that it ends at all.
          effects.add(new UpdateEffect.CloseOutlets(true));
        }
        if (state.told().filter(FirmwareStatus.INSTALL_SCHEDULED::equals).isEmpty()) {
          tell(FirmwareStatus.INSTALL_SCHEDULED, "");
        }
      } else {
        install();
      }
    }

    private void install() {
      state = state.in(Phase.INSTALLING).from(around.version());
      effects.add(new UpdateEffect.CloseOutlets(true));
      tell(FirmwareStatus.INSTALLING, "");
      effects.add(new UpdateEffect.Install());
    }

    private void installed(How how, String text) {
      effects.add(new UpdateEffect.Discard());
      if (how == How.DONE_AFTER_RESTART) {
        state = state.in(Phase.RESTARTING);
        tell(FirmwareStatus.INSTALL_REBOOTING, "");
        effects.add(new UpdateEffect.Restart());
      } else if (how == How.DONE) {
        effects.add(new UpdateEffect.Confirm());
        effects.add(new UpdateEffect.Security("FirmwareUpdated", around.version()));
        end(FirmwareStatus.INSTALLED, "");
      } else {
        end(FirmwareStatus.INSTALLATION_FAILED, text);
      }
    }

    private void rolledBack(How how, String text) {
      if (how == How.DONE_AFTER_RESTART) {
        effects.add(new UpdateEffect.Restart());
      } else {
        end(FirmwareStatus.INSTALLED, "it was not confirmed, and not rolled back: " + text);
      }
    }

    /** Whatever was on its way when the station stopped begins again. */
    private void started() {
      switch (state.phase()) {
        case FETCHING -> {
          state = state.attempting(Math.max(1, state.attempt()));
          effects.add(new UpdateEffect.Fetch(order().location()));
        }
        case VERIFYING -> effects.add(new UpdateEffect.Verify(order().signature().orElseThrow()));
        case INSTALLING -> {
          // Nobody knows how far it came: the firmware that runs says whether it is another one.
          if (runsAnother()) {
            prove();
          } else {
            effects.add(new UpdateEffect.Install());
          }
        }
        case RESTARTING -> {
          if (runsAnother()) {
            prove();
          } else {
            // The boot loader or we ourselves went back.
            end(FirmwareStatus.INSTALLATION_FAILED, "the firmware before runs again");
          }
        }
        case PROVING -> prove();
        case IDLE, WAITING_TO_FETCH, WAITING_TO_RETRY, WAITING_TO_INSTALL, WAITING_FOR_PEACE -> {}
      }
    }

    private boolean runsAnother() {
      return state.versionBefore().map(before -> !before.equals(around.version())).orElse(false);
    }

    private void prove() {
      state = state.until(Phase.PROVING, around.now().plus(PROVING));
    }

    private void accepted() {
      if (state.phase() == Phase.PROVING) {
        effects.add(new UpdateEffect.Confirm());
        effects.add(new UpdateEffect.Security("FirmwareUpdated", around.version()));
        end(FirmwareStatus.INSTALLED, "");
      }
    }

    private void end(FirmwareStatus status, String text) {
      tell(status, text);
      effects.add(new UpdateEffect.Discard());
      effects.add(new UpdateEffect.CloseOutlets(false));
      state = state.over();
    }
  }
}
