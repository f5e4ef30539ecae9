package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import java.time.Instant;
import java.util.Optional;

/**
 * What the vehicle's session has told so far; empty for basic charging. Immutable.
 *
 * @param needsReported the back office has heard of its needs
 * @param profile how it will follow the schedule it chose
 * @param terms how energy is given back
 * @param leaves when it leaves, by its own word
 */
public record VehicleKnowledge(
    Optional<String> evccId,
    String protocol,
    Optional<SeccEffect.ServiceSelected> service,
    Optional<SeccEffect.VehicleState> state,
    boolean needsReported,
    Optional<VehicleWord.ProfileChosen> profile,
    Optional<VehicleWord.BidirectionalTerms> terms,
    Optional<Instant> leaves) {
  /** Nothing known. */
  public static final VehicleKnowledge NOTHING =
      new VehicleKnowledge(
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  VehicleKnowledge identified(String id) {
    return new VehicleKnowledge(
        Optional.of(id), protocol, service, state, needsReported, profile, terms, leaves);
  }

  VehicleKnowledge speaking(String name) {
    return new VehicleKnowledge(
        evccId, name, service, state, needsReported, profile, terms, leaves);
  }

  VehicleKnowledge selecting(SeccEffect.ServiceSelected selected) {
    return new VehicleKnowledge(
        evccId,
        protocol,
        Optional.of(selected),
        state,
        false,
        Optional.empty(),
        Optional.empty(),
        leaves);
  }

  /**
   * It said what it needs. Its departure counts in seconds from the message that named it; a report
   * that repeats the number is about the same departure.
   */
  VehicleKnowledge reporting(SeccEffect.VehicleState reported, Instant now) {
    Optional<Long> seconds = reported.departureSeconds().filter(value -> value > 0);
    boolean repeated = seconds.equals(state.flatMap(SeccEffect.VehicleState::departureSeconds));
    Optional<Instant> told = repeated || seconds.isEmpty() ? leaves : seconds.map(now::plusSeconds);
    return new VehicleKnowledge(
        evccId, protocol, service, Optional.of(reported), needsReported, profile, terms, told);
  }

  VehicleKnowledge withNeedsReported() {
    return new VehicleKnowledge(evccId, protocol, service, state, true, profile, terms, leaves);
  }

  VehicleKnowledge planning(VehicleWord.ProfileChosen chosen) {
    return new VehicleKnowledge(
        evccId, protocol, service, state, needsReported, Optional.of(chosen), terms, leaves);
  }

  VehicleKnowledge agreeing(VehicleWord.BidirectionalTerms agreed) {
    return new VehicleKnowledge(
        evccId, protocol, service, state, needsReported, profile, Optional.of(agreed), leaves);
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
