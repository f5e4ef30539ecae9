package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.PauseCause;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import java.util.Locale;

/** What basic charging makes known: to the journal, on the event lines, and upstream. */
public sealed interface BasicReport {
  /** One word that says what it is about, for a back office. */
  String event();

  /** The reason in one word; empty where there is none. */
  String reason();

  /** A line for people. */
  String text();

  /**
   * More is offered than was asked for (R2).
   *
   * @param requestWatts what was asked for
   * @param offeredWatts what is offered
   * @param offeredAmps the same per phase
   */
  record AboveRequest(double requestWatts, double offeredWatts, double offeredAmps, Reason why)
      implements BasicReport {
    @Override
    public String event() {
      return "AboveRequest";
    }

    @Override
    public String reason() {
      return why.name();
    }

    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "%.0f W are offered instead of %.0f W, %.1f A a phase: %s",
          offeredWatts,
          requestWatts,
          offeredAmps,
          switch (why) {
            case VEHICLE_NOT_TESTED ->
                "the vehicle was never tested, and nobody knows that there is time for it";
            case VEHICLE_INTOLERANT -> "the vehicle does not come back from pauses";
            case INTERRUPTIONS_SPENT -> "the vehicle has had the pauses that one visit may have";
            case HOLDING -> "a pause waits whether the request stays low";
            case RESUMING -> "the vehicle shows whether it comes back";
            case SEEKING_MINIMUM -> "the vehicle draws nothing at less";
          });
    }
  }

  /**
   * No more is offered than was asked for.
   *
   * @param wattHours energy that flowed above the request since it began
   */
  record AboveRequestEnded(double wattHours) implements BasicReport {
    @Override
    public String event() {
      return "AboveRequestEnded";
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public String text() {
      return String.format(
          Locale.ROOT, "no more is offered than was asked for; %.0f Wh flowed above it", wattHours);
    }
  }

  /** A pause begins. */
  record Paused(PauseCause cause, double requestWatts, double hardWatts) implements BasicReport {
    @Override
    public String event() {
      return "Paused";
    }

    @Override
    public String reason() {
      return cause.name();
    }

    @Override
    public String text() {
      return switch (cause) {
        case REQUEST ->
            String.format(Locale.ROOT, "the vehicle is paused: %.0f W are wanted", requestWatts);
        case TEST ->
            String.format(
                Locale.ROOT,
                "the vehicle is paused as a test: %.0f W are wanted, and there is time",
                requestWatts);
        case HARD_LIMIT ->
            String.format(
                Locale.ROOT,
                "the vehicle is paused: no more than %.0f W may flow, less than its minimum",
                hardWatts);
      };
    }
  }

  /** The vehicle draws current again after a pause. */
  record Resumed(long pauseSeconds, long resumeSeconds) implements BasicReport {
    @Override
    public String event() {
      return "Resumed";
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public String text() {
      return "the vehicle draws current again, "
          + resumeSeconds
          + " s after a pause of "
          + pauseSeconds
          + " s";
    }
  }

  /** The vehicle has not come back by itself and is being woken. */
  record WakingUp(int rung) implements BasicReport {
    @Override
    public String event() {
      return "WakingUp";
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public String text() {
      return "the vehicle has not come back: it is being woken, attempt " + rung;
    }
  }

  /** The whole ladder was in vain; the minimum current stays on offer. */
  record DoesNotResume(long pauseSeconds) implements BasicReport {
    @Override
    public String event() {
      return "DoesNotResume";
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public String text() {
      return "the vehicle does not come back from a pause of "
          + pauseSeconds
          + " s; its minimum current stays on offer";
    }
  }

  /** Something was learned. */
  record Learned(PauseTolerance tolerance) implements BasicReport {
    @Override
    public String event() {
      return "Learned";
    }

    @Override
    public String reason() {
      return tolerance.verdict().name();
    }

    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "learned of the vehicle: %s, at least %.1f A, %d observations",
          tolerance.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          tolerance.minimumAmps(),
          tolerance.evidence().size());
    }
  }

  /** The number of phases is about to change; there is no energy meanwhile. */
  record PhasesChanging(int from, int to) implements BasicReport {
    @Override
    public String event() {
      return "PhasesChanging";
    }

    @Override
    public String reason() {
      return from + "to" + to;
    }

    @Override
    public String text() {
      return "from " + from + " to " + to + " phases: the vehicle is paused meanwhile";
    }
  }

  /** The change of the phases is over. */
  record PhasesChanged(int phases) implements BasicReport {
    @Override
    public String event() {
      return "PhasesChanged";
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public String text() {
      return "energy may flow over " + (phases == 1 ? "1 phase" : phases + " phases");
    }
  }
}
