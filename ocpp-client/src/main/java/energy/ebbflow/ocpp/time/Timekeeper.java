package energy.ebbflow.ocpp.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides when the station's time is to be corrected: the back office's word counts from the first
 * one on (OCPP 2.x B01, G02; 1.6 sections 4.2, 4.6), before it the machine's clock where that is
 * set. Reads no clock. Not thread-safe.
 */
public final class Timekeeper {
  /** Our own: back offices that tell whole seconds are right too. */
  static final Duration GRAIN = Duration.ofSeconds(1);

  private Optional<Duration> ahead = Optional.empty();
  private Optional<Duration> suspected = Optional.empty();
  private boolean told;

  /**
   * The back office said what time it is.
   *
   * @param said its time, at some moment between question and answer
   * @param onTheWay how long question and answer took together
   * @param now the corrected time of the answer
   * @return what is to be added to the corrected time
   */
  public Optional<Duration> told(Instant said, Duration onTheWay, Instant now) {
    told = true;
    Instant earliest = said.minus(GRAIN);
    Instant latest = said.plus(onTheWay).plus(GRAIN);
    boolean right = !now.isBefore(earliest) && !now.isAfter(latest);
    return right
        ? Optional.empty()
        : Optional.of(Duration.between(now, said.plus(onTheWay.dividedBy(2))));
  }

  /** Another look is wanted soon: the last one may have been a stall of the machine. */
  public boolean suspects() {
    return suspected.isPresent();
  }

  /**
   * The two times are not read at once: if the machine stalls in between, the clock seems to be
   * set. A stall is gone at the next look, a set clock is not.
   */
  private boolean again(Duration wrong) {
    boolean again = suspected.filter(before -> !far(wrong, before)).isPresent();
    suspected = again ? Optional.empty() : Optional.of(wrong);
    return again;
  }

  /**
   * A look at the machine's clock. That it runs on is no news; that it was set is, once two looks
   * say so, until the back office has spoken.
   *
   * @param machine what it shows
   * @param steady time that never jumps
   * @param now the corrected time
   * @return what is to be added to the corrected time
   */
  public Optional<Duration> looked(Instant machine, Instant steady, Instant now) {
    Duration lead = Duration.between(steady, machine);
    if (ahead.isEmpty() || !far(lead, ahead.get())) {
      ahead = Optional.of(lead);
      suspected = Optional.empty();
      return Optional.empty();
    }
    if (!again(lead)) {
      return Optional.empty();
    }
    ahead = Optional.of(lead);
    boolean set = Timescale.plausible(machine) && !told;
    return set ? Optional.of(Duration.between(now, machine)) : Optional.empty();
  }

  /**
   * A look at the machine's clock where it counts before the back office.
   *
   * @param machine what it shows
   * @param now the corrected time
   * @return what is to be added to the corrected time
   */
  public Optional<Duration> followed(Instant machine, Instant now) {
    Duration wrong = Duration.between(now, machine);
    if (!far(wrong, Duration.ZERO)) {
      suspected = Optional.empty();
      return Optional.empty();
    }
    return again(wrong) ? Optional.of(wrong) : Optional.empty();
  }

  private static boolean far(Duration a, Duration b) {
    return a.minus(b).abs().compareTo(GRAIN) >= 0;
  }
}
