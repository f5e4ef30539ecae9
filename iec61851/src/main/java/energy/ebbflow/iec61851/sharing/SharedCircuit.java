package energy.ebbflow.iec61851.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the capacity of one circuit among its outlets. The sum of the shares never exceeds the
 * capacity; a share is either 0 or at least the vehicle's minimum, never rounded up past the
 * capacity. Where the minima do not fit all together, outlets take turns (R16).
 *
 * <p>Order of claims: priority first; within one priority vehicles that do not bear pauses; then
 * those that have waited longest. Whoever has a turn keeps it for {@link #turnNanos}, unless
 * somebody of higher priority or a smaller capacity needs it.
 *
 * <p>Pure and immutable. Owner: the loop that owns the circuit.
 */
public final class SharedCircuit {
  /** Most outlets on one circuit. */
  public static final int MAX_MEMBERS = 32;

  /** Shares below this difference are the same: keeps sums of fractions below the capacity. */
  private static final double GRAIN_AMPS = 1e-6;

  /**
   * One division.
   *
   * @param next the circuit from now on
   * @param amps share of each member by id, per phase; 0: pause
   * @param waiting members that want and could use energy but get none, in the order of their turn
   */
  public record Division(SharedCircuit next, Map<Integer, Double> amps, List<Integer> waiting) {
    public Division {
      amps = Map.copyOf(amps);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * What is remembered of an outlet.
   *
   * @param served whether it has a share above 0
   * @param since since when {@code served} has its value, or when its turn was renewed
   * @param servedNanos how long it has been served altogether, up to {@code at}
   * @param at when this was noted
   */
  private record Turn(boolean served, long since, long servedNanos, long at) {
    long servedUntil(long now) {
      return served ? servedNanos + Math.max(0, now - at) : servedNanos;
    }
  }

  private final long turnNanos;
  private final Map<Integer, Turn> turns;

  private SharedCircuit(long turnNanos, Map<Integer, Turn> turns) {
    this.turnNanos = turnNanos;
    this.turns = Map.copyOf(turns);
  }

  /**
   * A circuit that nobody has used yet.
   *
   * @param turnNanos how long a turn lasts, if outlets must take turns
   */
  public static SharedCircuit initial(long turnNanos) {
    if (turnNanos <= 0) {
      throw new IllegalArgumentException("a turn expects a positive time, got " + turnNanos);
    }
    return new SharedCircuit(turnNanos, Map.of());
  }

  /** How long a turn lasts, ns. */
  public long turnNanos() {
    return turnNanos;
  }

  /**
   * Divides the capacity.
   *
   * @param capacityAmps per phase, at least 0; the hard limit of the circuit
   * @param members at most {@link #MAX_MEMBERS}, each id once
   * @param now monotonic ns
   */
  public Division divide(double capacityAmps, List<Member> members, long now) {
    if (!(capacityAmps >= 0) || members.size() > MAX_MEMBERS) {
      throw new IllegalArgumentException(
          "a shared circuit expects at least 0 A and at most "
              + MAX_MEMBERS
              + " members, got "
              + capacityAmps
              + " A and "
              + members.size());
    }
    List<Member> claims = new ArrayList<>(members.stream().filter(Member::wants).toList());
    claims.sort(order(now));
    Map<Integer, Double> shares = new LinkedHashMap<>();
    members.forEach(member -> shares.put(member.id(), 0.0));
    if (shares.size() != members.size()) {
      throw new IllegalArgumentException("a shared circuit expects each member once");
    }
    List<Member> served = new ArrayList<>();
    List<Integer> waiting = new ArrayList<>();
    double left = capacityAmps;
    for (Member member : claims) {
      if (member.need() <= left) {
        served.add(member);
        shares.put(member.id(), member.need());
        left -= member.need();
      } else {
        waiting.add(member.id());
      }
    }
    spread(served, shares, left);
    return new Division(remembering(members, shares, now), shares, waiting);
  }

  private Comparator<Member> order(long now) {
    return Comparator.comparingInt(Member::priority)
        .reversed()
        .thenComparing(Member::pausable)
        .thenComparingLong(member -> rank(member, now))
        .thenComparingLong(member -> servedNanos(member, now))
        .thenComparingInt(Member::id);
  }

  /** Smaller goes first: a running turn, then the longest wait, then those whose turn is over. */
  private long rank(Member member, long now) {
    Turn turn = turns.get(member.id());
    if (turn == null) {
      return 0;
    }
    long age = Math.max(0, now - turn.since());
    if (turn.served()) {
      return age < turnNanos ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return -age;
  }

  /**
   * Gives what is left, equally within a priority, the highest first, to nobody more than wanted.
   */
  private static void spread(List<Member> served, Map<Integer, Double> shares, double spare) {
    double left = spare;
    List<Integer> priorities =
        served.stream().map(Member::priority).distinct().sorted(Comparator.reverseOrder()).toList();
    for (int priority : priorities) {
      List<Member> open =
          new ArrayList<>(served.stream().filter(m -> m.priority() == priority).toList());
      // Each round satisfies at least one member or uses up what is left.
      while (!open.isEmpty() && left > GRAIN_AMPS) {
        double each = left / open.size();
        List<Member> hungry = new ArrayList<>();
        for (Member member : open) {
          double share = shares.getOrDefault(member.id(), 0.0);
          double more = Math.min(each, Math.max(0, member.wantedAmps() - share));
          shares.put(member.id(), share + more);
          left -= more;
          if (share + more < member.wantedAmps() - GRAIN_AMPS) {
            hungry.add(member);
          }
        }
        open = hungry;
      }
    }
  }

  private long servedNanos(Member member, long now) {
    Turn turn = turns.get(member.id());
    return turn == null ? 0 : turn.servedUntil(now);
  }

  private SharedCircuit remembering(List<Member> members, Map<Integer, Double> shares, long now) {
    Map<Integer, Turn> next = new LinkedHashMap<>();
    for (Member member : members) {
      if (!member.wants()) {
        continue;
      }
      boolean served = shares.getOrDefault(member.id(), 0.0) > 0;
      Turn before = turns.get(member.id());
      boolean renewed =
          before != null && served && before.served() && now - before.since() >= turnNanos;
      boolean kept = before != null && before.served() == served && !renewed;
      long since = before != null && kept ? before.since() : now;
      next.put(member.id(), new Turn(served, since, servedNanos(member, now), now));
    }
    return new SharedCircuit(turnNanos, next);
  }
}
