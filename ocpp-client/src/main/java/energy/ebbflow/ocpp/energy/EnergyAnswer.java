package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer.Verdict;
import energy.ebbflow.ocpp.v2.energy.ScheduleUpdate;

/** What the back office said to an {@link EnergyNotice}. */
public sealed interface EnergyAnswer {
  /** New values of a dynamic profile. */
  record Pulled(ScheduleUpdate update) implements EnergyAnswer {}

  /** It does not know that profile (K28.FR.12), or has nothing new. */
  record NothingNew() implements EnergyAnswer {}

  /** What it makes of the needs of a vehicle. */
  record OfNeeds(Verdict verdict) implements EnergyAnswer {}

  /** Heard. */
  record Noted() implements EnergyAnswer {}
}
