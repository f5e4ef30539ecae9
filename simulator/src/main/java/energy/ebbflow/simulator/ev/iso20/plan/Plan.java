package energy.ebbflow.simulator.ev.iso20.plan;

import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfile;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfileEntryList;
import energy.ebbflow.iso15118.message.iso20.power.PowerToleranceAcceptance;
import energy.ebbflow.iso15118.message.iso20.power.ScheduledEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.simulator.ev.iso20.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schedule that a vehicle took, and what it will draw.
 *
 * @param tupleId of the charger's offer
 * @param anchorUtcSeconds where the slots start, seconds since 1970
 * @param slots in order, without gaps, at least one
 * @param toleranceOffered the charger named a power tolerance, which the vehicle confirms
 * @param cost what it will cost, in the unit of the charger's prices
 */
public record Plan(
    long tupleId, long anchorUtcSeconds, List<Slot> slots, boolean toleranceOffered, double cost) {
  /**
   * A stretch of one power.
   *
   * @param seconds its length
   * @param watts into the vehicle; below 0 out of it
   */
  public record Slot(long seconds, double watts) {}

  public Plan {
    slots = List.copyOf(slots);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("a plan expects at least one slot");
    }
  }

  /** Power at an instant, W; nothing before and after the plan. */
  public double wattsAt(long utcSeconds) {
    long at = anchorUtcSeconds;
    for (Slot slot : slots) {
      if (utcSeconds >= at && utcSeconds < at + slot.seconds()) {
        return slot.watts();
      }
      at += slot.seconds();
    }
    return 0;
  }

  /** The plan is over: nothing was agreed on for this instant. */
  public boolean over(long utcSeconds) {
    return utcSeconds >= anchorUtcSeconds + slots.stream().mapToLong(Slot::seconds).sum();
  }

  /** As the charger hears it; on three phases each entry names the power of each phase. */
  public EvPowerProfile profile() {
    List<PowerScheduleEntry> entries = new ArrayList<>();
    for (Slot slot : slots) {
      entries.add(
          new PowerScheduleEntry(
              slot.seconds(), Wire.watts(slot.watts()), Optional.empty(), Optional.empty()));
    }
    Optional<PowerToleranceAcceptance> acceptance =
        toleranceOffered
            ? Optional.of(PowerToleranceAcceptance.POWER_TOLERANCE_CONFIRMED)
            : Optional.empty();
    return new EvPowerProfile(
        anchorUtcSeconds,
        new ScheduledEvpptControlMode(tupleId, acceptance),
        new EvPowerProfileEntryList(entries));
  }
}
