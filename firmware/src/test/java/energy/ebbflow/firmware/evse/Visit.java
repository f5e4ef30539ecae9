package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import java.util.List;
import java.util.Optional;

/**
 * One vehicle at the outlet of a rig, from its plug to its departure. It goes on only where the
 * station has done its part, and goes back to B where the station takes power or pilot away.
 */
final class Visit {
  private static final long MILLI = EvseRig.MILLI;
  private static final long STEP_MILLIS = 10;
  private static final double BASIC_AMPS = 10;
  private static final double BASIC_WATTS = 3 * 230 * BASIC_AMPS;

  private enum Stage {
    COMING,
    PLUGGED,
    TALKING,
    CHECKING,
    PRE_CHARGING,
    AGREED,
    CHARGING,
    STOPPING,
    OVER
  }

  private final EvseRig rig;
  private final boolean dc;
  private final boolean obedient;
  private final long link;
  private Stage stage = Stage.COMING;
  private long age;
  private long since;
  private int answered;
  private int seen;

  /**
   * A vehicle on its way.
   *
   * @param link number of its connection
   * @param obedient it ends its session when it is asked to
   */
  Visit(EvseRig rig, long link, boolean obedient) {
    this.rig = rig;
    this.dc = rig.settings.dc().isPresent();
    this.link = link;
    this.obedient = obedient;
    this.seen = rig.effects.size();
    this.answered = rig.questions;
  }

  /** Current flows in a session that goes on. */
  boolean charging() {
    return stage == Stage.CHARGING && rig.closed() && Math.abs(rig.amps()) > 1;
  }

  /** Lets time pass, with a close look. */
  void run(long millis) {
    for (long end = age + millis; age < end; age += STEP_MILLIS) {
      live();
      rig.run(STEP_MILLIS * MILLI);
    }
  }

  /** Lets time pass where nothing of the vehicle is expected. */
  void waits(long millis) {
    for (long end = age + millis; age < end; age += 100) {
      live();
      rig.runCoarsely(100 * MILLI);
    }
  }

  /** The plug is pulled, whatever flows. */
  void leave() {
    rig.hush();
    rig.pilotVolts = 12;
    rig.batteryConnected = false;
    if (stage != Stage.COMING && stage != Stage.PLUGGED) {
      rig.linkDown(link);
    }
    next(Stage.OVER);
  }

  private void next(Stage other) {
    stage = other;
    since = age;
  }

  private long inStage() {
    return age - since;
  }

  private void live() {
    answer();
    // An AC vehicle takes no more than it may.
    rig.basicAmps = rig.evse.decision().setpoint().value() > BASIC_WATTS ? BASIC_AMPS : 0;
    if (stage.compareTo(Stage.TALKING) >= 0 && stage != Stage.OVER && turnedAway()) {
      giveUp();
      return;
    }
    switch (stage) {
      case COMING -> {
        if (inStage() >= 200) {
          rig.pilotVolts = 9;
          next(Stage.PLUGGED);
        }
      }
      case PLUGGED -> {
        if (inStage() >= 700) {
          rig.linkUp(link);
          next(Stage.TALKING);
        }
      }
      case TALKING -> talk();
      case CHECKING -> {
        if (inStage() >= 300 && rig.lastView.isolation() == EvseView.Isolation.VALID) {
          rig.says(new SeccEffect.EndCableCheck(), new SeccEffect.PreCharge(380));
          next(Stage.PRE_CHARGING);
        }
      }
      case PRE_CHARGING -> {
        if (inStage() >= 1_000 && rig.closed()) {
          rig.batteryConnected = true;
          rig.says(new SeccEffect.StartEnergyTransfer());
          next(Stage.AGREED);
        }
      }
      case AGREED -> {
        if (inStage() >= 300) {
          if (dc) {
            rig.input(new EvseInput.Vehicle(link, new SeccInput.Request(new V2gMessage() {})));
          }
          next(Stage.CHARGING);
        }
      }
      case CHARGING -> charge();
      case STOPPING -> {
        if (inStage() >= 500) {
          rig.pilotVolts = 9;
          rig.says(new SeccEffect.SessionEnded(false, new byte[8]));
          next(Stage.OVER);
        }
      }
      case OVER -> {}
    }
  }

  private void talk() {
    if (inStage() < 200) {
      return;
    }
    if (dc) {
      rig.says(
          new SeccEffect.ProtocolChosen("ISO 15118-20:DC"),
          new SeccEffect.ServiceSelected("DC_BPT", true, true, false, Optional.of(true)),
          new SeccEffect.VehicleReport(RigVehicle.says(50)));
      rig.pilotVolts = 6;
      rig.says(new SeccEffect.StartCableCheck(450));
      next(Stage.CHECKING);
    } else {
      rig.says(
          new SeccEffect.ProtocolChosen("ISO 15118-20:AC"),
          new SeccEffect.ServiceSelected("AC", false, true));
      rig.pilotVolts = 6;
      rig.says(new SeccEffect.StartEnergyTransfer());
      next(Stage.AGREED);
    }
  }

  private void charge() {
    if (!rig.closed() && inStage() >= 1_000) {
      giveUp();
    } else if (obedient && rig.lastView.stop().isPresent()) {
      rig.says(new SeccEffect.StopEnergyTransfer("asked to stop"));
      next(Stage.STOPPING);
    }
  }

  /** Back to B; the session is left alone. */
  private void giveUp() {
    rig.hush();
    rig.pilotVolts = 9;
    rig.batteryConnected = false;
    rig.linkDown(link);
    next(Stage.OVER);
  }

  /** The station has closed the connection. */
  private boolean turnedAway() {
    List<EvseEffect> effects = rig.effects;
    boolean away = false;
    for (; seen < effects.size(); seen++) {
      away |= effects.get(seen) instanceof EvseEffect.CloseLink close && close.link() == link;
    }
    return away;
  }

  /** The back office accepts whoever is asked for. */
  private void answer() {
    if (rig.questions != answered) {
      answered = rig.questions;
      rig.acceptLastQuestion();
    }
  }
}
