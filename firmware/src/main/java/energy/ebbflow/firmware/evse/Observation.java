package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import energy.ebbflow.iso15118.secc.VehicleWord;
import java.util.Optional;

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

  /** Something worth knowing. */
  record Note(String text) implements Observation {}
}
