package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.iec61851.PilotState;
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

  /** Momentary values; not for the journal. */
  record Sample(
      double volts,
      double amps,
      double watts,
      Optional<Double> socPercent,
      Optional<Double> setpointWatts,
      double importedWh,
      double exportedWh,
      double pilotVolts)
      implements Observation {}

  /** A part of the session began or ended. */
  record Phase(String name, boolean begins) implements Observation {}

  /** The energy decision changed. */
  record Decision(PowerDecision decision) implements Observation {}

  /** The vehicle and the station agreed. */
  record Session(String protocol, String service, String control) implements Observation {}

  /** A fault began or ended. */
  record Fault(String code, String text, boolean cleared) implements Observation {}

  /** The outlet's state as people see it. */
  record State(String name) implements Observation {}

  /** A command was heard, and what became of it. */
  record Command(String name, boolean accepted, String text) implements Observation {}

  /** Something worth knowing. */
  record Note(String text) implements Observation {}
}
