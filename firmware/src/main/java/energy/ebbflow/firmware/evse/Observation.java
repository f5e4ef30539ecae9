package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.basic.BasicReport;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import energy.ebbflow.iso15118.secc.VehicleWord;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an outlet makes known of itself: for the journal, the bench and people. */
public sealed interface Observation {
  /** The pilot's state or signal changed. */
  record Pilot(
      PilotState from,
      PilotState state,
      double highVolts,
      double lowVolts,
      Optional<Double> dutyPercent)
      implements Observation {}

  /** The mirror contact moved. */
  record Contactor(boolean closed) implements Observation {}

  /** The lock moved. */
  record Lock(boolean locked) implements Observation {}

  /** Momentary values, the registers absent before the meter's first word; not for the journal. */
  record Sample(
      double volts,
      double amps,
      double watts,
      Optional<Double> socPercent,
      Optional<Double> setpointWatts,
      Optional<Double> importedWh,
      Optional<Double> exportedWh,
      double pilotVolts)
      implements Observation {}

  /** What charging by duty cycle makes known. */
  record Basic(BasicReport report) implements Observation {}

  /** A part of the session began or ended. */
  record Phase(String name, boolean begins) implements Observation {}

  /** The energy decision changed. */
  record Decision(PowerDecision decision) implements Observation {}

  /** The vehicle and the station agreed. */
  record Session(String protocol, String service, String control) implements Observation {}

  /** What the vehicle told beyond its limits. */
  record Word(VehicleWord word) implements Observation {}

  /** What the vehicle shows its driver, and knows of its own limits. */
  record Display(VehicleDetail detail) implements Observation {}

  /** A fault began or ended. */
  record Fault(String code, String text, boolean cleared) implements Observation {}

  /** The outlet's state as people see it. */
  record State(String name) implements Observation {}

  /** A command was heard, and what became of it. */
  record Command(String name, boolean accepted, String text) implements Observation {}

  /**
   * Something worth knowing. Part of it may be a vehicle's own words, so it is one line, without
   * control characters, of at most {@link #CHARS_MAX} characters.
   */
  record Note(String text) implements Observation {
    /** Our own: as much as people read in a log. */
    public static final int CHARS_MAX = 400;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    public Note {
      String line = UNPRINTABLE.matcher(text).replaceAll(" ");
      text = line.length() <= CHARS_MAX ? line : line.substring(0, CHARS_MAX - 1) + "…";
    }
  }
}
