package energy.ebbflow.firmware.circuit;

import energy.ebbflow.iec61851.sharing.Member;
import energy.ebbflow.iec61851.sharing.SharedCircuit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a circuit among outlets that run on their own. Pure and immutable.
 *
 * <p>Who gets what is the {@link SharedCircuit}'s; here is the order of it: nobody gets more before
 * the others are known to use less. For each other outlet the largest counts of what it will get,
 * what it obeys, what was last sent to it, and what its vehicle may still draw. Less than it obeys
 * an outlet gets at once. So the sum stays within the capacity at every moment, however late a
 * message is; a capacity that is lowered is kept once all have followed.
 */
public final class Circuit {
  /** How long a grant holds: an outlet that hears nothing uses nothing. */
  public static final long GRANT_NANOS = 5_000_000_000L;

  /**
   * How long the word of a silent outlet counts: its grant has ended, and its vehicle had 5 s to
   * follow and the contactors 6 s to open (IEC 61851-1 Table A.6, sequences 6 and 10.2).
   */
  public static final long CLAIM_NANOS = 20_000_000_000L;

  /** How long outlets may take to follow a capacity that is lowered. */
  static final long FOLLOW_NANOS = 10_000_000_000L;

  private static final long NEVER = Long.MIN_VALUE;
  private static final long JUST_NOW = Long.MIN_VALUE + 1;

  /**
   * One step's outcome.
   *
   * @param next from now on
   * @param grants for every outlet that has spoken, by number
   */
  public record Step(Circuit next, Map<Integer, Grant> grants) {
    public Step {
      grants = Map.copyOf(grants);
    }
  }

  /**
   * The last word of an outlet, and what was sent to it.
   *
   * @param lastAmps the last grant
   * @param peakAmps the largest grant that may still be on its way
   */
  private record Seat(Claim claim, long atNanos, double lastAmps, double peakAmps) {
    double reserved() {
      return Math.max(Math.max(claim.heldAmps(), claim.obeyedAmps()), peakAmps);
    }

    Seat sent(double amps) {
      return new Seat(claim, atNanos, amps, Math.max(peakAmps, amps));
    }
  }

  private final double capacityAmps;
  private final SharedCircuit shares;
  private final Map<Integer, Seat> seats;

  private final long loweredNanos;

  private Circuit(
      double capacityAmps, SharedCircuit shares, Map<Integer, Seat> seats, long loweredNanos) {
    this.loweredNanos = loweredNanos;
    this.capacityAmps = capacityAmps;
    this.shares = shares;
    this.seats = Map.copyOf(seats);
  }

  /**
   * A circuit that nobody uses.
   *
   * @param capacityAmps per phase
   * @param turnNanos how long a turn lasts, where outlets must take turns
   */
  public static Circuit initial(double capacityAmps, long turnNanos) {
    return new Circuit(capacityAmps, SharedCircuit.initial(turnNanos), Map.of(), NEVER);
  }

  /**
   * The capacity is another one, by the grid operator.
   *
   * @param amps per phase, at least 0
   */
  public Circuit limited(double amps) {
    double next = Math.max(0, amps);
    return new Circuit(next, shares, seats, next < capacityAmps ? JUST_NOW : loweredNanos);
  }

  /** An outlet has spoken. */
  public Step claimed(Claim claim, long nowNanos) {
    Map<Integer, Seat> next = new LinkedHashMap<>(seats);
    Seat before = seats.get(claim.evse());
    // What was sent before the last grant has been heard by now, or never will be.
    double last = before == null ? 0 : before.lastAmps();
    next.put(claim.evse(), new Seat(claim, nowNanos, last, last));
    next.values().removeIf(seat -> nowNanos - seat.atNanos() >= CLAIM_NANOS);
    return divide(next, nowNanos, loweredNanos == JUST_NOW ? nowNanos : loweredNanos);
  }

  private Step divide(Map<Integer, Seat> present, long nowNanos, long lowered) {
    boolean following = lowered != NEVER && nowNanos - lowered < FOLLOW_NANOS;
    List<Member> members = new ArrayList<>();
    present
        .values()
        .forEach(
            seat -> {
              Claim claim = seat.claim();
              members.add(
                  new Member(
                      claim.evse(), claim.wantedAmps(), claim.minimumAmps(), 0, claim.pausable()));
            });
    SharedCircuit.Division division = shares.divide(capacityAmps, members, nowNanos);
    Map<Integer, Seat> next = new LinkedHashMap<>(present);
    Map<Integer, Grant> grants = new LinkedHashMap<>();
    for (Seat seat : present.values()) {
      int evse = seat.claim().evse();
      double share = division.amps().getOrDefault(evse, 0.0);
      double free = capacityAmps;
      for (Seat other : next.values()) {
        if (other.claim().evse() != evse) {
          double promised = division.amps().getOrDefault(other.claim().evse(), 0.0);
          free -= Math.max(promised, other.reserved());
        }
      }
      // While a lower capacity is being followed, to keep a part of what it obeys makes no outlet
      // use more; without it all would be paused who could be charged with less. At other times
      // nobody keeps what somebody else draws beyond what he was given.
      double kept = following ? seat.claim().obeyedAmps() : 0;
      double amps = Math.min(share, Math.max(free, kept));
      // Less than its vehicle can use is of no use to anybody.
      double granted = amps < seat.claim().minimumAmps() ? 0 : amps;
      grants.put(evse, new Grant(granted, nowNanos + GRANT_NANOS));
      next.put(evse, seat.sent(granted));
    }
    return new Step(new Circuit(capacityAmps, division.next(), next, lowered), grants);
  }
}
