package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.schedule.EvEnergyOffer;
import energy.ebbflow.iso15118.message.iso20.schedule.EvPowerScheduleEntry;
import energy.ebbflow.iso15118.secc.VehicleWord.EnergyOffered;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileStep;
import java.util.ArrayList;
import java.util.List;

/** Energy that a vehicle offers to the grid, in the domain's words. */
final class EnergyOffers {
  private EnergyOffers() {}

  static EnergyOffered of(EvEnergyOffer offer) {
    List<ProfileStep> steps = new ArrayList<>();
    long start = offer.evPowerSchedule().timeAnchor();
    for (EvPowerScheduleEntry entry :
        offer.evPowerSchedule().evPowerScheduleEntries().evPowerScheduleEntry()) {
      steps.add(new ProfileStep(start, entry.power().toDouble()));
      start += entry.duration();
    }
    return new EnergyOffered(
        offer.evAbsolutePriceSchedule().currency(),
        steps,
        offer
            .evAbsolutePriceSchedule()
            .evPriceRuleStacks()
            .evPriceRuleStack()
            .getFirst()
            .evPriceRule()
            .getFirst()
            .energyFee()
            .toDouble());
  }
}
