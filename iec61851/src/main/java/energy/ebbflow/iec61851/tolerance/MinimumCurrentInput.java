package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotState;
import java.util.OptionalDouble;

/** What the minimum-current policy is told. */
public sealed interface MinimumCurrentInput {
  /**
   * A session of basic charging begins: energy is permitted from now on.
   *
   * @param again the vehicle may have been interrupted before, by a restart of the station or by a
   *     fault: if it does not come by itself it is woken
   */
  record Begin(boolean again) implements MinimumCurrentInput {
    /** The vehicle has only just been plugged. */
    public Begin() {
      this(false);
    }
  }

  /** The session ends: no energy from now on, whatever is requested. */
  record End() implements MinimumCurrentInput {}

  /** What is known of this vehicle, once it is identified, and whenever somebody changes it. */
  record Known(PauseTolerance tolerance) implements MinimumCurrentInput {}

  /**
   * What the layers above want.
   *
   * @param requestAmps current per phase that the energy service asks for, at least 0 A
   * @param hardLimitAmps current per phase that safety, fuse or grid operator permit; never
   *     exceeded
   * @param goal the user's time
   */
  record Demand(double requestAmps, double hardLimitAmps, Goal goal)
      implements MinimumCurrentInput {
    public Demand {
      if (!(requestAmps >= 0 && hardLimitAmps >= 0)) {
        throw new IllegalArgumentException(
            "a demand expects at least 0 A, got " + requestAmps + " A and " + hardLimitAmps + " A");
      }
    }
  }

  /**
   * What the vehicle does.
   *
   * @param state state of the pilot
   * @param drawnAmps largest phase current; absent without a meter: then C counts as drawing
   */
  record Line(PilotState state, OptionalDouble drawnAmps) implements MinimumCurrentInput {}

  /**
   * Somebody else withholds the offer, or does so no longer: while the phases are changed there is
   * no PWM, whatever the policy says.
   */
  record Withheld(boolean withheld) implements MinimumCurrentInput {}

  /** Time has passed; at least once a second. */
  record Tick() implements MinimumCurrentInput {}
}
