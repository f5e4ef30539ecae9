package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import java.util.Optional;

/**
 * What the vehicle's session has told so far; empty for basic charging. Immutable.
 *
 * @param needsReported the back office has heard of its needs
 * @param profile how it will follow the schedule it chose
 * @param terms how energy is given back
 */
public record VehicleKnowledge(
    Optional<String> evccId,
    String protocol,
    Optional<SeccEffect.ServiceSelected> service,
    Optional<SeccEffect.VehicleState> state,
    boolean needsReported,
    Optional<VehicleWord.ProfileChosen> profile,
    Optional<VehicleWord.BidirectionalTerms> terms) {
  /** Nothing known. */
  public static final VehicleKnowledge NOTHING =
      new VehicleKnowledge(
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty());

  VehicleKnowledge identified(String id) {
    return new VehicleKnowledge(
        Optional.of(id), protocol, service, state, needsReported, profile, terms);
  }

  VehicleKnowledge speaking(String name) {
    return new VehicleKnowledge(evccId, name, service, state, needsReported, profile, terms);
  }

  VehicleKnowledge selecting(SeccEffect.ServiceSelected selected) {
    return new VehicleKnowledge(
        evccId, protocol, Optional.of(selected), state, false, Optional.empty(), Optional.empty());
  }

  VehicleKnowledge reporting(SeccEffect.VehicleState reported) {
    return new VehicleKnowledge(
        evccId, protocol, service, Optional.of(reported), needsReported, profile, terms);
  }

  VehicleKnowledge withNeedsReported() {
    return new VehicleKnowledge(evccId, protocol, service, state, true, profile, terms);
  }

  VehicleKnowledge planning(VehicleWord.ProfileChosen chosen) {
    return new VehicleKnowledge(
        evccId, protocol, service, state, needsReported, Optional.of(chosen), terms);
  }

  VehicleKnowledge agreeing(VehicleWord.BidirectionalTerms agreed) {
    return new VehicleKnowledge(
        evccId, protocol, service, state, needsReported, profile, Optional.of(agreed));
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
