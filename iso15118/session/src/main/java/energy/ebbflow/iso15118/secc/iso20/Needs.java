package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.secc.Outlook.MobilityNeeds;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.NeedsFrom;
import java.util.Optional;

/**
 * What the station says the user needs, on the wire. All of it is absent where the vehicle says the
 * needs itself: a station that spoke against it would confuse both.
 *
 * @param departure s from now
 * @param minimumSoc percent
 * @param targetSoc percent
 * @param ackMaxDelay within which time the vehicle has to take it up, s
 */
public record Needs(
    Optional<Long> departure,
    Optional<Integer> minimumSoc,
    Optional<Integer> targetSoc,
    Optional<Integer> ackMaxDelay) {
  /** Our own, as others have it: the user may have to be asked. */
  static final int ACK_MAX_DELAY_SECONDS = 30;

  private static final long LONGEST_DEPARTURE = 4_294_967_295L;

  private static final Needs NONE =
      new Needs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The needs of this moment, where the station is the one to say them. */
  public static Needs of(Turn turn) {
    boolean ours =
        turn.data().selection().map(choice -> choice.needs() == NeedsFrom.STATION).orElse(false);
    Optional<MobilityNeeds> known = turn.view().outlook().needs();
    if (!ours || known.isEmpty()) {
      return NONE;
    }
    MobilityNeeds needs = known.get();
    return new Needs(
        needs
            .departureUtcSeconds()
            .map(utc -> Math.clamp(utc - turn.view().utcSeconds(), 0, LONGEST_DEPARTURE)),
        needs.minimumSocPercent(),
        needs.targetSocPercent(),
        Optional.of(ACK_MAX_DELAY_SECONDS));
  }
}
