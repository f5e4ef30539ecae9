package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.SeccEffect;
import java.util.Optional;

/**
 * What the vehicle's session has told so far; empty for basic charging. Immutable.
 *
 * @param needsReported the back office has heard of its needs
 */
public record VehicleKnowledge(
    Optional<String> evccId,
    String protocol,
    Optional<SeccEffect.ServiceSelected> service,
    Optional<SeccEffect.VehicleState> state,
    boolean needsReported) {
  /** Nothing known. */
  public static final VehicleKnowledge NOTHING =
      new VehicleKnowledge(Optional.empty(), "", Optional.empty(), Optional.empty(), false);

  VehicleKnowledge identified(String id) {
    return new VehicleKnowledge(Optional.of(id), protocol, service, state, needsReported);
  }

  VehicleKnowledge speaking(String name) {
    return new VehicleKnowledge(evccId, name, service, state, needsReported);
  }

  VehicleKnowledge selecting(SeccEffect.ServiceSelected selected) {
    return new VehicleKnowledge(evccId, protocol, Optional.of(selected), state, false);
  }

  VehicleKnowledge reporting(SeccEffect.VehicleState reported) {
    return new VehicleKnowledge(evccId, protocol, service, Optional.of(reported), needsReported);
  }

  VehicleKnowledge withNeedsReported() {
    return new VehicleKnowledge(evccId, protocol, service, state, true);
  }

  /** Discharge was agreed. */
  public boolean bidirectional() {
    return service.filter(SeccEffect.ServiceSelected::bidirectional).isPresent();
  }

  /** State of charge; absent where the vehicle did not tell. */
  public Optional<Double> socPercent() {
    return state.flatMap(SeccEffect.VehicleState::socPercent);
  }
}
