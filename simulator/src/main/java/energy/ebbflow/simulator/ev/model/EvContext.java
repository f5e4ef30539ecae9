package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.physics.PilotDuty;
import java.util.Optional;

/**
 * What a state of the machine may look at.
 *
 * @param config the vehicle
 * @param body its sensors
 * @param time now
 * @param wishes what its user wants of the session
 * @param paused the session that may be joined again
 */
public record EvContext(
    EvConfig config, BodyView body, EvTime time, Wishes wishes, Optional<PausedSession> paused) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Whether the session is to go on. */
  public UserWish wish() {
    return wishes.session();
  }

  /** Its user wants the end of charging. */
  public boolean stopWanted() {
    return wish() == UserWish.STOP;
  }

  /** Now, ns. */
  public long nanos() {
    return time.nanos();
  }

  /** The duty on the pilot line, percent; 0 without PWM. */
  public double dutyPercent() {
    return body.pilot() instanceof PilotSignal.Pwm pwm && body.plugged() ? pwm.dutyPercent() : 0;
  }

  /** The station asks for digital communication. */
  public boolean digital() {
    return PilotDuty.digital(dutyPercent());
  }

  /** Current per phase that the pilot allows, A. */
  public double pilotAmps() {
    return PilotDuty.amps(dutyPercent());
  }

  /** Nanoseconds of {@code seconds}. */
  public static long nanosOf(double seconds) {
    return Math.round(seconds * NANOS_PER_SECOND);
  }
}
