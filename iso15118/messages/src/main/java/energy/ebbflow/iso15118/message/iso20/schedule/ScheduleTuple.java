package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * ScheduleTupleType. A schedule to choose, for charging and for discharging.
 *
 * @param scheduleTupleId the number of the schedule; 1 to 4294967295
 * @param chargingSchedule the schedule for charging
 * @param dischargingSchedule the schedule for discharging
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduleTuple(
    @ExiElement("ScheduleTupleID") @Range(min = 1, max = 4294967295L) long scheduleTupleId,
    @ExiElement("ChargingSchedule") ChargingSchedule chargingSchedule,
    @ExiElement("DischargingSchedule") Optional<ChargingSchedule> dischargingSchedule) {

  /** Checks the bounds that the schema sets. */
  public ScheduleTuple {
    Facets.range("ScheduleTupleID", scheduleTupleId, 1, 4294967295L);
  }
}
