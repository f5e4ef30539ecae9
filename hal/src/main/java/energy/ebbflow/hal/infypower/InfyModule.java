package energy.ebbflow.hal.infypower;

import energy.ebbflow.hal.infypower.InfyStatus.Flag;
import java.util.Optional;

/**
 * What is known of one module.
 *
 * @param address its address
 * @param heardNanos when it last told its state; at first the time it was first asked
 * @param status its state; absent before it has told it
 * @param fromVehicle its direction; absent before it has told it
 */
record InfyModule(
    int address, long heardNanos, Optional<InfyStatus> status, Optional<Boolean> fromVehicle) {

  static InfyModule unknown(int address, long nowNanos) {
    return new InfyModule(address, nowNanos, Optional.empty(), Optional.empty());
  }

  InfyModule heard(InfyStatus said, long nowNanos) {
    return new InfyModule(address, nowNanos, Optional.of(said), fromVehicle);
  }

  InfyModule heard(boolean takes) {
    return new InfyModule(address, heardNanos, status, Optional.of(takes));
  }

  boolean off() {
    return status.filter(said -> said.has(Flag.OUTPUT_OFF)).isPresent();
  }

  boolean takes() {
    return fromVehicle.orElse(false);
  }
}
