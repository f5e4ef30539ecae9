package energy.ebbflow.iso15118.transport;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may talk to the one EVSE. A vehicle with a session keeps its place; connections that have not
 * said anything whole yet wait in a bounded line in which the oldest gives way. All calls on the
 * one thread of the links.
 */
final class LinkSlot {
  private final ArrayDeque<SeccConnection> pending = new ArrayDeque<>();
  private @Nullable SeccConnection active;
  private @Nullable SeccConnection lingering;

  /** A connection came in. Empty when it may stay, otherwise why it is refused. */
  Optional<String> arrive(SeccConnection connection, long nowNanos) {
    if (occupiedAgainst(connection, nowNanos)) {
      return Optional.of("another vehicle's session is active; one connection at a time");
    }
    if (pending.size() == TransportLimits.MAX_PENDING_CONNECTIONS) {
      pending.removeFirst().refuse("gave way to a newer connection before its first message");
    }
    pending.add(connection);
    return Optional.empty();
  }

  /** A connection has sent its first message. Empty when it is now the active one. */
  Optional<String> claim(SeccConnection connection, long nowNanos) {
    if (occupiedAgainst(connection, nowNanos)) {
      return Optional.of("another vehicle's session is active; one connection at a time");
    }
    SeccConnection before = active;
    if (before != null) {
      before.end("the vehicle went silent and connected again");
    }
    pending.remove(connection);
    active = connection;
    return Optional.empty();
  }

  /**
   * A connection whose session has ended waits for its vehicle to close. One at most does: the one
   * before it is closed.
   */
  void linger(SeccConnection connection) {
    SeccConnection before = lingering;
    lingering = connection;
    if (before != null) {
      before.lingerNoLonger();
    }
  }

  /** A connection is gone. */
  void leave(SeccConnection connection) {
    pending.remove(connection);
    if (active == connection) {
      active = null;
    }
  }

  private boolean occupiedAgainst(SeccConnection newcomer, long nowNanos) {
    SeccConnection holder = active;
    if (holder == null) {
      return false;
    }
    boolean silent =
        nowNanos - holder.lastHeardNanos() >= TransportLimits.SILENCE_BEFORE_REPLACEMENT_NANOS;
    return !(silent && sameHost(holder.remote(), newcomer.remote()));
  }

  private static boolean sameHost(InetSocketAddress one, InetSocketAddress other) {
    return one.getAddress().equals(other.getAddress());
  }
}
