package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which faults there are, as the variable Problem of the station and of its EVSEs shows it (OCPP
 * 2.x part 1, section 4.6; B08). Confined to the link's thread.
 */
final class Problems {
  private final DeviceModel device;

  /** Codes of the faults that are there, by EVSE; 0 is the station. */
  private final Map<Integer, Set<String>> present = new HashMap<>();

  Problems(DeviceModel device) {
    this.device = device;
  }

  void hear(StationEvent.Fault fault) {
    Set<String> here = present.computeIfAbsent(fault.evse(), evse -> new HashSet<>());
    if (fault.cleared()) {
      here.remove(fault.code());
    } else {
      here.add(fault.code());
    }
    device.observe(Variables.problem(fault.evse()), Boolean.toString(!here.isEmpty()));
    boolean any = present.values().stream().anyMatch(codes -> !codes.isEmpty());
    device.observe(Variables.problem(0), Boolean.toString(any));
  }
}
